"""What a mix may miss, as findings that name both numbers. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from animkit.campaign.profile import SoundRules
from animkit.film.loudness import SILENT_LUFS, SOUNDLESS_LUFS, Loudness
from animkit.film.model import LineLevel, gate, ours, remark
from animkit.findings import Finding
from animkit.frames import samples
from animkit.timing.timeline import PlacedTake, Timeline

MEASURED_DB = 0.05
"""What two true-peak meters may differ by on the same sound."""


def level_findings(loudness: Loudness, rules: SoundRules) -> Iterator[Finding]:
    """Where a finished sound, as measured, misses the limits of ``rules``."""
    if loudness.integrated_lufs < SOUNDLESS_LUFS:
        yield remark("no-sound", "nobody speaks and nothing plays in this film", why="its loudness was left alone")
        return
    if abs(loudness.integrated_lufs - rules.loudness_lufs) > rules.loudness_tolerance_lu:
        what = f"the mix is at {loudness.integrated_lufs:.1f} LUFS, the limit is {rules.loudness_lufs:g} ±{rules.loudness_tolerance_lu:g}"
        yield gate("loudness", what, mend="level the takes, or make the film's loud places shorter")
    if loudness.true_peak_dbtp > rules.true_peak_dbtp + MEASURED_DB:
        what = f"the sound peaks at {loudness.true_peak_dbtp:.1f} dBTP, the limit is {rules.true_peak_dbtp:g}"
        yield gate("true-peak", what, mend="soften the loudest effect")
    if loudness.range_lu > rules.range_lu:
        what = f"loud and soft are {loudness.range_lu:.1f} LU apart, the limit is {rules.range_lu:g}"
        yield gate("loudness-range", what, mend="raise the softest stretch of music, or shorten it")


def line_findings(timeline: Timeline, lines: Sequence[LineLevel], rules: SoundRules) -> Iterator[Finding]:
    """Lines that drown in the music, and lines of which nothing is heard."""
    placed = {take.line_id: take for take in timeline.takes}
    for level in lines:
        if level.bed_lufs > SILENT_LUFS and level.over_bed_lu < rules.speech_over_bed_lu:
            yield gate(
                "speech-over-bed",
                f"line '{level.line_id}' is {level.over_bed_lu:.1f} LU over the music, the limit is {rules.speech_over_bed_lu:g}",
                why=f"the music is already {level.duck_db + level.ride_db:.1f} dB down, and more would be heard to pump",
                mend="choose a calmer mood here, or thin the score",
                shot=placed[level.line_id].shot,
                frame=placed[level.line_id].start,
            )
    heard = {level.line_id for level in lines}
    for line_id, take in placed.items():
        if line_id not in heard and not take.source.startswith("synthetic: silent"):
            yield ours("line-silent", f"nothing is heard of line '{line_id}'", shot=take.shot, frame=take.start)


def covered(timeline: Timeline, windows: Sequence[tuple[PlacedTake, int, int]], quiet: Collection[str]) -> Iterator[Finding]:
    """Effects that would have sounded over a help route. ``windows`` are lines with their first and last sample."""
    for sound in timeline.sounds:
        at = samples(sound.frame, timeline.fps)
        for line, start, end in windows:
            if line.line_id in quiet and start <= at < end:
                yield remark(
                    "sound-over-help-route",
                    f"'{sound.sound}' would sound while line '{line.line_id}' says where help is; it is left out",
                    mend="move the sound before or after the line",
                    shot=sound.shot,
                    frame=sound.frame,
                )
