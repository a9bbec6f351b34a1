"""The plan: Storyboard and Takes become a Timeline. Pure.

Promise: the same storyboard and takes give the same timeline; slots tile the film; every beat, take and sound lies inside its slot, or
a finding says why it is left out. With a picture lock, slots, beats and the starts of takes keep their frames whatever the takes are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil

from animkit.campaign.load import Campaign
from animkit.findings import Finding
from animkit.narration.lines import spoken_lines
from animkit.narration.model import SpokenLine, Take
from animkit.sound import catalogue
from animkit.sound.catalogue import MoodInfo, SoundInfo
from animkit.storyboard.model import Dissolve, Shot, Storyboard
from animkit.timing import runs
from animkit.timing.facts import Facts, Places, facts_of
from animkit.timing.faults import dissolve_into_first, faults
from animkit.timing.layout import Edges, Laid, lay_out
from animkit.timing.lock import keep_locked
from animkit.timing.spoken import spoken
from animkit.timing.timeline import Beat, Slot, Timeline


def plan(
    storyboard: Storyboard,
    takes: Mapping[str, Take],
    campaign: Campaign,
    *,
    fps: int = 25,
    lock: Timeline | None = None,
    marks: Places | None = None,
    lines: Sequence[SpokenLine] | None = None,
    sounds: Mapping[str, SoundInfo] = catalogue.SOUNDS,
    moods: Mapping[str, MoodInfo] = catalogue.MOODS,
) -> tuple[Timeline, tuple[Finding, ...]]:
    """The film's Timeline at ``fps``, and what is wrong with it.

    ``takes`` are by line id. ``lock`` is the picture lock, if there is one. ``marks`` (from parsing) put findings at
    their line of the file. ``lines`` are the storyboard's spoken lines, if the caller has them already. A line without a take is left
    out and found; nothing is raised for what an editor can mend.
    """
    facts = facts_of(campaign, storyboard.band, fps, sounds=sounds, moods=moods, places=marks)
    of_shot: dict[str, list[SpokenLine]] = defaultdict(list)
    for line in spoken_lines(storyboard, campaign) if lines is None else lines:
        of_shot[line.shot].append(line)
    changes = runs.mood_captions(storyboard, moods)
    findings = [*runs.unknown_moods(storyboard, facts), *dissolve_into_first(storyboard, facts)]
    laid: list[Laid] = []
    for shot, edges in _edges(tuple(storyboard.shots()), changes, fps):
        found, missing = spoken(shot, of_shot[shot.id], takes, facts)
        laid.append(lay_out(shot, found, edges, facts))
        findings += missing
    if lock is not None:
        timeline, kept = keep_locked(storyboard, laid, lock, changes, facts)
        return timeline, (*findings, *kept)
    for one in laid:
        findings += [*one.moments.findings, *faults(one, facts)]
    return _timeline(storyboard, laid, changes, facts), tuple(findings)


def _edges(shots: Sequence[Shot], changes: Mapping[str, tuple[str, str]], fps: int) -> Iterator[tuple[Shot, Edges]]:
    """Each shot with the handles of its dissolves: half of a dissolve lies on each side of its cut."""
    handles = [0, *(_half(shot, fps) for shot in shots[1:]), 0]
    for index, shot in enumerate(shots):
        caption = changes[shot.id][1] if shot.id in changes else ""
        yield shot, Edges(handle_in=handles[index], handle_out=handles[index + 1], mood_caption=caption)


def _half(shot: Shot, fps: int) -> int:
    return ceil(Fraction(str(shot.transition.dissolve)) * fps / 2) if isinstance(shot.transition, Dissolve) else 0


def _timeline(storyboard: Storyboard, laid: Sequence[Laid], changes: Mapping[str, tuple[str, str]], facts: Facts) -> Timeline:
    slots: list[Slot] = []
    for one in laid:
        start = slots[-1].end if slots else 0
        edges = one.edges
        slots.append(Slot(shot=one.shot.id, start=start, frames=one.frames, handle_in=edges.handle_in, handle_out=edges.handle_out))
    pairs = list(zip(laid, slots, strict=True))
    return Timeline(
        fps=facts.fps,
        frames=slots[-1].end,
        slots=tuple(slots),
        takes=tuple(line.placed(slot.start + at, facts.fps) for one, slot in pairs for line, at in zip(one.lines, one.at, strict=True)),
        beats=tuple(
            Beat(shot=slot.shot, name=name, frame=slot.start + frame)
            for one, slot in pairs
            for name, frame in sorted(one.moments.beats.items(), key=lambda beat: (beat[1], beat[0]))
            if frame < slot.frames
        ),
        sounds=tuple(sound for one, slot in pairs for sound in runs.sounds_in(one.moments.sounds, slot)),
        moods=runs.moods(changes, slots),
        pauses=runs.pauses(storyboard, slots),
        chapters=runs.chapters(storyboard, slots),
    )
