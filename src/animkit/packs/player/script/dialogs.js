/* Help, settings, and the way out. Help is one press away in every state; the film waits meanwhile. */
function openPanel(panel) {
  if (panel.open) return;
  all("dialog[open]").forEach((other) => other.close());
  film.pause();
  panel.showModal();
}
[["help", "help-panel"], ["settings", "settings-panel"]].forEach(([button, panel]) => {
  byId(button).addEventListener("click", () => openPanel(byId(panel)));
  byId(panel).querySelector("[data-close]").addEventListener("click", () => byId(panel).close());
  byId(panel).addEventListener("click", (event) => { if (event.target === byId(panel)) byId(panel).close(); });
  byId(panel).addEventListener("close", () => byId(button).focus());
});

function leave() {
  film.pause();
  film.removeAttribute("src");
  film.load();
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  ticks.length = 0;
  left = true;
  document.title = "Notes";
  const notes = document.createElement("textarea");
  notes.className = "notes";
  notes.setAttribute("aria-label", "Notes");
  document.body.className = "";
  document.body.replaceChildren(notes);
  notes.focus();
}
let left = false;
byId("leave").addEventListener("click", leave);

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else document.documentElement.requestFullscreen().catch(() => {}); /* The whole page, or the pause card would be lost. */
}
byId("full").addEventListener("click", fullScreen);
document.addEventListener("fullscreenchange", () => byId("full").setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));
