"""Where audio description stands in time: the description of each shot, in its longest stretch without speech. Pure."""

from __future__ import annotations

from animkit.storyboard.model import Storyboard
from animkit.timing.timeline import Timeline


def descriptions(timeline: Timeline, storyboard: Storyboard) -> tuple[tuple[int, int, str], ...]:
    """For every described shot the first frame, the end (exclusive) and the words. Never over speech."""
    found: list[tuple[int, int, str]] = []
    for shot in storyboard.shots():
        if shot.description:
            start, end = quiet(timeline, shot.id)
            found.append((start, end, " ".join(shot.description.split())))
    return tuple(found)


def quiet(timeline: Timeline, shot: str) -> tuple[int, int]:
    """The shot's longest stretch without speech, the first of equals: first frame, and end (exclusive)."""
    slot, takes = timeline.slot(shot), timeline.takes_of(shot)
    starts = [slot.start, *(take.end for take in takes)]
    ends = [*(take.start for take in takes), slot.end]
    return max(zip(starts, ends, strict=True), key=lambda stretch: stretch[1] - stretch[0])
