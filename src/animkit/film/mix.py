"""The mix: voice, bed and effects become one stereo sound that meets the limits, and says by measurement that it does.

Promise: equal inputs give equal samples; every line begins on its sample; nothing is ever digital silence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from animkit.campaign.profile import SoundRules
from animkit.film import duck
from animkit.film.limiter import high_pass
from animkit.film.loudness import SILENT_LUFS, Samples, measure, over
from animkit.film.master import mastered
from animkit.film.model import LineLevel
from animkit.film.sound_checks import covered, level_findings, line_findings
from animkit.film.stems import Effect, effects_stem, samples_of, voice_stem
from animkit.findings import Finding
from animkit.frames import SAMPLE_RATE_HZ, samples
from animkit.narration.model import Take
from animkit.timing.timeline import PlacedSound, PlacedTake, Timeline

BACKGROUND_MS = 3000
"""An effect longer than this, tail included, is background to WCAG 1.4.7, which lets a second or two stand out: it ducks with the bed."""

EFFECT_FADE = round(0.25 * SAMPLE_RATE_HZ)
"""How long before a help route an effect's tail is faded out, and after it back in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """The film's sound: ``samples`` is (n, 2) float32 at 48 kHz. Levels are measured on it; ``over_bed_lu`` on its stems."""

    samples: Samples
    loudness_lufs: float
    true_peak_dbtp: float
    range_lu: float
    limited_db: float
    over_bed_lu: float | None
    """The least of all lines; None where nobody speaks or no music plays."""
    lines: tuple[LineLevel, ...]
    findings: tuple[Finding, ...]


def mix(
    timeline: Timeline,
    takes: Mapping[str, Take],
    *,
    rules: SoundRules,
    bed: Samples | None = None,
    effects: Mapping[str, Effect] | None = None,
    quiet: Collection[str] = frozenset(),
) -> Mix:
    """Mix the film. ``takes`` is by line id, ``effects`` by sound; ``bed`` ((n, 2) float32) has the film's length.

    ``quiet`` are the ids of lines under which no effect may sound (help routes, digits). Refused where a take is not the one that was
    timed; ValueError for a bed of another length.
    """
    length = samples(timeline.frames, timeline.fps)
    ground = np.zeros((length, 2), dtype=np.float32) if bed is None else bed
    if ground.shape != (length, 2):
        raise ValueError(f"the bed has {len(ground)} samples, the film {length}")
    voice = samples_of(voice_stem(timeline.takes, takes, fps=timeline.fps, length=length))
    short, long = _sorted_by_length(timeline.sounds, effects or {})
    ground = ground + samples_of(effects_stem(long, effects or {}, fps=timeline.fps, length=length))
    windows = [(line, *speech_window(line, timeline.fps)) for line in timeline.takes]
    ducked, lines = _ducked(ground, voice, windows, rules)
    hits = samples_of(effects_stem(short, effects or {}, fps=timeline.fps, length=length))
    hits *= _effects_gate([(start, end) for line, start, end in windows if line.line_id in quiet], length)[:, None]
    sound, loudness, cut_db = mastered(high_pass(voice + ducked + hits), rules)
    return Mix(
        samples=sound,
        loudness_lufs=loudness.integrated_lufs,
        true_peak_dbtp=loudness.true_peak_dbtp,
        range_lu=loudness.range_lu,
        limited_db=cut_db,
        over_bed_lu=min((line.over_bed_lu for line in lines if line.bed_lufs > SILENT_LUFS), default=None),
        lines=lines,
        findings=(*level_findings(loudness, rules), *line_findings(timeline, lines, rules), *covered(timeline, windows, quiet)),
    )


def speech_window(line: PlacedTake, fps: int) -> tuple[int, int]:
    """The first sample of the line's first word and the first after its last one; the whole take where it has no word times."""
    if not line.words:
        return samples(line.start, fps), samples(line.end, fps)
    return line.words[0].start_ms * SAMPLE_RATE_HZ // 1000, line.words[-1].end_ms * SAMPLE_RATE_HZ // 1000


def _sorted_by_length(sounds: Sequence[PlacedSound], effects: Mapping[str, Effect]) -> tuple[list[PlacedSound], list[PlacedSound]]:
    limit = BACKGROUND_MS * SAMPLE_RATE_HZ // 1000
    short = [sound for sound in sounds if len(effects[sound.sound].samples) <= limit]
    return short, [sound for sound in sounds if len(effects[sound.sound].samples) > limit]


def _ducked(
    ground: Samples, voice: Samples, windows: Sequence[tuple[PlacedTake, int, int]], rules: SoundRules
) -> tuple[Samples, tuple[LineLevel, ...]]:
    """The bed, ducked for every line, and what was measured."""
    aim = rules.speech_over_bed_lu + duck.AIM_OVER_LIMIT_LU
    heard, music = measure(voice), measure(ground)
    spans = []
    for line, start, end in windows:
        speech = over(heard, [(start, end)], gated=True)
        if speech > SILENT_LUFS:
            spans.append((line, duck.Window(start, end, duck.depth_db(speech, over(music, [(start, end)]), aim)), speech))
    ducked = ground * duck.duck_gain([window for _, window, _ in spans], len(ground))[:, None]
    lines = _levels(ducked, spans)
    rides = [duck.ride_db(level.over_bed_lu, rules.speech_over_bed_lu) for level in lines]
    if any(rides):
        slow = [duck.Window(window.start, window.end, ride) for (_, window, _), ride in zip(spans, rides, strict=True) if ride]
        ducked = ducked * duck.duck_gain(slow, len(ground), duck.RIDE)[:, None]
        lines = [replace(level, ride_db=ride) for level, ride in zip(_levels(ducked, spans), rides, strict=True)]
    return ducked, tuple(lines)


def _levels(bed: Samples, spans: Sequence[tuple[PlacedTake, duck.Window, float]]) -> list[LineLevel]:
    music = measure(bed)
    levels = []
    for line, window, speech in spans:
        under = over(music, [(window.start, window.end)])
        levels.append(
            LineLevel(line_id=line.line_id, speech_lufs=speech, bed_lufs=under, duck_db=window.depth_db, over_bed_lu=speech - under)
        )
    return levels


def _effects_gate(quiet: Sequence[tuple[int, int]], length: int) -> Samples:
    """The factor for each sample of the effects: nothing sounds while a help route is read."""
    gain = np.ones(length, dtype=np.float32)
    slope = (0.5 + 0.5 * np.cos(np.pi * np.arange(EFFECT_FADE) / EFFECT_FADE)).astype(np.float32)
    for start, end in quiet:
        closed = np.concatenate((slope, np.zeros(max(0, end - start), dtype=np.float32), slope[::-1]))
        first = start - EFFECT_FADE
        inside = slice(max(0, first), max(0, min(length, first + len(closed))))
        gain[inside] = np.minimum(gain[inside], closed[inside.start - first : inside.stop - first])
    return gain
