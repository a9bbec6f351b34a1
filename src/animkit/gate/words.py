"""Whether the words can be heard in the finished film: each line as itself, no "not" lost, no digit missing."""

from __future__ import annotations

from functools import lru_cache

from animkit.findings import Finding
from animkit.frames import start_frame
from animkit.gate.evidence import Evidence
from animkit.gate.measure import recorded
from animkit.gate.measure.hearing import LOST_UNDER, Heard, hear
from animkit.gate.model import NotRunError, Outcome, held
from animkit.narration.pronunciation import load
from animkit.timing.timeline import PlacedTake

INSTALL = "pip install pocketsphinx"
MEND = "listen to it, then speak the line again: animkit narrate"


@lru_cache(maxsize=2)
def heard(evidence: Evidence) -> tuple[Heard, ...]:
    """What the recogniser hears, once for all checks that ask. NotRunError where it cannot."""
    assert evidence.timeline is not None
    if not evidence.language.startswith("en"):
        raise NotRunError("the recogniser knows English only", "have somebody who speaks the language listen to every line")
    entries = load(evidence.project) if evidence.project else ()
    try:
        return hear(evidence.samples, evidence.timeline.takes, evidence.store, entries)
    except ImportError:
        raise NotRunError("the recogniser is not installed", INSTALL) from None


def lines_heard(evidence: Evidence) -> Outcome:
    """The recogniser chooses each line as itself among all lines and their decoys."""
    found = tuple(_wrong(one, evidence) for one in heard(evidence) if not one.right)
    right = sum(one.right for one in heard(evidence))
    return Outcome(measured=f"{right} of {len(heard(evidence))}", limit="all", findings=found)


def guards_heard(evidence: Evidence) -> Outcome:
    """Each "not" and its like: the line fits better with it than without."""
    margins = [(one.take, word, margin) for one in heard(evidence) for word, margin in one.margins.items()]
    found = tuple(
        held(
            "word-lost",
            f"“{take.text}” is heard without its “{word}”",
            why="it would say the opposite",
            mend=MEND,
            shot=take.shot,
            frame=take.start,
            grave=margin < LOST_UNDER,
        )
        for take, word, margin in margins
        if margin < 0
    )
    lost = sum(finding.code == "word-lost" for finding in found)
    return Outcome(measured=f"{lost} of {len(margins)} lost", limit="0", findings=found)


def words_as_recorded(evidence: Evidence) -> Outcome:
    """Each digit and each "not" is in the film as it is in its take, wave by wave."""
    assert evidence.timeline is not None
    if evidence.store is None:
        raise NotRunError("the takes are not there to compare with", "build the film on this machine")
    takes = evidence.timeline.takes
    audio = recorded.audio_in(evidence.store.root, takes)
    if len(audio) < len(takes):
        raise NotRunError("some takes are no longer in the store", "build the film again")
    words = recorded.as_recorded(evidence.samples, takes, audio, evidence.fps)
    found = tuple(
        held(
            "word-missing",
            f"“{word.text}” is not heard in “{word.take.text}” as it was recorded",
            why="a lost digit is a wrong number, a lost not the opposite",
            mend="build the film again with an empty --store",
            shot=word.take.shot,
            frame=start_frame(word.start_ms, evidence.fps),
        )
        for word in words
        if word.sameness < recorded.SAME
    )
    return Outcome(measured=f"{len(words) - len(found)} of {len(words)}", limit="all", findings=found)


def _wrong(one: Heard, evidence: Evidence) -> Finding:
    take: PlacedTake = one.take
    if one.sentence is None:
        what = f"“{take.text}” is not heard as any line of the film"
    elif one.sentence.lost:
        what = f"“{take.text}” is heard as “{one.sentence.text}”: its “{one.sentence.lost}” is lost"
    else:
        what = f"“{take.text}” is heard as another line: “{one.sentence.text}”"
    del evidence
    return held("line-not-heard", what, why="a viewer who cannot see must hear it", mend=MEND, shot=take.shot, frame=take.start)
