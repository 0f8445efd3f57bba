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
