/* The film element, what the page knows about it, and one tick for every picture that is shown. */
const byId = (id) => document.getElementById(id);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const data = JSON.parse(byId("data").textContent);
const app = byId("app");
const film = byId("film");
const spoken = byId("spoken");
let version = data.versions[0];
const ticks = [];

film.removeAttribute("controls"); /* Without this script the browser's own are there. */
byId("controls").hidden = false;

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds + 0.001));
  return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
}

function say(words) {
  spoken.textContent = "";
  window.setTimeout(() => { spoken.textContent = words; }, 60); /* A screen reader hears a change, not a repeat. */
}

function show(state) {
  app.dataset.state = state;
  all(".card").forEach((card) => { card.hidden = true; });
  if (state === "note") byId("note").hidden = false;
  if (state === "end") byId("ending").hidden = false;
  window.scrollTo(0, 0);
}

function seek(seconds) {
  film.currentTime = Math.min(Math.max(0, seconds), version.length - version.frame);
}

function play() {
  show("play");
  const started = film.play();
  if (started) started.catch(() => {}); /* A browser that refuses leaves the play button where it is. */
}

function chapterAt(seconds) {
  let at = 0;
  version.chapters.forEach((start, number) => { if (seconds >= start - 0.001) at = number; });
  return at;
}

/* Every picture where the browser tells, every repaint where it does not, and four times a second for a page nobody looks at. */
function tick() { ticks.forEach((step) => step(film.currentTime)); }
if (film.requestVideoFrameCallback) {
  const next = () => { tick(); film.requestVideoFrameCallback(next); };
  film.requestVideoFrameCallback(next);
} else {
  const next = () => { if (!film.paused) tick(); window.requestAnimationFrame(next); };
  window.requestAnimationFrame(next);
}
["timeupdate", "seeked", "play", "pause"].forEach((event) => film.addEventListener(event, tick));

film.addEventListener("error", () => {
  const box = byId("problem");
  box.textContent = "The film " + version.file + " could not be played. It must lie in the same folder as this page.";
  box.hidden = false;
});
