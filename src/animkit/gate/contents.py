"""What a class needs to be in the film: chapters, pauses that stop where they should, a help card that stays, room for descriptions."""

from __future__ import annotations

from animkit.checks.structure import HELP_SCENE
from animkit.findings import Finding
from animkit.frames import milliseconds
from animkit.gate.evidence import Evidence
from animkit.gate.model import Outcome, held
from animkit.timing.timeline import Timeline

CHAPTER_MS = 1000
"""A chapter shorter than this cannot be chosen in a player."""

TOO_LONG = "description-too-long"
"""The code under which the build reports a description that fits into no gap, as it was spoken."""


def chapters(evidence: Evidence) -> Outcome:
    """The chapters of the storyboard are in the film, each with a title of its own."""
    assert evidence.timeline is not None
    wanted = tuple(chapter.title for chapter in evidence.timeline.chapters)
    inside = evidence.facts.chapters
    found = []
    if inside != wanted:
        what = f"the film has the chapters {', '.join(inside) or 'none'}; the storyboard has {', '.join(wanted)}"
        found.append(held("chapters", what, why="a class cannot find its place", mend="build it again"))
    for chapter in evidence.timeline.chapters:
        lasts = milliseconds(chapter.frames, evidence.fps)
        if wanted.count(chapter.title) > 1 or lasts < CHAPTER_MS or not chapter.title.strip():
            what = f"the chapter “{chapter.title}” has no title of its own" if lasts >= CHAPTER_MS else f"a chapter lasts {lasts} ms"
            found.append(held("chapters", what, why="a class cannot choose it", mend="name it", frame=chapter.start, grave=False))
    return Outcome(measured=f"{len(inside)} of {len(wanted)}", limit="all", findings=tuple(found))


def pauses(evidence: Evidence) -> Outcome:
    """Each pause stands on its shot's last frame, after words that have ended, on a picture that is held."""
    assert evidence.timeline is not None
    timeline, hold_ms = evidence.timeline, evidence.profile.timing.pause_hold_ms
    shortest: int | None = None
    found = []
    for pause in timeline.pauses:
        slot = timeline.slot(pause.shot)
        ends = max(
            (take.words[-1].end_ms if take.words else milliseconds(take.end, timeline.fps) for take in timeline.takes_of(slot.shot)),
            default=0,
        )
        quiet = milliseconds(slot.end, timeline.fps) - max(ends, milliseconds(slot.start, timeline.fps))
        shortest = quiet if shortest is None else min(shortest, quiet)
        if pause.frame != slot.end - 1:
            what = f"the pause is at frame {pause.frame}, its shot ends at {slot.end - 1}"
            found.append(held("pause-place", what, why="the player would stop in the middle", mend="build it again", frame=pause.frame))
        if quiet < hold_ms:
            what = f"the pause “{pause.question}” comes {quiet / 1000:.1f} s after the last word"
            why = f"a teacher's hand needs {hold_ms / 1000:g} s to reach the key"
            found.append(held("pause-hold", what, why=why, mend="give the shot a longer hold:", shot=pause.shot, frame=pause.frame))
    measured = "no pause" if shortest is None else f"{len(timeline.pauses)}, {shortest / 1000:.1f} s held"
    source = evidence.source("timing.pause_hold_ms")
    return Outcome(measured=measured, limit=f"{hold_ms / 1000:g} s each", source=source, findings=tuple(found))


def help_card(evidence: Evidence) -> Outcome:
    """The last picture is the help card, and it stays long enough to be copied."""
    assert evidence.timeline is not None
    assert evidence.storyboard is not None
    last, least = tuple(evidence.storyboard.shots())[-1], evidence.profile.timing.help_card_shortest_ms
    stays = milliseconds(evidence.timeline.slots[-1].frames, evidence.fps)
    found: tuple[Finding, ...] = ()
    if not last.scene.startswith(HELP_SCENE) or stays < least:
        what = f"the help card stays {stays / 1000:.1f} s" if last.scene.startswith(HELP_SCENE) else "the last picture is no help card"
        why = f"it stays at least {least / 1000:g} s, so that it can be copied"
        start = evidence.timeline.slots[-1].start
        found = (held("help-card-short", what, why=why, mend="give it seconds: or another line", shot=last.id, frame=start),)
    source = evidence.source("timing.help_card_shortest_ms")
    return Outcome(measured=f"{stays / 1000:.1f} s", limit=f"{least / 1000:g} s", source=source, findings=found)


def descriptions(evidence: Evidence) -> Outcome:
    """Each description fits into the quiet of its shot: as it was spoken, or else at the pace of the profile."""
    assert evidence.storyboard is not None
    assert evidence.timeline is not None
    described = [shot for shot in evidence.storyboard.shots() if shot.description]
    spoken = tuple(finding for finding in evidence.noted if finding.code == TOO_LONG)
    wpm = evidence.profile.access.description_wpm
    found = spoken
    if not evidence.descriptions_spoken:
        long = [
            shot.id
            for shot in described
            if len(str(shot.description).split()) / wpm * 60_000 > longest_quiet_ms(evidence.timeline, shot.id)
        ]
        found = (_too_long(long, wpm),) if long else ()
        return _fitting(len(described), len(described) - len(long), f"all, at {wpm} words a minute", found, evidence)
    return _fitting(len(described), len(described) - len(found), "all", found, evidence)


def longest_quiet_ms(timeline: Timeline, shot: str) -> int:
    """The longest stretch of a shot in which nobody speaks, in milliseconds."""
    slot, takes = timeline.slot(shot), timeline.takes_of(shot)
    opens = [slot.start, *(take.end for take in takes)]
    closes = [*(take.start for take in takes), slot.end]
    return milliseconds(max(close - start for start, close in zip(opens, closes, strict=True)), timeline.fps)


def _fitting(written: int, fit: int, limit: str, found: tuple[Finding, ...], evidence: Evidence) -> Outcome:
    measured = f"{fit} of {written} fit" if written else "none written"
    return Outcome(measured=measured, limit=limit, source=evidence.source("access.description_wpm"), findings=found)


def _too_long(shots: list[str], wpm: int) -> Finding:
    what = f"at {wpm} words a minute the descriptions of {len(shots)} shots are longer than the quiet of their shots: {', '.join(shots)}"
    mend = "build the described deliverable, which says each excess; shorten them, or build the extended one"
    return held("description-gap", what, why="they would be spoken over a voice", mend=mend, grave=False)
