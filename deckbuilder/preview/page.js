"use strict";

/* The page of the preview. All that it shows stands in the JSON of #data; where a server stands
   behind it (`live`), it asks that for the same once more when a note was saved. The cards are shown
   in a frame in which no script may run; what notes say is put anywhere else as text, never as HTML. */

const $ = (id) => document.getElementById(id);
let data = JSON.parse($("data").textContent);
const words = data.words;
const live = data.live ?? null;
const choosing = live !== null && live.choosing;

let at = -1; // the card that is shown, of data.cards; -1 for none
let answered = false;
let listed = []; // those that the filters leave, in their order
let shownNote = null;
let frameReady = false;

function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
}

const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const leaf = (deck) => deck.split("::").at(-1);
const where = (card) => `${card.path}:${card.line}`;
const identity = (card) => `${card.guid} ${card.ordinal} ${card.offered}`;

/* --- switches -------------------------------------------------------------------------------- */

function pressed(button) {
    return button.getAttribute("aria-pressed") === "true";
}

function press(button, on) {
    button.setAttribute("aria-pressed", String(on));
}

function night(on) {
    press($("night"), on);
    document.documentElement.dataset.theme = on ? "dark" : "light";
    dress();
}

function phone(on) {
    press($("phone"), on);
    $("screen").classList.toggle("phone", on);
    dress();
}

function both(on) {
    press($("both"), on);
    answered = on;
    showCard();
}

function pane(name) {
    document.querySelector("main").dataset.pane = name;
    draw();
    for (const button of $("panes").children) {
        press(button, button.dataset.pane === name);
    }
}

function tab(name) {
    for (const one of $("tabs").children) {
        const chosen = one.getAttribute("aria-controls") === name;
        one.setAttribute("aria-selected", String(chosen));
        one.tabIndex = chosen ? 0 : -1;
        $(one.getAttribute("aria-controls")).hidden = !chosen;
    }
}

/* --- the card -------------------------------------------------------------------------------- */

function openFrame() {
    const style = element("style", { textContent: data.css }).outerHTML;
    // A page of Anki's own: <base> lets links leave the frame.
    $("frame").srcdoc = `<!doctype html><html><head><meta charset="utf-8"><base target="_blank">${style}`
        + "</head><body></body></html>";
}

$("frame").addEventListener("load", () => {
    frameReady = true;
    $("frame").contentDocument.addEventListener("keydown", onKey);
    showCard();
});

/** The classes of the card's page, as Anki and AnkiDroid set them. */
function dress() {
    const inside = $("frame").contentDocument;
    if (!frameReady || !inside.body) {
        return;
    }
    const dark = pressed($("night"));
    const ordinal = at < 0 ? 1 : data.cards[at].ordinal;
    inside.body.className = `card card${ordinal}${dark ? " nightMode night_mode" : ""}`;
    inside.documentElement.className = dark ? "night-mode" : "";
    inside.documentElement.style.colorScheme = dark ? "dark" : "light";
}

/** HTML of a side, its pictures and sounds put into their places. */
function side(card) {
    if (!answered) {
        return card.front;
    }
    return card.joined ? card.front + card.back : card.back;
}

function fill(body, html) {
    body.innerHTML = html;
    for (const media of body.querySelectorAll("[data-file]")) {
        const name = media.dataset.file;
        const address = data.media[name];
        if (address) {
            media.src = address;
        } else {
            const lacking = said(words["too large"], { name });
            media.replaceWith(element("span", { className: "missing", textContent: lacking }));
        }
    }
}

function showCard() {
    const card = data.cards[at];
    $("flip").disabled = !card;
    $("flip").textContent = answered ? words.ask : words.answer;
    const order = listed.indexOf(at);
    $("position").textContent = card
        ? said(words.number, { number: order < 0 ? "–" : order + 1, all: listed.length }) : "";
    $("previous").disabled = order <= 0;
    $("next").disabled = order < 0 || order === listed.length - 1;
    showAbout(card);
    if (!frameReady) {
        return;
    }
    const inside = $("frame").contentDocument;
    fill(inside.body, card ? side(card) : "");
    if (told) {
        inside.body.append(element("article", {},
            element("div", { className: "ask", textContent: told.front }), element("hr"), told.answer));
    }
    dress();
    const answer = answered && inside.getElementById("answer");
    inside.documentElement.scrollTop = 0;
    if (answer && inside.documentElement.scrollHeight > inside.documentElement.clientHeight * 1.5) {
        answer.scrollIntoView();
    }
}

function showAbout(card) {
    const about = $("about");
    about.replaceChildren();
    showChoices(card ? proposalOf(card) : told);
    if (!card) {
        about.append(told ? element("p", {}, badge(words["left by you"], "offered"), `${told.path}:${told.line}`)
            : element("p", { textContent: data.cards.length ? words.empty : words.nothing }));
        return;
    }
    const line = element("p", {}, badge(card.kind, "kind"));
    if (card.offered) {
        line.append(badge(words.offered, "offered"));
    }
    if (card.changed) {
        line.append(badge(card.changed, "changed"));
    }
    line.append(element("code", { textContent: where(card) }));
    const place = element("p", { className: "soft", textContent: card.deck.split("::").join(" › ") });
    about.append(line, place);
    if (card.tags.length) {
        about.append(element("p", { className: "soft", textContent: card.tags.map((t) => `#${t}`).join("  ") }));
    }
}

function badge(text, kind) {
    return element("span", { className: `badge ${kind}`, textContent: text });
}

function flip() {
    if (at >= 0) {
        answered = !answered;
        showCard();
    }
}

function select(index, { keep = false } = {}) {
    at = index;
    told = null;
    answered = keep ? answered : pressed($("both"));
    const card = data.cards[at];
    if (card) {
        bringIn(listed.indexOf(at));
        showNote(card.path, card.line);
    }
    draw();
    showCard();
}

/** Show a card that was clicked elsewhere than in the list; the keys are the card's from then on. */
function goTo(index, event) {
    select(index);
    pane("stage");
    if (event.detail) { // by a mouse or a finger: who uses the keyboard stays where they are
        $("flip").focus();
    }
}

function step(by) {
    const next = listed.indexOf(at) + by;
    if (listed.length && next >= 0 && next < listed.length) {
        select(listed[next]);
    }
}

/* --- the list and its filters ---------------------------------------------------------------- */

/* Only the rows that are seen are there: thousands of cards cost as little as a screenful. */

const HEIGHT = 56; // of a row, as in page.css
const BEYOND = 8; // so many rows are drawn above and below

function row(index, order) {
    const card = data.cards[index];
    const title = element("span", { className: "title", textContent: card.title });
    const small = element("span", { className: "small" }, badge(card.kind, "kind"));
    if (card.offered) {
        small.append(badge(words.offered, "offered"));
    }
    if (card.changed) {
        small.append(badge(card.changed, "changed"));
    }
    small.append(element("span", { className: "where", textContent: where(card) }));
    const item = element("li", { id: `card-${index}`, title: card.title }, title, small);
    item.style.top = `${order * HEIGHT}px`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(index === at));
    item.setAttribute("aria-setsize", listed.length);
    item.setAttribute("aria-posinset", order + 1);
    return item;
}

function draw() {
    const list = $("list");
    list.style.setProperty("--height", `${listed.length * HEIGHT}px`);
    const first = Math.max(Math.floor(list.scrollTop / HEIGHT) - BEYOND, 0);
    const last = Math.ceil((list.scrollTop + list.clientHeight) / HEIGHT) + BEYOND;
    list.replaceChildren(...listed.slice(first, last).map((index, order) => row(index, first + order)));
    const drawn = document.getElementById(`card-${at}`);
    if (drawn) {
        list.setAttribute("aria-activedescendant", drawn.id);
    } else {
        list.removeAttribute("aria-activedescendant");
    }
}

function bringIn(order) {
    const list = $("list");
    const top = order * HEIGHT;
    list.style.setProperty("--height", `${listed.length * HEIGHT}px`);
    if (order >= 0 && (top < list.scrollTop || top + HEIGHT > list.scrollTop + list.clientHeight)) {
        list.scrollTop = top - (list.clientHeight - HEIGHT) / 2;
    }
}

function options(list, all, values, shown = (value) => value) {
    const before = list.value;
    list.replaceChildren(new Option(all, ""), ...values.map((value) => new Option(shown(value), value)));
    list.value = before;
    if (list.selectedIndex < 0) {
        list.value = "";
    }
}

const unique = (values) => [...new Set(values)];

/** Decks and tags with those above them, which hold theirs, too. */
function withAbove(names) {
    const found = new Set();
    for (const name of names) {
        const parts = name.split("::");
        parts.forEach((_, end) => found.add(parts.slice(0, end + 1).join("::")));
    }
    return [...found];
}

function below(name, above) {
    return name === above || name.startsWith(`${above}::`);
}

function indented(name) {
    const parts = name.split("::");
    return `${"\u2003".repeat(parts.length - 1)}${parts.at(-1)}`;
}

function showList() {
    const tags = withAbove(unique(data.cards.flatMap((card) => card.tags))).sort();
    options($("kind"), words["all kinds"], unique(data.cards.map((card) => card.kind)));
    options($("deck"), words["all decks"], withAbove(unique(data.cards.map((card) => card.deck))), indented);
    options($("tag"), words["all tags"], tags, indented);
    const made = $("made").value || "made";
    $("made").replaceChildren(
        new Option(words.made, "made"),
        new Option(words.offers, "offers"),
        new Option(words["made and offered"], "all"),
    );
    $("made").value = made;
    for (const name of ["kind", "deck", "tag", "made"]) {
        $(name).hidden = $(name).options.length < 3 && name !== "made";
    }
}

const MARKUP = /<[^>]*>/g;
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39|#x27);/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'", "#x27": "'" };

/** All that a card says, to be searched; made when it is first searched for. */
function text(card) {
    card.text ??= `${card.title} ${card.front} ${card.back} ${card.path}`
        .replace(MARKUP, " ").replace(ENTITY, (_, name) => ENTITIES[name]).normalize("NFC").toLowerCase();
    return card.text;
}

function filter({ keep = true } = {}) {
    const [kind, deck, tag, made] = ["kind", "deck", "tag", "made"].map((name) => $(name).value);
    const sought = $("search").value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    listed = [];
    data.cards.forEach((card, index) => {
        const fits = (made === "all" || (made === "offers") === card.offered)
            && (!kind || card.kind === kind)
            && (!deck || below(card.deck, deck))
            && (!tag || card.tags.some((one) => below(one, tag)))
            && sought.every((word) => text(card).includes(word));
        if (fits) {
            listed.push(index);
        }
    });
    $("shown").textContent = listed.length ? said(words.shown, { number: listed.length.toLocaleString() }) : words.empty;
    if (keep && listed.includes(at)) {
        bringIn(listed.indexOf(at));
        draw();
        showCard();
    } else {
        select(listed.length ? listed[0] : -1);
    }
}

/* --- the note's text ------------------------------------------------------------------------- */

let cardsAt = new Map(); // the first card of what is asked at a line of a note

const asked = (path, line, name) => `${path}\n${line}\n${name}`;

function showNotes() {
    cardsAt = new Map();
    data.cards.forEach((card, index) => {
        const key = asked(card.path, card.line, card.name);
        if (!cardsAt.has(key)) {
            cardsAt.set(key, index);
        }
    });
    shownNote = null;
    const paths = data.notes.map((note) => note.path);
    $("path").replaceChildren(...paths.map((path) => new Option(path, path)));
}

function remark(note, one) {
    if (one.what === "out") {
        const made = element("button", { type: "button", className: "remark offered" }, `${words["left by you"]}: ${one.said}`);
        made.addEventListener("click", () => tell(one.one));
        return made;
    }
    const index = cardsAt.get(asked(note.path, one.line, one.name));
    const clickable = (one.what === "made" || one.what === "offered") && index !== undefined;
    const made = clickable
        ? element("button", { type: "button", className: `remark ${one.what}`, title: one.why })
        : element("p", { className: `remark ${one.what}` });
    const prefix = one.what === "offered" ? `${words.offered}: ` : one.what === "left" ? `${words["left out"]}: ` : "";
    made.append(prefix + one.said);
    if (one.what === "offered" && one.why) {
        made.append(element("small", { textContent: one.why }));
    }
    if (clickable) {
        made.addEventListener("click", (event) => {
            if (data.cards[index].offered && $("made").value === "made") {
                $("made").value = "all";
                at = index;
                filter();
            }
            goTo(index, event);
        });
    }
    return made;
}

/** The text of a note, what became of its lines beside it. */
function showNote(path, line) {
    const note = data.notes.find((one) => one.path === path);
    if (!note) {
        $("text").replaceChildren();
        return;
    }
    if (shownNote !== path) {
        shownNote = path;
        $("path").value = path;
        const beside = new Map();
        const kinds = new Map();
        const left = data.proposals.filter((one) => one.path === path && one.chosen.take === "leave");
        const out = left.map((one) => ({ what: "out", first: one.line, last: one.line, said: one.front, one }));
        for (const one of [...note.remarks, ...out]) {
            for (let number = one.first; number <= one.last; number += 1) {
                if (one.what !== "rejected" && !kinds.has(number)) {
                    kinds.set(number, one.what);
                }
            }
            if (one.said) {
                beside.set(one.first, [...(beside.get(one.first) ?? []), one]);
            }
        }
        const last = Math.max(note.lines.length, ...beside.keys());
        const lines = Array.from({ length: last }, (_, index) => index + 1);
        const noted = note.lines.length ? lines : lines.filter((number) => beside.has(number));
        $("text").replaceChildren(...noted.map((number) => {
            const drawn = element("div", { className: `line ${kinds.get(number) ?? ""}` },
                element("span", { className: "number", textContent: number }),
                element("span", { className: "said", textContent: note.lines[number - 1] ?? "" }));
            drawn.dataset.line = number;
            drawn.append(...(beside.get(number) ?? []).map((one) => remark(note, one)));
            return drawn;
        }));
    }
    const here = data.cards[at]?.path === path ? data.cards[at].lines : [];
    for (const drawn of $("text").children) {
        const number = Number(drawn.dataset.line);
        drawn.classList.toggle("here", here.some(([first, end]) => first <= number && number <= end));
    }
    const drawn = $("text").querySelector(`[data-line="${line}"]`);
    if (drawn) {
        $("text").scrollTop = drawn.offsetTop - $("text").clientHeight / 4;
    }
}

/* --- messages and changes -------------------------------------------------------------------- */

function showDiagnostics() {
    const found = data.diagnostics.map((one) => {
        const place = one.line ? `${one.path}:${one.line}` : one.path;
        const known = data.notes.some((note) => note.path === one.path);
        const link = known
            ? element("button", { type: "button", className: "place", textContent: place })
            : element("span", { className: "place", textContent: place });
        link.addEventListener("click", () => {
            showNote(one.path, one.line);
            pane("note");
        });
        return element("li", { className: one.severity },
            element("p", {}, badge(one.called, one.severity), link),
            element("p", { textContent: one.message }),
            element("p", { className: "soft", textContent: `${one.hint} [${one.code}]` }));
    });
    $("diagnostics").replaceChildren(found.length
        ? element("ul", {}, ...found) : element("p", { className: "soft", textContent: words["no diagnostics"] }));
}

function showChanges() {
    const firsts = new Map();
    data.cards.forEach((card, index) => {
        if (!card.offered && !firsts.has(card.guid)) {
            firsts.set(card.guid, index);
        }
    });
    const found = data.changes.map((one) => {
        const index = firsts.get(one.guid) ?? -1;
        const name = one.was ? `${one.was} → ${one.name}` : one.name;
        const link = index >= 0
            ? element("button", { type: "button", className: "place", textContent: name })
            : element("span", { className: "place", textContent: name });
        link.addEventListener("click", (event) => {
            if (index >= 0) {
                goTo(index, event);
            }
        });
        return element("li", { className: one.kind },
            element("p", {}, badge(one.called, "changed"), link),
            element("p", { className: "soft", textContent: `${one.type} · ${one.where}` }));
    });
    $("changes").replaceChildren(found.length
        ? element("ul", {}, ...found) : element("p", { className: "soft", textContent: words["no changes"] }));
}

/* --- the author's say ------------------------------------------------------------------------ */

let proposals = new Map(); // what the reader found, by the line and the name of what is asked
let told = null; // one that has no card and is looked at

function showProposals() {
    proposals = new Map();
    for (const one of data.proposals) {
        for (const name of new Set([one.front, one.chosen.name || one.front])) {
            const key = asked(one.path, one.line, name);
            proposals.set(key, [...(proposals.get(key) ?? []), one]);
        }
    }
}

/** The one that a card is made of, or would be. */
function proposalOf(card) {
    const found = proposals.get(asked(card.path, card.line, card.name)) ?? [];
    const likely = (one) => 2 * (one.made !== card.offered) + ((one.chosen.kind || one.kind) === card.type);
    return found.toSorted((one, other) => likely(other) - likely(one))[0] ?? null;
}

function showChoices(one) {
    const box = $("choices");
    box.hidden = !choosing || !one;
    box.replaceChildren();
    if (box.hidden) {
        return;
    }
    const button = (text, choice) => {
        const made = element("button", { type: "button", textContent: text });
        made.addEventListener("click", () => choose(one, choice));
        return made;
    };
    box.append(one.made ? button(words.leave, { take: "leave" }) : button(words["take it"], { take: "take" }));
    const name = element("input", { type: "text", value: one.chosen.name || one.front });
    name.setAttribute("aria-label", words.name);
    const rename = element("form", {}, name, element("button", { textContent: words["rename"] }));
    rename.addEventListener("submit", (event) => {
        event.preventDefault();
        choose(one, { name: name.value.trim() === one.front ? "" : name.value.trim() });
    });
    box.append(rename);
    if (one.kinds.length) {
        const kinds = element("select", {}, new Option(words["choose kind"], ""),
            ...one.kinds.map((kind) => new Option(kind.called, kind.key)));
        kinds.setAttribute("aria-label", words["choose kind"]);
        kinds.value = one.chosen.kind;
        kinds.addEventListener("change", () => choose(one, { kind: kinds.value }));
        box.append(kinds);
    }
    if (one.chosen.take || one.chosen.name || one.chosen.kind) {
        box.append(button(words.undo, { take: "", name: "", kind: "" }));
    }
}

/** Have a choice written down; the page is told when the notes have been read with it. */
async function choose(one, choice) {
    const answer = await fetch("choice", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Deckbuilder-Token": live.token },
        body: JSON.stringify({ id: one.id, ...one.chosen, ...choice }),
    });
    const said = answer.ok ? await answer.json() : { error: `${answer.status} ${answer.statusText}` };
    banner(said.error ?? "");
}

/** Take what is shown, or leave it out. */
function decide(take) {
    const card = data.cards[at];
    const one = told ?? (card && proposalOf(card));
    if (choosing && one) {
        choose(one, { take });
    }
}

/** Look at what was left out by choice: it has no card. */
function tell(one) {
    at = -1;
    told = one;
    draw();
    showCard();
    showNote(one.path, one.line);
    pane("stage");
}

/* --- keys ------------------------------------------------------------------------------------ */

const TYPING = "input, textarea, select";

function onKey(event) {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) {
        return;
    }
    if (event.key === "Escape" && target === $("search")) {
        $("list").focus();
        return;
    }
    if (target.matches?.(TYPING) || (target.closest?.("[role=tablist]") && event.key.startsWith("Arrow"))) {
        return;
    }
    const inText = target.closest?.("#text") && ["ArrowUp", "ArrowDown", " "].includes(event.key);
    const pressing = event.key === " " && target.closest?.("button, a, summary");
    const act = inText || pressing ? null : KEYS[event.key];
    if (act) {
        event.preventDefault();
        act();
    }
}

const KEYS = {
    " ": flip,
    ArrowLeft: () => step(-1),
    ArrowUp: () => step(-1),
    ArrowRight: () => step(1),
    ArrowDown: () => step(1),
    Home: () => select(listed[0] ?? -1),
    End: () => select(listed.at(-1) ?? -1),
    "/": () => {
        tab("cards");
        pane("left");
        $("search").focus();
        $("search").select();
    },
    "?": () => $("keys").showModal(),
    n: () => night(!pressed($("night"))),
    p: () => phone(!pressed($("phone"))),
    b: () => both(!pressed($("both"))),
    t: () => decide("take"),
    x: () => decide("leave"),
};

document.addEventListener("keydown", onKey);

/* --- what a click does ----------------------------------------------------------------------- */

$("night").addEventListener("click", KEYS.n);
$("phone").addEventListener("click", KEYS.p);
$("both").addEventListener("click", KEYS.b);
$("help").addEventListener("click", KEYS["?"]);
$("flip").addEventListener("click", flip);
$("previous").addEventListener("click", () => step(-1));
$("next").addEventListener("click", () => step(1));
$("search").addEventListener("input", () => filter());
for (const name of ["kind", "deck", "tag", "made"]) {
    $(name).addEventListener("change", () => filter());
}
$("path").addEventListener("change", () => showNote($("path").value, 1));
$("list").addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) {
        select(Number(item.id.replace("card-", "")));
        pane("stage");
    }
});
$("list").addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
addEventListener("resize", draw);
$("panes").addEventListener("click", (event) => {
    if (event.target.dataset.pane) {
        pane(event.target.dataset.pane);
    }
});
$("tabs").addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=tab]");
    if (chosen) {
        tab(chosen.getAttribute("aria-controls"));
    }
});
$("tabs").addEventListener("keydown", (event) => {
    const tabs = [...$("tabs").children];
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
        const next = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
        tab(next.getAttribute("aria-controls"));
        next.focus();
    }
});
$("keys").querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    $("keys").close();
});

/* --- what a save brings ---------------------------------------------------------------------- */

function count(name, number) {
    $(`tab-${name}`).querySelector(".count").textContent = number.toLocaleString();
}

function show() {
    document.title = data.title;
    document.querySelector("h1").textContent = data.title;
    count("cards", data.cards.filter((card) => !card.offered).length);
    count("diagnostics", data.diagnostics.length);
    count("changes", data.changes.length);
    showProposals();
    showList();
    showNotes();
    showDiagnostics();
    showChanges();
}

async function renew() {
    const answer = await fetch("data");
    const fresh = await answer.json();
    // Another server, or a style that the page did not come with and may not use.
    if (fresh.live.token !== live.token || fresh.css !== data.css) {
        location.reload();
        return;
    }
    const before = data.cards[at];
    const line = before ? before.line : 0;
    data = fresh;
    at = -1;
    show();
    const same = before ? data.cards.findIndex((card) => identity(card) === identity(before)) : -1;
    const near = before ? data.cards.findIndex((card) => card.path === before.path && card.line >= line) : -1;
    const kept = answered;
    filter({ keep: false });
    const next = same >= 0 ? same : listed.includes(near) ? near : at;
    if (next >= 0) {
        answered = kept;
        select(next, { keep: true });
    }
    banner("");
    $("shown").textContent += ` · ${words.updated}`;
}

function banner(text) {
    $("banner").textContent = text;
    $("banner").hidden = !text;
}

if (live) {
    const events = new EventSource(`events?${live.version}`);
    events.addEventListener("saved", renew);
    events.addEventListener("error", () => banner(words.lost));
    events.addEventListener("open", () => banner(""));
}

press($("night"), matchMedia("(prefers-color-scheme: dark)").matches);
night(pressed($("night")));
show();
openFrame();
filter();
