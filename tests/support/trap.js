// Runs before anything else in every page and frame of a trap; `trap.py` listens at `trapped`.
"use strict";

(() => {
    const tell = (what) => { window.trapped(what); };
    for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
        window[name] = () => { tell(name); };
    }
    for (const name of ["open", "write", "writeln"]) {
        document[name] = () => { tell(`document.${name}`); };
    }
    Object.defineProperty(window, "pwned", { set() { tell("pwned"); } });

    // --- what is in the HTML of a field ------------------------------------------------------------

    const ELEMENTS = `applet base body button dialog embed fencedframe form frame frameset head html
        iframe input isindex keygen link marquee math meta noembed noframes noscript object option
        plaintext portal script select style svg template textarea title xmp`.split(/\s+/);
    const URLS = ["action", "background", "cite", "data", "dynsrc", "formaction", "href", "longdesc",
        "lowsrc", "poster", "src", "xlink:href"];
    const HARMLESS = ["http:", "https:", "mailto:"];
    const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);/i;

    /** Whether a URL leads to the web or to a file of the deck, as the browser itself reads it. */
    function isHarmless(url) {
        return !URL.canParse(url, document.baseURI)
            || HARMLESS.includes(new URL(url, document.baseURI).protocol);
    }

    // A form's inputs can hide its own properties: `<form><input name=attributes>`.
    const own = (name) => Object.getOwnPropertyDescriptor(Element.prototype, name);
    const attributes = (element) => [...own("attributes").get.call(element)];
    const nameOf = (element) => own("localName").get.call(element);

    function* unsafeAttributes(element) {
        for (const { name, value } of attributes(element)) {
            const isPicture = name === "src" && nameOf(element) === "img" && PICTURE.test(value);
            if (name.startsWith("on") || ["ping", "srcdoc", "srcset", "style"].includes(name)) {
                yield name;
            } else if (URLS.includes(name) && !isPicture && !isHarmless(value)) {
                yield `${name}=${value}`;
            }
        }
    }

    /** What must not be in a field: elements, attributes and URLs. */
    function unsafe(html) {
        const box = document.createElement("template"); // nothing in it runs
        box.innerHTML = html;
        const found = [];
        for (const element of box.content.querySelectorAll("*")) {
            const name = nameOf(element);
            if (ELEMENTS.includes(name)) {
                found.push(`<${name}>`);
            }
            for (const attribute of unsafeAttributes(element)) {
                found.push(`<${name} ${attribute}>`);
            }
        }
        return found;
    }

    // --- what sides of cards do -------------------------------------------------------------------

    const EVENTS = `animationend animationstart auxclick beforeinput beforematch beforetoggle blur change
        click copy cut dblclick drag dragend dragenter dragover dragstart drop error focus focusin
        focusout input keydown keypress keyup load loadstart mousedown mouseenter mouseleave mousemove
        mouseout mouseover mouseup paste pointerdown pointerenter pointerover pointerup scroll select
        submit toggle touchend touchstart transitionend wheel`.split(/\s+/);

    /** A click leads on where that runs a script; a link to elsewhere may be clicked. */
    function stay(event) {
        const link = event.target.closest?.("a[href]");
        if (link && /^(?:https?|mailto):$/.test(link.protocol)) {
            event.preventDefault();
        }
    }

    function touch(element) {
        const { closest } = Element.prototype;
        // MathJax has its own menus and keys: of its elements, links alone are of interest
        const names = closest.call(element, "mjx-container") ? ["click", "mouseover"] : EVENTS;
        for (const name of names) {
            const kind = { bubbles: true, cancelable: true };
            const event = name === "click" ? new MouseEvent(name, kind) : new Event(name, kind);
            EventTarget.prototype.dispatchEvent.call(element, event);
        }
    }

    /** What a formula must not decide of the elements that MathJax makes of it. */
    function formulaTold(element) {
        const foreign = [...element.classList].filter((name) => !/^(?:mjx|MJX|TEX)/.test(name));
        const found = foreign.map((name) => `a formula sets the class ${name}`);
        for (const name of ["href", "id"]) {
            if (element.hasAttribute(name)) {
                found.push(`a formula sets ${name}=${element.getAttribute(name)}`);
            }
        }
        if (/url\(|position/.test(element.getAttribute("style") ?? "")) {
            found.push(`a formula sets style=${element.getAttribute("style")}`);
        }
        return found;
    }

    /** Put sides into the page as the reviewer does, each alone in a box; touch all that is there. */
    async function run(sides) {
        const qa = document.querySelector("body > #qa");
        qa.replaceChildren();
        window.bridgeCommand = window.pycmd = (command) => { tell(`pycmd ${command}`); };
        window.addEventListener("click", stay, true);
        for (const side of sides) {
            const box = qa.appendChild(document.createElement("div"));
            box.innerHTML = side;
            for (const script of box.querySelectorAll("script")) { // the reviewer runs them
                const again = document.createElement("script");
                for (const { name, value } of attributes(script)) {
                    again.setAttribute(name, value);
                }
                again.textContent = script.textContent;
                script.replaceWith(again);
            }
        }
        await window.MathJax.typesetPromise([qa]);
        for (const element of qa.querySelectorAll("mjx-container *")) {
            formulaTold(element).forEach(tell);
        }
        for (const element of qa.querySelectorAll("*")) {
            touch(element);
        }
        await new Promise((done) => { setTimeout(done, 200); }); // what begins by itself
    }

    window.trap = { unsafe, run };
})();
