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
