/* What a viewer chooses. Nothing is kept: the next class starts afresh. */
function chooseVersion(name) {
  const next = data.versions.find((one) => one.name === name);
  if (!next || next === version) return;
  const at = film.currentTime;
  const chapter = chapterAt(at);
  const shift = next.chapters[chapter] - version.chapters[chapter];
  const playing = !film.paused;
  const speed = film.playbackRate;
  version = next;
  film.src = version.file;
  film.addEventListener("loadedmetadata", () => {
    seek(at > 0 ? at + shift : 0); /* Cuts of one length keep the moment; a longer one keeps the chapter. */
    film.playbackRate = speed;
    if (playing) film.play();
  }, { once: true });
  setCaptions(captionLanguage);
  timeLines();
  timeChapters();
  byId("whole").textContent = clock(version.length);
  all("[data-versions]").forEach((select) => { select.value = name; });
}
all("[data-versions]").forEach((select) => {
  data.versions.forEach((one) => select.append(new Option(one.label, one.name)));
  select.addEventListener("change", () => chooseVersion(select.value));
});

function choosePauses(on) {
  stopping = on;
  ["pauses", "first-pauses"].forEach((id) => { if (byId(id)) byId(id).checked = on; });
}
["pauses", "first-pauses"].forEach((id) => { if (byId(id)) byId(id).addEventListener("change", (event) => choosePauses(event.target.checked)); });

byId("first-captions").addEventListener("change", (event) => setCaptions(event.target.checked ? spokenLanguage : ""));
byId("language").addEventListener("change", (event) => setCaptions(event.target.value));
byId("caption").addEventListener("click", toggleCaptions);
all("input[name=size]").forEach((choice) => choice.addEventListener("change", () => { captionSize = Number(choice.value); fitCaptions(); }));
byId("speed").addEventListener("change", (event) => { film.playbackRate = Number(event.target.value); });
