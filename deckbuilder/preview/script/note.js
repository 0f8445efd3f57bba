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
