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
