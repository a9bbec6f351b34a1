"""What is seen: words that can be read, a picture that lives, no black holes, calm cuts, people who act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from animkit.checks.structure import HELP_SCENE
from animkit.findings import Finding
from animkit.gate.evidence import Evidence
from animkit.gate.flashes import seen
from animkit.gate.measure import drawn
from animkit.gate.measure.watch import runs
from animkit.gate.model import NotRunError, Outcome, held

SHOWN_SHARE = 0.97
"""Of a text's ink so much must be there; the rest is what smoothing does to the edges of letters."""

LIVELY_SHARE = 0.15
"""Where so many of the pixels differ within any three seconds of the film itself, something else moves than breath and blinks: these alone
reached 0.076 (two people on a help card; measured on 43 shots of two films)."""

NEAR_BEAT = 12
"""Frames: half a second. A look that follows its word by more is no answer to it."""

Row = Mapping[str, Any]


def text_contrast(evidence: Evidence) -> Outcome:
    """The contrast of every text, from pixels with it and without it."""
    least = evidence.profile.picture.text_contrast
    found, lowest = [], None
    for shot, row in _worst(evidence, "contrast"):
        lowest = row["contrast"] if lowest is None else min(lowest, row["contrast"])
        if row["contrast"] < least:
            what = f"“{row['text']}” has a contrast of {row['contrast']:.1f} to 1: {row['colour']} on {row['ground']}"
            mend = "give the words another colour, or a ground of their own"
            found.append(_about(row, shot, evidence, "text-contrast", what, f"words need {least:g} to 1", mend))
    measured = "no words" if lowest is None else f"{lowest:.1f} : 1"
    return Outcome(measured=measured, limit=f"{least:g} : 1", source=evidence.source("picture.text_contrast"), findings=tuple(found))


def text_size(evidence: Evidence) -> Outcome:
    """Key words at least a twentieth of the shorter side; small print never smaller than the theme sets it."""
    assert evidence.clips is not None
    parts = evidence.profile.picture.key_word_parts
    small_print = _small_print(evidence)
    found, smallest = [], None
    for shot, clip in evidence.clips.items():
        for text in clip.texts:
            # The log is in the pixels of the film that was drawn, which for a draft is a small one.
            size = text.size_px * 1080 / _height(evidence)
            is_small = any(abs(size - each) < 0.5 for each in small_print)
            smallest = size if smallest is None or (size < smallest and not is_small) else smallest
            if size < 1080 / parts - 0.5 and not is_small:
                what = f"“{text.text}” is {size:.0f} px high on a picture of 1080; key words need {1080 / parts:.0f}"
                mend = "set fewer words larger, or come nearer"
                frame = _film_frame(evidence, shot, (text.first + text.last) // 2)
                found.append(held("text-size", what, why="it must be read from the back of a classroom", mend=mend, shot=shot, frame=frame))
    measured = "no words" if smallest is None else f"{smallest:.0f} px"
    limit = f"{1080 / parts:.0f} px of 1080"
    return Outcome(measured=measured, limit=limit, source=evidence.source("picture.key_word_parts"), findings=tuple(found))


def text_whole(evidence: Evidence) -> Outcome:
    """Every letter is drawn, uncovered, and inside the safe area."""
    share = evidence.profile.picture.safe_area_share
    width, height = drawn.WORDS_PX if not evidence.release else _full(evidence)
    edge_x, edge_y = share * width - 0.5, share * height - 0.5
    found, least = [], 1.0
    for shot, row in _worst(evidence, "shown_share"):
        least = min(least, row["shown_share"])
        left, top, right, bottom = row["box_px"]
        if row["shown_share"] < SHOWN_SHARE:
            what = f"of “{row['text']}” only {row['shown_share']:.0%} can be seen"
            found.append(_about(row, shot, evidence, "text-cut", what, "the rest is covered or cut off", "move what stands before it"))
        elif left < edge_x or right > width - edge_x or top < edge_y or bottom > height - edge_y:
            what = f"“{row['text']}” reaches into the outer {share:.0%} of the picture"
            found.append(_about(row, shot, evidence, "text-edge", what, "projectors cut the edge off", "move it inwards"))
    return Outcome(measured=f"{least:.0%} of the ink", limit="all, in the safe area", findings=tuple(found))


def stillness(evidence: Evidence) -> Outcome:
    """No picture stands still for long, breathing and blinks switched off; pause holds, content note and help card may."""
    assert evidence.timeline is not None
    assert evidence.tasks is not None
    assert evidence.project is not None
    assert evidence.store is not None
    rules, free = evidence.profile.picture, _may_stand(evidence)
    least = rules.still_longest_ms * evidence.fps // 1000
    free |= _lively(evidence)
    judged = {
        task.shot: (task, _pause_hold(evidence, task.shot)) for task in evidence.tasks if task.shot not in free and task.frames >= least
    }
    found, longest = [], 0
    for shot, facts in drawn.stillness(judged, rules, evidence.project, evidence.store, jobs=evidence.jobs).items():
        longest = max(longest, facts["longest"])
        for first, last in facts["stretches"]:
            what = f"nothing moves for {(last - first) / evidence.fps:.1f} s, from {first / evidence.fps:.1f} s after the cut"
            mend = "let somebody act there, or make the shot shorter"
            frame = _film_frame(evidence, shot, first)
            why = f"a picture that stands for {rules.still_longest_ms / 1000:g} s looks like a fault"
            found.append(held("still-picture", what, why=why, mend=mend, shot=shot, frame=frame))
    measured, limit = f"{longest / evidence.fps:.1f} s" if judged else "moves throughout", f"{rules.still_longest_ms / 1000:g} s"
    return Outcome(measured=measured, limit=limit, source=evidence.source("picture.still_longest_ms"), findings=tuple(found))


def _lively(evidence: Evidence) -> set[str]:
    """Shots in which far more moves, all the time, than breath and blinks ever could: they need not be drawn again without these."""
    try:
        return {shot.slot.shot for shot in seen(evidence) if shot.least_moving >= LIVELY_SHARE}
    except NotRunError:
        return set()


def black(evidence: Evidence) -> Outcome:
    """No black that looks like the end."""
    most = evidence.profile.picture.black_longest_ms
    frames = [frame for shot in seen(evidence) for frame in shot.black]
    found, longest = [], 0
    for first, last in runs(frames):
        lasts = last - first + 1
        longest = max(longest, lasts)
        if lasts * 1000 > most * evidence.fps:
            what = f"the picture is black for {lasts / evidence.fps:.1f} s"
            found.append(held("black-picture", what, why="it looks like the end", mend="cut sooner, or show something", frame=first))
    measured, limit = f"{longest / evidence.fps:.1f} s", f"{most / 1000:g} s"
    return Outcome(measured=measured, limit=limit, source=evidence.source("picture.black_longest_ms"), findings=tuple(found))


def cuts(evidence: Evidence) -> Outcome:
    """Cuts stand apart."""
    least = evidence.profile.timing.cuts_apart_ms
    shortest = min(slot.frames for slot in evidence.slots)
    found = [
        held(
            "cuts-close",
            f"the shot lasts {slot.frames / evidence.fps:.1f} s",
            why=f"cuts are at least {least / 1000:g} s apart",
            mend="give it more words or seconds",
            shot=slot.shot,
            frame=slot.start,
        )
        for slot in evidence.slots
        if slot.frames * 1000 < least * evidence.fps
    ]
    measured, limit = f"{shortest / evidence.fps:.1f} s", f"{least / 1000:g} s"
    return Outcome(measured=measured, limit=limit, source=evidence.source("timing.cuts_apart_ms"), findings=tuple(found))


def acting(evidence: Evidence) -> Outcome:
    """In most shots somebody's expression, look or gesture changes on a beat."""
    assert evidence.clips is not None
    assert evidence.tasks is not None
    acted = {task.shot: acts_on_a_beat(evidence, task.shot, task.beats) for task in evidence.tasks}
    share, least = sum(acted.values()) / len(acted), evidence.profile.picture.acting_share
    found: tuple[Finding, ...] = ()
    if share < least:
        idle = ", ".join(shot for shot, acts in acted.items() if not acts)
        what = f"somebody acts on a beat in {share:.0%} of the shots"
        mend = f"give a beat to a look or a hand in some of: {idle}"
        found = (held("acting", what, why=f"the campaign asks for {least:.0%}", mend=mend, grave=False),)
    return Outcome(
        measured=f"{share:.0%} of {len(acted)} shots", limit=f"{least:.0%}", source=evidence.source("picture.acting_share"), findings=found
    )


def acts_on_a_beat(evidence: Evidence, shot: str, beats: Mapping[str, int]) -> bool:
    """Whether an act of the shot's log lies within half a second of one of its beats."""
    assert evidence.clips is not None
    return any(abs(act.frame - beat) <= NEAR_BEAT for act in evidence.clips[shot].acts for beat in beats.values())


def _worst(evidence: Evidence, by: str) -> Iterator[tuple[str, Row]]:
    """Each text of each shot on that of its frames which is worst by this measure."""
    assert evidence.clips is not None
    assert evidence.tasks is not None
    assert evidence.project is not None
    assert evidence.store is not None
    size = _full(evidence) if evidence.release else drawn.WORDS_PX
    rows = drawn.words(evidence.tasks, evidence.clips, evidence.project, evidence.store, jobs=evidence.jobs, size_px=size)
    for shot, of_shot in rows.items():
        worst: dict[str, Row] = {}
        for row in of_shot:
            if row["text"] not in worst or row[by] < worst[row["text"]][by]:
                worst[row["text"]] = row
        yield from ((shot, row) for row in worst.values())


def _about(row: Row, shot: str, evidence: Evidence, code: str, what: str, why: str, mend: str) -> Finding:
    return held(code, what, why=why, mend=mend, shot=shot, frame=_film_frame(evidence, shot, row["frame"]))


def _film_frame(evidence: Evidence, shot: str, frame: int) -> int:
    assert evidence.timeline is not None
    slot = evidence.timeline.slot(shot)
    return slot.start + min(max(frame, 0), slot.frames - 1)


def _may_stand(evidence: Evidence) -> set[str]:
    """The content note (the first shot) and the help card."""
    assert evidence.storyboard is not None
    shots = tuple(evidence.storyboard.shots())
    return {shots[0].id, *(shot.id for shot in shots if shot.scene.startswith(HELP_SCENE))}


def _pause_hold(evidence: Evidence, shot: str) -> int:
    """The frame of the shot from which a pause's hold may stand still; its length where it has no pause."""
    assert evidence.timeline is not None
    frames = evidence.timeline.slot(shot).frames
    paused = any(pause.shot == shot for pause in evidence.timeline.pauses)
    return frames - evidence.profile.timing.pause_hold_ms * evidence.fps // 1000 if paused else frames


def _small_print(evidence: Evidence) -> set[float]:
    """The sizes in which the theme sets words that carry no lesson: sources."""
    assert evidence.campaign is not None
    return {float(style["size_px"]) for style in evidence.campaign.theme["type"].values() if not style.get("key", True)}


def _height(evidence: Evidence) -> int:
    """The shorter side of the picture that was drawn."""
    return min(evidence.facts.picture.width_px, evidence.facts.picture.height_px)


def _full(evidence: Evidence) -> tuple[int, int]:
    rules = evidence.profile.delivery
    return rules.width_px, rules.height_px
