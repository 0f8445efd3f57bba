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
    banner(data.live.fault);
    if (!data.live.fault) {
        $("shown").textContent += ` · ${words.updated}`;
    }
}

function banner(text) {
    $("banner").textContent = text;
    $("banner").hidden = !text;
}

if (live) {
    const events = new EventSource(`events?${live.version}`);
    events.addEventListener("saved", renew);
    events.addEventListener("error", () => banner(words.lost));
    events.addEventListener("open", () => banner(data.live.fault));
    banner(live.fault);
}

press($("night"), matchMedia("(prefers-color-scheme: dark)").matches);
night(pressed($("night")));
show();
openFrame();
filter();
