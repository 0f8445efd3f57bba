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
