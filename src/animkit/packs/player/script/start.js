/* The controls under the picture, the chapters, and the first state: the content note. Nothing plays before somebody starts it. */
const seekBar = byId("seek");
const chapterButtons = all(".chapter");

function timeChapters() {
  seekBar.max = String(version.length);
  byId("marks").replaceChildren(...version.pauses.map((at) => {
    const mark = document.createElement("span");
    mark.style.left = 100 * at / version.length + "%";
    return mark;
  }));
  chapterButtons.forEach((button, number) => { button.querySelector("[data-at]").textContent = clock(version.chapters[number]); });
}
function drawTime(seconds) {
  seekBar.value = String(seconds);
  seekBar.setAttribute("aria-valuetext", clock(seconds) + " of " + clock(version.length));
  byId("time").textContent = clock(seconds);
  const at = chapterAt(seconds);
  chapterButtons.forEach((button, number) => {
    if (number === at) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
  });
}
ticks.push(drawTime);

seekBar.addEventListener("input", () => seek(Number(seekBar.value)));
byId("play").addEventListener("click", toggle);
byId("over").addEventListener("click", toggle);
["play", "pause"].forEach((event) => film.addEventListener(event, () => {
  app.classList.toggle("playing", !film.paused);
  byId("play").setAttribute("aria-label", film.paused ? "Play" : "Stop");
}));
byId("mute").addEventListener("click", () => { film.muted = !film.muted; });
byId("volume").addEventListener("input", (event) => { film.volume = Number(event.target.value); film.muted = film.volume === 0; });
film.addEventListener("volumechange", () => {
  byId("mute").setAttribute("aria-pressed", String(film.muted));
  byId("volume").value = String(film.muted ? 0 : film.volume);
});
chapterButtons.forEach((button, number) => button.addEventListener("click", () => seek(version.chapters[number])));
byId("begin").addEventListener("click", () => { play(); byId("play").focus({ preventScroll: true }); });

app.classList.add("ready");
setCaptions(captionLanguage);
timeChapters();
timeLines();
drawTime(0);
show("note");
