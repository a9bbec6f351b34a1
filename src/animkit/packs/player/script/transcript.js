/* The transcript follows the film, and leads it: one stop for the keyboard, arrows inside it. */
const transcript = byId("transcript");
const lines = all(".entry", transcript);
let current = -1;

function lineAt(seconds) {
  let at = -1;
  version.entries.forEach((start, number) => { if (seconds >= start - 0.02 && (at < 0 || start >= version.entries[at])) at = number; });
  return at;
}

function follow(seconds) {
  const at = lineAt(seconds);
  if (at === current) return;
  if (lines[current]) lines[current].removeAttribute("aria-current");
  current = at;
  if (!lines[at]) return;
  lines[at].setAttribute("aria-current", "true");
  if (transcript.contains(document.activeElement)) return; /* Somebody reads in it: it must not run away. */
  const top = lines[at].getBoundingClientRect().top - transcript.getBoundingClientRect().top;
  transcript.scrollTop += top - transcript.clientHeight * 0.35;
}
ticks.push(follow);

function timeLines() {
  lines.forEach((line, number) => { line.querySelector(".at").textContent = clock(version.entries[number]); });
  current = -1;
  follow(film.currentTime);
}

transcript.addEventListener("keydown", (event) => {
  const open = lines.filter((line) => line.offsetParent);
  const at = open.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: open.length - 1 }[event.key];
  if (to === undefined || !open[to]) return;
  event.preventDefault();
  event.stopPropagation();
  (at < 0 && event.key.startsWith("Arrow") && lines[current] ? lines[current] : open[to]).focus();
});
lines.forEach((line, number) => line.addEventListener("click", () => seek(version.entries[number])));
byId("told").addEventListener("change", (event) => transcript.classList.toggle("plain", !event.target.checked));
