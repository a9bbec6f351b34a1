/* Pauses: the film stops by itself on the last picture of a shot, and the class has the question. */
const cards = all(".pausing");
let stopping = true;
let last = 0;

function openPause(number) {
  film.pause();
  film.currentTime = version.pauses[number] + version.frame / 2;
  last = film.currentTime;
  show("pause");
  cards[number].hidden = false;
  cards[number].querySelector("h2").focus({ preventScroll: true });
}

/* A pause that is reached by playing stops the film; one that is jumped over does not. */
ticks.push((seconds) => {
  const from = last;
  last = seconds;
  if (film.paused || film.seeking || !stopping || app.dataset.state !== "play" || seconds - from > 1.5) return;
  const number = version.pauses.findIndex((at) => from < at && at <= seconds + 0.001);
  if (number >= 0) openPause(number);
});
film.addEventListener("seeking", () => { last = film.currentTime; });

ticks.push((seconds) => {
  const box = byId("next");
  if (!box) return;
  const number = version.pauses.findIndex((at) => at > seconds + 0.001);
  box.hidden = number < 0;
  if (number < 0) return;
  byId("next-when").textContent = "Pause " + (number + 1) + " in " + clock(version.pauses[number] - seconds);
  byId("next-who").textContent = cards[number].querySelector(".who").textContent.trim();
});

/* The timer starts only when somebody presses it. No sound, no flash; a screen reader hears the last minute and the end. */
function setUpTimer(card) {
  const box = card.querySelector(".timer");
  const ring = box.querySelector(".left");
  const length = 2 * Math.PI * 45;
  let whole = Number(box.dataset.minutes) * 60;
  let left = whole;
  let until = 0;
  let beat = null;
  let begun = false;
  ring.setAttribute("stroke-dasharray", length.toFixed(2));

  function draw() {
    box.querySelector("[data-left]").textContent = clock(left);
    ring.setAttribute("stroke-dashoffset", (length * (1 - left / whole)).toFixed(2));
    box.querySelector("[data-run]").textContent = beat ? "Stop the timer" : begun && left > 0 ? "Go on" : "Start the timer";
  }
  function stop() { window.clearInterval(beat); beat = null; draw(); }
  function step() {
    const before = left;
    left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (before > 60 && left <= 60) say("One minute left");
    if (left === 0) { stop(); say("Time is up"); } else draw();
  }
  box.querySelector("[data-run]").addEventListener("click", () => {
    if (beat) { stop(); return; }
    if (left === 0) { whole = Number(box.dataset.minutes) * 60; left = whole; }
    begun = true;
    until = Date.now() + left * 1000;
    beat = window.setInterval(step, 200);
    draw();
  });
  box.querySelector("[data-more]").addEventListener("click", () => {
    whole = Math.max(whole, left + 60);
    left += 60;
    until += 60000;
    draw();
    say(Math.ceil(left / 60) + " minutes");
  });
  card.querySelector("[data-on]").addEventListener("click", () => { stop(); play(); byId("play").focus({ preventScroll: true }); });
  draw();
}
cards.forEach(setUpTimer);

film.addEventListener("ended", () => { show("end"); byId("ending-title").focus({ preventScroll: true }); });
byId("again").addEventListener("click", () => { seek(0); last = 0; play(); byId("play").focus(); });
