/* Captions: the browser times the track, this page draws it, so that size and place can be chosen and nothing shows twice. */
const captionBox = byId("captions");
const stage = byId("screen");
let captionLanguage = byId("language").value;
let captionSize = 1;
const spokenLanguage = captionLanguage;

function wantedTrack() {
  return captionLanguage ? byId("captions-" + version.name + "-" + captionLanguage) : null;
}

function drawCaptions() {
  const element = wantedTrack();
  const cues = element && element.track.activeCues ? Array.from(element.track.activeCues) : [];
  captionBox.textContent = "";
  cues.forEach((cue) => {
    const line = document.createElement("span");
    line.lang = captionLanguage;
    line.textContent = cue.getCueAsHTML ? cue.getCueAsHTML().textContent : cue.text;
    captionBox.append(line);
  });
}

function setCaptions(language) {
  captionLanguage = language;
  const wanted = wantedTrack();
  all("track", film).forEach((element) => {
    element.track.mode = element === wanted || element.kind !== "captions" ? "hidden" : "disabled";
  });
  byId("language").value = language;
  byId("caption").setAttribute("aria-pressed", String(Boolean(language)));
  byId("first-captions").checked = Boolean(language);
  drawCaptions();
}

function toggleCaptions() {
  setCaptions(captionLanguage ? "" : spokenLanguage);
  say(captionLanguage ? "Captions on" : "Captions off");
}

function fitCaptions() {
  captionBox.style.fontSize = Math.max(15, stage.clientWidth * 0.0281) * captionSize + "px";
}

all("track", film).forEach((element) => element.track.addEventListener("cuechange", drawCaptions));
/* The film file carries captions of its own, for other players: here they would show twice. */
film.textTracks.addEventListener("addtrack", (event) => {
  if (!all("track", film).some((element) => element.track === event.track)) event.track.mode = "disabled";
});
film.addEventListener("seeked", drawCaptions);
new ResizeObserver(fitCaptions).observe(stage);
