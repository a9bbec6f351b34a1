/* The keyboard reaches all. Single letters can be switched off, for who steers a computer by voice (WCAG 2.1.4). */
let shifts = [];

function toggle() {
  if (app.dataset.state !== "play") return;
  if (film.paused) play(); else film.pause();
}
function chapter(step) {
  const at = chapterAt(film.currentTime);
  const to = step < 0 && film.currentTime - version.chapters[at] > 2 ? at : at + step;
  seek(version.chapters[Math.min(Math.max(0, to), version.chapters.length - 1)]);
}
const letters = { n: () => chapter(1), p: () => chapter(-1), c: toggleCaptions, f: fullScreen, h: () => openPanel(byId("help-panel")) };

document.addEventListener("keydown", (event) => {
  if (left) return;
  if (event.key === "Shift" && !event.repeat) {
    shifts = [...shifts.slice(-2), Date.now()];
    if (shifts.length === 3 && shifts[2] - shifts[0] < 1500) leave();
    return;
  }
  shifts = [];
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const target = event.target;
  if (event.key === " " && !target.matches("button, input, select, textarea")) { event.preventDefault(); toggle(); return; }
  if (target.matches("input[type=range], select, textarea")) return;
  if (app.dataset.state === "play" && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    event.preventDefault();
    seek(film.currentTime + (event.key === "ArrowLeft" ? -5 : 5));
    return;
  }
  const does = letters[event.key.toLowerCase()];
  if (!does || !byId("letters").checked) return;
  if ("npc".includes(event.key.toLowerCase()) && app.dataset.state !== "play") return;
  event.preventDefault();
  does();
});
