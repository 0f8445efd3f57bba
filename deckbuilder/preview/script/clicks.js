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
