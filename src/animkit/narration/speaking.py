"""One line, spoken at its audience's pace and made into a take's sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from animkit.findings import Finding, Place, Refused, Severity
from animkit.narration import pace
from animkit.narration.errors import NoSpeechError
from animkit.narration.model import Narrator, Speech, SpokenLine, Take, Word
from animkit.narration.sidecar import text_hash
from animkit.store import Entry, key_of

if TYPE_CHECKING:
    from animkit.narration.audio import Finished, Part

VERSION = 6
"""Of what happens between a narrator's speech and the take: a change makes every take anew."""

TRIES = 5
MARGIN = 1.01
LEAST_STEP = 1.03
"""A slower try aims lower than needed, and by a fair step: a voice follows its speed in units of 25 ms a sound, not smoothly."""

BARELY_CPS = 1.02
BARELY_WPM = 1.1
"""Up to here a take is not worth a finding: captions have a little room of their own, and short words make a short line fast by count."""


@dataclass(frozen=True, slots=True)
class Made:
    """A take's sound, and the speech it was made of at ``speed``."""

    finished: Finished
    speeches: Sequence[Speech]
    speed: float

    def facts(self) -> dict[str, Any]:
        """What the store keeps beside the sound."""
        return {
            "duration_ms": self.finished.duration_ms,
            "words": [[word.text, word.start_ms, word.end_ms] for word in self.finished.words],
            "source": self.speeches[0].source,
            "guessed": [word for speech in self.speeches for word in speech.guessed],
            "speed": self.speed,
        }


def take_key(narrator: Narrator, line: SpokenLine) -> str:
    """The store's key for the line's take: everything that its sound depends on."""
    natural_wpm = narrator.natural_wpm(line)
    paced = [natural_wpm, list(line.pace_wpm), line.captions_cps, line.text] if natural_wpm else None
    return key_of({"version": VERSION, "narrator": narrator.name, "speech": narrator.fingerprint(line), "paced": paced})


def make(narrator: Narrator, line: SpokenLine) -> Made:
    """The line's take by ``narrator``. Refused if it cannot be spoken.

    A voice whose speed is ours to choose starts in the middle of the band's pace and goes slower as long as the line is too fast to
    follow or to read, down to ``pace.SLOWEST``.
    """
    natural_wpm = narrator.natural_wpm(line)
    first = speed = pace.first_speed(line, natural_wpm) if natural_wpm else 1.0
    try:
        for _ in range(TRIES):
            made = _made(narrator, line, speed, slower=first / speed)
            over = pace.excess(line, made.finished.words, made.finished.duration_ms)
            if not natural_wpm or over <= 1.0 or speed <= pace.SLOWEST:
                break
            speed = pace.bounded(speed / max(over * MARGIN, LEAST_STEP))
    except NoSpeechError as problem:
        raise Refused(_finding("no-speech", line, f"what {narrator.name} made of line '{line.line_id}' is no take: {problem}")) from None
    return made


def _made(narrator: Narrator, line: SpokenLine, speed: float, slower: float) -> Made:
    """One try. A line that the voice runs through without a silence between its sentences is spoken again, sentence by sentence."""
    from animkit.narration.audio import Finished, finish, part_of

    speeches = [narrator.speak(line, speed)]
    whole = speeches[0]
    if whole.finished:
        return Made(Finished(whole.samples, whole.words), speeches, speed)
    if narrator.natural_wpm(line) is None:
        return Made(finish([part_of(whole)]), speeches, speed)
    parts = [part_of(whole)]
    pieces = _apart(line, parts[0])
    if len(pieces) > 1:
        speeches = [narrator.speak(piece, speed) for piece in pieces]
        parts = [part_of(speech) for speech in speeches]
    return Made(finish(parts, partial(pace.pause_ms, line, slower=slower)), speeches, speed)


def _apart(line: SpokenLine, part: Part) -> tuple[SpokenLine, ...]:
    """The line, cut after each sentence at whose end there is no silence."""
    texts = [word.text for word in part.words]
    ends = [i + 1 for i, text in enumerate(texts[:-1]) if pace.ends_sentence(text) and i not in part.pauses]
    return tuple(replace(line, spoken=" ".join(texts[a:b])) for a, b in pairwise([0, *ends, len(texts)]))


def take_of(line: SpokenLine, entry: Entry) -> Take:
    """The take that the store holds in ``entry``."""
    return Take(
        line_id=line.line_id,
        text_sha256=text_hash(line.spoken),
        audio=entry.files["audio"],
        audio_sha256=entry.hashes["audio"],
        duration_ms=entry.facts["duration_ms"],
        words=tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in entry.facts["words"]),
        source=entry.facts["source"],
    )


def findings_of(line: SpokenLine, take: Take, facts: Mapping[str, Any]) -> Iterator[Finding]:
    """What a person should know of a take: too fast for its audience, or a word that was guessed."""
    for word in facts["guessed"]:
        what = f"the voice guessed how to say '{word}' in line '{line.line_id}'"
        mend = "listen to it; if it is wrong, write say: as it sounds, or add it to assets/pronunciation.yaml"
        yield _finding("guessed-word", line, what, mend, Severity.NEEDS_A_PERSON)
    cps, wpm = pace.reading_cps(line, take.words, take.duration_ms), pace.pace_wpm(take.words, take.duration_ms)
    if cps > line.captions_cps * BARELY_CPS:
        what = f"line '{line.line_id}' is read at {cps:.1f} characters a second, and this audience reads {line.captions_cps:g}"
    elif wpm > line.pace_wpm[1] * BARELY_WPM:
        what = f"line '{line.line_id}' is spoken at {wpm:.0f} words a minute, and this audience follows {line.pace_wpm[1]}"
    else:
        return
    if take.is_human:
        yield _finding("take-too-fast", line, what, "record it again, slower, or shorten the line", Severity.NEEDS_A_PERSON)
    else:
        yield _finding("line-too-fast", line, f"{what}, even slowly", "shorten it, or make two lines of it", Severity.WARNING)


def no_voice(line: SpokenLine) -> Finding:
    """No narrator of the chain can speak the line."""
    if not line.voice:
        what = f"nobody has recorded line '{line.line_id}', and {line.speaker} is a child"
        mend = f"record assets/takes/{line.language}/{line.line_id}.wav, or let the narrator tell it"
        return _finding("no-voice", line, what, mend, why="a synthetic voice speaks for adults only")
    what = f"no voice can speak line '{line.line_id}' ({line.voice}, {line.language})"
    return _finding("no-voice", line, what, "record it, or give the speaker another voice in assets/cast")


def _finding(code: str, line: SpokenLine, what: str, mend: str = "", severity: Severity = Severity.ERROR, *, why: str = "") -> Finding:
    return Finding(code, what, why, mend, line.place if line.place.path else Place(), severity, shot=line.shot)
