"""The film's sound: its bed and effects rendered, all of it mixed and encoded, or taken from the store."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from animkit.film.quiet import quiet_lines
from animkit.film.soundtrack import KIND, SoundTrack, sound_key, sound_track
from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.session import Narration
from animkit.production.prepare import Prepared
from animkit.sound.catalogue import SOUNDS
from animkit.sound.fingerprint import fingerprint
from animkit.store import Store
from animkit.timing.timeline import Timeline

if TYPE_CHECKING:
    from animkit.film.mix import Mix


def film_sound(prepared: Prepared, timeline: Timeline, narration: Narration, store: Store) -> tuple[SoundTrack, bool]:
    """The film's sound, and whether it was mixed now."""
    rules = prepared.campaign.profile.sound
    quiet = quiet_lines(timeline, (route.value for route in prepared.campaign.help_routes))
    score = _score(prepared)
    mixed: list[bool] = []

    def render() -> Mix:
        from animkit.film.mix import mix

        mixed.append(True)
        bed = _bed(score, timeline)
        return mix(timeline, narration.takes, rules=rules, bed=bed, effects=_effects(timeline), quiet=quiet)

    return sound_track(store, _key(prepared, timeline, score, quiet), render, rules), bool(mixed)


def kept_sound(prepared: Prepared, timeline: Timeline, store: Store, quiet: Collection[str]) -> SoundTrack | None:
    """The film's sound if the store has it: nothing is mixed."""
    key = _key(prepared, timeline, _score(prepared), quiet)
    if store.get(KIND, key) is None:
        return None

    def render() -> Mix:
        raise LookupError(f"the store lost the sound {key[:12]} while it was read")

    return sound_track(store, key, render, prepared.campaign.profile.sound)


def _key(prepared: Prepared, timeline: Timeline, score: Any, quiet: Collection[str]) -> str:
    bed = fingerprint(score) if score else ""
    return sound_key(timeline, rules=prepared.campaign.profile.sound, bed=bed, effects=fingerprint(), quiet=quiet)


def _score(prepared: Prepared) -> Any:
    from animkit.sound.read_score import read_score

    return read_score(prepared.project, prepared.storyboard.score) if prepared.storyboard.score else None


def _bed(score: Any, timeline: Timeline) -> Any:
    if score is None:
        return None
    from animkit.sound.bed import render_bed

    return render_bed(score, timeline.moods, timeline.frames, timeline.fps)


def _effects(timeline: Timeline) -> dict[str, Any]:
    from animkit.film.stems import Effect
    from animkit.sound.effects import render

    names = sorted({placed.sound for placed in timeline.sounds})
    return {name: Effect(render(name), SOUNDS[name].hit_ms * SAMPLE_RATE_HZ // 1000) for name in names}
