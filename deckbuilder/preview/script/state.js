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
