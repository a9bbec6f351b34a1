"""From storyboard and timeline to tasks: for each shot, what its picture depends on and nothing more. Pure.

What is left out on purpose, so that a change of it draws nothing anew: where the shot stands in the film, its language (words that are
shown are params), its band, words that move nobody's mouth, people and help routes that the shot does not name, captions, sounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from animkit.campaign.load import Campaign
from animkit.campaign.model import Character, HelpRoute
from animkit.frames import end_frame, start_frame
from animkit.shots.model import ShotTask, SpokenWord
from animkit.storyboard.model import Shot, Storyboard
from animkit.timing.timeline import PlacedTake, Slot, Timeline

FULL_SIZE = (1920, 1080)


def shot_tasks(
    storyboard: Storyboard,
    timeline: Timeline,
    campaign: Campaign,
    *,
    scenes: Mapping[str, Mapping[str, Any]],
    size: tuple[int, int] = FULL_SIZE,
    still_life: bool = False,
) -> tuple[ShotTask, ...]:
    """One task for each shot, in the film's order. ``scenes`` are the scenes' schemas by name; ``size`` is (width, height) in px."""
    return tuple(
        _task(shot, storyboard, timeline, campaign, schema=scenes.get(shot.scene, {}), size=size, still=still_life)
        for shot in storyboard.shots()
    )


def _task(
    shot: Shot,
    storyboard: Storyboard,
    timeline: Timeline,
    campaign: Campaign,
    *,
    schema: Mapping[str, Any],
    size: tuple[int, int],
    still: bool,
) -> ShotTask:
    slot = timeline.slot(shot.id)
    words = tuple(_mouth_words(timeline, slot, campaign))
    left_out = [told["default"] for name, told in schema.get("properties", {}).items() if "default" in told and name not in shot.params]
    named = {*strings_in(shot.params), *strings_in(left_out)}
    people = [who for who in campaign.cast if who in named or any(word.speaker == who for word in words)]
    routes = (
        storyboard.help if "help_routes" in schema.get("x-animkit-needs", ()) else [route for route in storyboard.help if route in named]
    )
    return ShotTask(
        shot=shot.id,
        scene=shot.scene,
        params=dict(shot.params),
        frames=slot.frames,
        fps=timeline.fps,
        width_px=size[0],
        height_px=size[1],
        handle_in=slot.handle_in,
        handle_out=slot.handle_out,
        beats={name: frame - slot.start for name, frame in timeline.beats_of(shot.id).items()},
        words=words,
        theme=campaign.theme,
        cast={who: as_seen(campaign.cast[who]) for who in people},
        help_routes=tuple(as_shown(route) for route in map(campaign.help_route, routes) if route is not None),
        still_life=still,
    )


def strings_in(value: Any) -> Iterator[str]:
    """Every string among plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from strings_in(part)


def _mouth_words(timeline: Timeline, slot: Slot, campaign: Campaign) -> Iterator[SpokenWord]:
    """The words of this shot that move a mouth, in frames from the slot's first."""
    for take in timeline.takes_of(slot.shot):
        if _speaks_in_picture(take, campaign.cast.get(take.speaker)):
            for word in take.words:
                start = start_frame(word.start_ms, timeline.fps) - slot.start
                end = end_frame(word.end_ms, timeline.fps) - slot.start
                yield SpokenWord(speaker=take.speaker, text=word.text, start=start, end=end, in_picture=True)


def _speaks_in_picture(take: PlacedTake, character: Character | None) -> bool:
    """Whether the speaker's mouth moves: someone with a look, grown up, or a child whose words a person spoke."""
    return character is not None and bool(character.look) and (not character.child or take.source.startswith("human:"))


def as_seen(character: Character) -> dict[str, Any]:
    """What of a person can stand in a picture: not the voice."""
    return {"name": character.name, "child": character.child, "look": dict(character.look)}


def as_shown(route: HelpRoute) -> dict[str, Any]:
    """What of a help route can stand in a picture: not where and when the fact was read."""
    return {name: getattr(route, name) for name in ("id", "name", "value", "url", "email", "audience")}
