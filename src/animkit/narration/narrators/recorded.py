"""Takes that are there already: a person's recordings, and synthetic takes that were committed. The voice's truth: never spoken again."""

from __future__ import annotations

from functools import cached_property

from animkit.campaign.project import Project
from animkit.findings import Finding, Place, Refused
from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration import pronunciation
from animkit.narration.edges import Samples, edges, spread
from animkit.narration.errors import NotHeardError, UnplayableError
from animkit.narration.model import Speech, SpokenLine, Word
from animkit.narration.shelf import Kept, Shelf, shelve
from animkit.narration.sidecar import as_text
from animkit.store import key_of, sha256_bytes, sha256_file
from animkit.storyboard.spoken import words


class Recorded:
    """Reads assets/takes for one film."""

    name = "recorded"

    def __init__(self, project: Project, film: str) -> None:
        self._project = project
        self._film = film
        self._shelves: dict[str, Shelf] = {}

    def can_speak(self, line: SpokenLine) -> bool:
        """Whether there is a take of exactly these words for this speaker."""
        return self._shelf(line).choose(line) is not None

    def notes(self, line: SpokenLine) -> tuple[Finding, ...]:
        """Stale takes, takes from another line, recordings that nobody signed."""
        return tuple(self._shelf(line).notes(line))

    def natural_wpm(self, line: SpokenLine) -> float | None:
        """None: a recording has its own pace."""
        del line
        return None

    def fingerprint(self, line: SpokenLine) -> str:
        """The recording's bytes, its sidecar, and the words it is aligned to."""
        kept = self._kept(line)
        return key_of({"audio": sha256_file(kept.path), "sidecar": as_text(kept.sidecar), "spoken": line.spoken})

    def speak(self, line: SpokenLine, speed: float) -> Speech:
        """The recording. Refused if it cannot be played or does not say its words."""
        del speed
        from animkit.narration.decode import decode

        kept = self._kept(line)
        data = kept.path.read_bytes()
        try:
            if kept.sidecar.audio_sha256 not in (None, sha256_bytes(data)):
                raise UnplayableError("it is not the recording that its sidecar was written for")
            times = kept.sidecar.word_times()
            if times and tuple(word.text for word in times) != words(line.spoken):
                raise UnplayableError("the words in its sidecar are not the line's")
            recording = decode(data)
            if kept.sidecar.finished and (recording.rate_hz, len(recording.samples)) != _expected(kept):
                raise UnplayableError("it is not as long as its sidecar says")
        except UnplayableError as problem:
            raise _refused("take-refused", kept, line, f"the recording {kept.path.name} cannot be used: {problem}") from None
        return Speech(
            samples=recording.samples,
            rate_hz=recording.rate_hz,
            words=times or self._heard(kept, line, recording.samples, recording.rate_hz),
            source=kept.sidecar.source,
            finished=kept.sidecar.finished,
        )

    def _heard(self, kept: Kept, line: SpokenLine, samples: Samples, rate_hz: int) -> tuple[Word, ...]:
        from animkit.narration.align import align
        from animkit.narration.audio import at_48_khz

        if line.language.split("-")[0] != "en":
            return spread(words(line.spoken), edges(at_48_khz(samples, rate_hz)))
        try:
            return align(line, samples, rate_hz, self._pronunciation)
        except NotHeardError as problem:
            raise _refused("take-not-heard", kept, line, f"{kept.path.name} does not seem to say its words: {problem}") from None

    def _shelf(self, line: SpokenLine) -> Shelf:
        if line.language not in self._shelves:
            self._shelves[line.language] = shelve(self._project, self._film, line.language)
        return self._shelves[line.language]

    def _kept(self, line: SpokenLine) -> Kept:
        kept = self._shelf(line).choose(line)
        if kept is None:
            raise Refused(Finding("no-take", f"there is no take of line '{line.line_id}'", place=line.place, shot=line.shot))
        return kept

    @cached_property
    def _pronunciation(self) -> tuple[pronunciation.Pronunciation, ...]:
        return pronunciation.load(self._project)


def _expected(kept: Kept) -> tuple[int, int]:
    return SAMPLE_RATE_HZ, (kept.sidecar.duration_ms or 0) * SAMPLE_RATE_HZ // 1000


def _refused(code: str, kept: Kept, line: SpokenLine, what: str) -> Refused:
    mend = f"record line '{line.line_id}' again, or take the file away"
    return Refused(Finding(code, what, mend=mend, place=Place(kept.shown), shot=line.shot))
