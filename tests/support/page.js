// What the tests do in the page of a card and ask of it; `browser.py` calls it.
"use strict";

window.cards = (() => {
    const qa = () => document.getElementById("qa");

    /** An element, named for a person to find it. */
    function told(element) {
        const classes = [...element.classList].map((name) => `.${name}`).join("");
        const text = element.textContent.replace(/\s+/g, " ").trim();
        const cut = text.length > 40 ? `${text.slice(0, 40)}…` : text;
        return `${element.localName}${classes} “${cut}”`;
    }

    /** The text nodes that are rendered, and those that CSS makes, with the element of each. */
    function* texts() {
        for (const element of qa().querySelectorAll("*")) {
            if (element.localName === "style" || !element.checkVisibility()) {
                continue;
            }
            for (const node of element.childNodes) {
                if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
                    yield { element, node, text: node.data, style: getComputedStyle(element) };
                }
            }
            for (const pseudo of ["::before", "::after"]) {
                const style = getComputedStyle(element, pseudo);
                const text = [...style.content.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
                    .map((match) => match[1]).join("");
                if (text) {
                    yield { element, node: null, text, style };
                }
            }
        }
    }

    /**
     * Show a side by the reviewer's own script, all opened that a student can open if so wanted;
     * done when its math, images and fonts are there.
     */
    async function show(html, bodyClass, opened) {
        window._showQuestion(html, "", bodyClass);
        await new Promise((done) => { window._queueAction(done); });
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
        await document.fonts.ready;
        if (opened) {
            qa().querySelectorAll("details").forEach((details) => { details.open = true; });
        }
    }

    /** Make the page that of another view, as Anki does when its window or the theme changes. */
    function turn(html) {
        const other = new DOMParser().parseFromString(html, "text/html");
        const [mine, wanted] = [document.documentElement, other.documentElement];
        mine.className = wanted.className;
        mine.dataset.bsTheme = wanted.dataset.bsTheme;
        document.querySelector("style").textContent = other.querySelector("style").textContent;
    }

    /** What is laid out badly, by kinds. */
    function faults() {
        return {
            "overflow": overflow(),
            "no shadow": unmarked(),
            "broken word": brokenWords(),
            "uneven": uneven(),
            "no formula": unset(),
        };
    }

    /** What makes the page scroll to the right; a box that scrolls by itself does not. */
    function overflow() {
        const { scrollWidth, clientWidth } = document.scrollingElement;
        if (scrollWidth <= clientWidth) {
            return [];
        }
        const inBox = (element) => {
            for (let at = element; at && at !== document.body; at = at.parentElement) {
                if (at !== element && getComputedStyle(at).overflowX !== "visible") {
                    return true;
                }
            }
            return false;
        };
        const sticksOut = (box) => box.right > clientWidth + 0.5;
        const found = new Set();
        for (const element of qa().querySelectorAll("*")) {
            if (sticksOut(element.getBoundingClientRect()) && !inBox(element)) {
                found.add(element);
            }
        }
        const range = document.createRange();
        for (const { element, node } of texts()) {
            const scrolls = getComputedStyle(element).overflowX !== "visible";
            if (node && !scrolls && !inBox(element)) {
                range.selectNodeContents(node);
                if (sticksOut(range.getBoundingClientRect())) {
                    found.add(element);
                }
            }
        }
        const inner = [...found].filter((one) => ![...found].some((o) => o !== one && one.contains(o)));
        const names = inner.map(told);
        return names.length ? names : [`the page is ${scrollWidth}px wide, not ${clientWidth}px`];
    }

    /** The boxes whose ground scrolls along: shadows tell at which side there is more. */
    function marked() {
        return [...qa().querySelectorAll("*")]
            .filter((box) => getComputedStyle(box).backgroundAttachment.includes("local"));
    }

    /** The boxes that scroll to the side and do not look like it. */
    function unmarked() {
        const shadowed = new Set(marked());
        return [...qa().querySelectorAll("*")].filter((box) => {
            const scrolls = ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
            return scrolls && box.scrollWidth > box.clientWidth + 1 && !shadowed.has(box);
        }).map(told);
    }

    /** The words in the cells of tables that do not stand in one line. */
    function brokenWords() {
        const found = [];
        const range = document.createRange();
        for (const { element, node, text } of texts()) {
            for (const word of node && element.closest("th, td") ? text.matchAll(/\S+/g) : []) {
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) {
                    found.push(word[0]);
                }
            }
        }
        return found;
    }

    /** The rule above an answer that is not as wide as its text; a question of several sizes. */
    function uneven() {
        const found = [];
        const rule = document.querySelector("hr");
        const answer = document.querySelector(".answer");
        if (rule && answer) {
            const [line, text] = [rule, answer].map((one) => one.getBoundingClientRect());
            const shape = [line.left - text.left, line.right - text.right, line.height];
            if (shape.map(Math.round).join() !== "0,0,1") {
                found.push(`hr: ${shape}`);
            }
        }
        const asked = [...document.querySelectorAll(".ask, .ask .term")];
        const sizes = new Set(asked.map((one) => getComputedStyle(one).fontSize));
        return sizes.size > 1 ? [...found, `.ask: ${[...sizes]}`] : found;
    }

    /** The formulas that are not set. */
    function unset() {
        const errors = [...document.querySelectorAll("mjx-merror")].map(told);
        const raw = qa().innerText.match(/\\[([]/g) ?? [];
        return [...errors, ...raw];
    }

    // --- contrast ----------------------------------------------------------------------------

    // axe-core's own, but that a single letter and a symbol have to be readable as well
    const CONTRAST = {
        ignoreUnicode: false,
        ignoreLength: true,
        ignorePseudo: false,
        boldValue: 700,
        boldTextPt: 14,
        largeTextPt: 18,
        contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
        pseudoSizeThreshold: 0.25,
        shadowOutlineEmMax: 0.2,
        textStrokeEmMin: 0.03,
    };

    /** Text that is hard to read, or of which that cannot be told, by axe-core. */
    async function contrast() {
        const whole = document.createElement("style"); // axe sees nothing that a box scrolls away
        whole.textContent = "#qa * { overflow: visible !important; max-width: none !important; }"
            + "html, body, #qa { width: max-content !important; min-width: 100%; }";
        document.head.append(whole);
        const shadowed = marked(); // with nothing scrolled away there is none, and axe tells no shade
        shadowed.forEach((box) => { box.style.backgroundImage = "none"; });
        const { violations, incomplete } = await window.axe.run("#qa", {
            runOnly: { type: "rule", values: ["color-contrast"] },
            preload: false, // of what other rules ask for
            selectors: false,
            resultTypes: ["violations", "incomplete"],
            checks: { "color-contrast": { options: CONTRAST } },
            elementRef: true,
        });
        shadowed.forEach((box) => { box.style.backgroundImage = ""; });
        whole.remove();
        return [...violations, ...incomplete].flatMap((rule) => rule.nodes).map((node) => {
            const { fgColor, bgColor, contrastRatio, expectedContrastRatio, messageKey } =
                node.any[0].data;
            const what = contrastRatio
                ? `${fgColor} on ${bgColor} is ${contrastRatio}, needs ${expectedContrastRatio}`
                : `cannot be told (${messageKey})`;
            return `${told(node.element)}: ${what}`;
        });
    }

    // --- missing glyphs ------------------------------------------------------------------------

    const NO_FONT_HAS = "\u{10FFFD}"; // the last character for private use
    const SHOWS_NOTHING = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cf}]/u;
    const SIZE = 32;
    const canvas = new OffscreenCanvas(2 * SIZE, 2 * SIZE);
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const drawn = new Map();

    function picture(character, font) {
        pen.clearRect(0, 0, canvas.width, canvas.height);
        pen.font = font;
        pen.textBaseline = "middle";
        pen.fillText(character, SIZE / 4, SIZE);
        return pen.getImageData(0, 0, canvas.width, canvas.height).data.join();
    }

    /** Whether a character is drawn as the box that stands for characters without a glyph. */
    function isBox(character, font) {
        const key = `${font} ${character}`;
        if (!drawn.has(key)) {
            if (!drawn.has(font)) {
                drawn.set(font, picture(NO_FONT_HAS, font));
            }
            drawn.set(key, picture(character, font) === drawn.get(font));
        }
        return drawn.get(key);
    }

    /** The characters that are shown as boxes. */
    function missingGlyphs() {
        const found = new Set();
        for (const { text, style } of texts()) {
            const font = `${style.fontStyle} ${style.fontWeight} ${SIZE}px ${style.fontFamily}`;
            for (const character of new Set(text)) {
                if (!SHOWS_NOTHING.test(character) && isBox(character, font)) {
                    found.add(character);
                }
            }
        }
        return [...found].sort();
    }

    return { show, turn, faults, contrast, missingGlyphs };
})();
