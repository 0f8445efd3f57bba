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
