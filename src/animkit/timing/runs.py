"""The tracks that run over several shots: music, chapters, pauses. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from animkit.campaign.checked import did_you_mean
from animkit.findings import Finding
from animkit.sound.catalogue import QUIET, MoodInfo
from animkit.storyboard.model import Storyboard
from animkit.timing.facts import Facts
from animkit.timing.timeline import PlacedChapter, PlacedMood, PlacedPause, PlacedSound, Slot


def mood_captions(storyboard: Storyboard, catalogue: Mapping[str, MoodInfo]) -> dict[str, tuple[str, str]]:
    """Where the music changes: for the shot that names another mood, its name and what the caption says there.

    A mood named again changes nothing. Where music gives way to quiet, the caption says that it stops, if that matters to the story.
    """
    changes: dict[str, tuple[str, str]] = {}
    now: str | None = None
    for shot in storyboard.shots():
        if shot.mood is None or shot.mood == now:
            continue
        info = catalogue.get(shot.mood)
        before = catalogue.get(now) if now else None
        caption = info.caption if info else ""
        if shot.mood in QUIET and before:
            caption = before.stops
        changes[shot.id] = shot.mood, caption
        now = shot.mood
    return changes


def moods(changes: Mapping[str, tuple[str, str]], slots: Sequence[Slot]) -> tuple[PlacedMood, ...]:
    """The stretches of music over ``slots``: each lasts until the next change, the last one until the film's end."""
    starts = [(slot.start, *changes[slot.shot]) for slot in slots if slot.shot in changes]
    ends = [*(start for start, _, _ in starts[1:]), slots[-1].end][: len(starts)]
    return tuple(
        PlacedMood(mood=mood, start=start, frames=end - start, caption=caption)
        for (start, mood, caption), end in zip(starts, ends, strict=True)
    )


def unknown_moods(storyboard: Storyboard, facts: Facts) -> Iterator[Finding]:
    """A finding for every mood that nobody can play."""
    for shot in storyboard.shots():
        if shot.mood is not None and shot.mood not in facts.moods:
            mend = did_you_mean(shot.mood, facts.moods)
            yield Finding("unknown-mood", f"there is no mood '{shot.mood}'", mend=mend, place=facts.place(shot.id, "mood"), shot=shot.id)


def chapters(storyboard: Storyboard, slots: Sequence[Slot]) -> tuple[PlacedChapter, ...]:
    """The chapters over ``slots``, which are those of the storyboard's shots in order."""
    found: list[PlacedChapter] = []
    index = 0
    for chapter in storyboard.chapters:
        run = slots[index : index + len(chapter.shots)]
        found.append(PlacedChapter(title=chapter.title, start=run[0].start, frames=run[-1].end - run[0].start))
        index += len(chapter.shots)
    return tuple(found)


def pauses(storyboard: Storyboard, slots: Sequence[Slot]) -> tuple[PlacedPause, ...]:
    """The pauses, each on the last frame of its shot."""
    return tuple(
        PlacedPause(shot=shot.id, frame=slot.end - 1, question=shot.pause.question, minutes=shot.pause.minutes, who=shot.pause.who)
        for shot, slot in zip(storyboard.shots(), slots, strict=True)
        if shot.pause
    )


def sounds_in(sounds: Sequence[PlacedSound], slot: Slot) -> tuple[PlacedSound, ...]:
    """The sounds of a shot, whose frames count from its first one, at their frames of the film; those past its end are left out."""
    return tuple(replace(sound, frame=slot.start + sound.frame) for sound in sounds if sound.frame < slot.frames)
