"""What is heard as a whole: loudness by three meters, the voice over its music, quiet where a number is to be written down."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from animkit.checks.routes import routes_named
from animkit.film.loudness import HOP, SOUNDLESS_LUFS, Loudness
from animkit.film.sound_checks import level_findings, line_findings
from animkit.findings import Finding, Severity
from animkit.frames import SAMPLE_RATE_HZ, start_frame
from animkit.gate.evidence import Evidence
from animkit.gate.measure.kept import kept
from animkit.gate.measure.watch import runs
from animkit.gate.model import NotRunError, Outcome, held
from animkit.store import sha256_file
from animkit.timing.timeline import PlacedTake

METERS_DIFFER_LU = 0.3
"""Measured: the three meters agree within 0.1 LU; more means that one of them hears another film."""

SILENT_BELOW_LUFS = -55.0
"""Momentary loudness of a film's room tone and nothing else: what a listener takes for silence."""

QUIET_MOODS = frozenset({"none", "room", "silence"})
"""Moods in which a storyboard asks for silence."""

UNDER_SPEECH_LU = 5.0
"""After a help route the sound stays this far under the voice: music may come up again, as loud as it is between lines; words may not."""

CODE = ("gate/sound.py",)
DEADLINE_S = 300
PYLOUDNORM = "pip install pyloudnorm"
FFMPEG = "pip install imageio-ffmpeg"


def loudness(evidence: Evidence) -> Outcome:
    """Integrated loudness of the decoded film."""
    rules = evidence.profile.sound
    found = _of(evidence, "loudness", "no-sound")
    limit = f"{rules.loudness_lufs:g} ± {rules.loudness_tolerance_lu:g}"
    return Outcome(
        measured=f"{evidence.loudness.integrated_lufs:.1f} LUFS",
        limit=limit,
        source=evidence.source("sound.loudness_lufs"),
        findings=found,
    )


def true_peak(evidence: Evidence) -> Outcome:
    """True peak of the decoded film."""
    limit = f"{evidence.profile.sound.true_peak_dbtp:g} dBTP at most"
    measured = f"{evidence.loudness.true_peak_dbtp:.1f} dBTP"
    return Outcome(measured=measured, limit=limit, source=evidence.source("sound.true_peak_dbtp"), findings=_of(evidence, "true-peak"))


def loudness_range(evidence: Evidence) -> Outcome:
    """Loud and soft are not far apart."""
    limit = f"{evidence.profile.sound.range_lu:g} LU"
    measured = f"{evidence.loudness.range_lu:.1f} LU"
    return Outcome(measured=measured, limit=limit, source=evidence.source("sound.range_lu"), findings=_of(evidence, "loudness-range"))


def second_meters(evidence: Evidence) -> Outcome:
    """The loudness once more, by pyloudnorm and by ffmpeg's own program: no meter judges alone."""
    own = evidence.loudness.integrated_lufs
    of = {"film": sha256_file(evidence.film)}
    others = kept(
        evidence.store, ("gate/sound.py",), of, lambda: {"pyloudnorm": by_pyloudnorm(evidence), "ffmpeg": by_ffmpeg(evidence.film)}
    )
    found = tuple(
        held(
            "meters-differ",
            f"{name} measures {value:.1f} LUFS, animkit {own:.1f}",
            why="one of them hears another film",
            mend="run animkit doctor, and listen to the film",
        )
        for name, value in others.items()
        if abs(value - own) > METERS_DIFFER_LU and own > SOUNDLESS_LUFS
    )
    measured = ", ".join(f"{value:.1f} ({name})" for name, value in others.items())
    return Outcome(measured=measured, limit=f"within {METERS_DIFFER_LU:g} LU of {own:.1f}", source="Measured", findings=found)


def by_pyloudnorm(evidence: Evidence) -> float:
    """Integrated loudness by pyloudnorm, in LUFS. NotRunError where it is not installed."""
    try:
        from pyloudnorm import Meter
    except ImportError:
        raise NotRunError("pyloudnorm is not installed", PYLOUDNORM) from None
    value = float(Meter(SAMPLE_RATE_HZ).integrated_loudness(evidence.samples.astype(np.float64)))
    return max(value, -70.0)


def by_ffmpeg(film: Path) -> float:
    """Integrated loudness by the ffmpeg program, in LUFS. NotRunError where there is none."""
    try:
        import imageio_ffmpeg

        program = imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError):
        raise NotRunError("there is no ffmpeg", FFMPEG) from None
    source = ["-protocol_whitelist", "file,pipe", "-f", "mp4", "-i", f"file:{film.resolve()}"]
    command = [program, "-hide_banner", "-nostats", *source, "-map", "0:a:0", "-af", "ebur128", "-f", "null", "-"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_S, check=False, stdin=subprocess.DEVNULL)
    values = re.findall(r"I:\s+(-?[\d.]+|-inf) LUFS", done.stderr)
    if not values:
        raise NotRunError("ffmpeg measured nothing", FFMPEG)
    return max(float(values[-1]), -70.0)


def over_bed(evidence: Evidence) -> Outcome:
    """Every line stands over the music, measured on the stems."""
    assert evidence.sound_track is not None
    assert evidence.timeline is not None
    rules, track = evidence.profile.sound, evidence.sound_track
    found = tuple(line_findings(evidence.timeline, track.lines, rules))
    measured = "no music" if track.over_bed_lu is None else f"{track.over_bed_lu:.1f} LU"
    source = evidence.source("sound.speech_over_bed_lu")
    return Outcome(measured=measured, limit=f"{rules.speech_over_bed_lu:g} LU", source=source, findings=found)


def quiet_after_routes(evidence: Evidence) -> Outcome:
    """After each help route nobody speaks for a while: by the words' times, and by ear."""
    assert evidence.timeline is not None
    assert evidence.campaign is not None
    least = evidence.profile.timing.quiet_after_route_ms
    routes = {take.line_id for take in evidence.timeline.takes if routes_named(take.text, evidence.campaign.help_routes)}
    takes = sorted(evidence.timeline.takes, key=lambda take: take.start)
    film_ms = evidence.frames * 1000 // evidence.fps
    found, shortest = [], None
    for take, after in zip(takes, (*takes[1:], None), strict=True):
        if take.line_id not in routes:
            continue
        ends, following = _ends_ms(take), film_ms if after is None else _starts_ms(after)
        quiet = min(following - ends, _heard_quiet_ms(evidence.loudness, ends, min(following, ends + least), take))
        shortest = quiet if shortest is None else min(shortest, quiet)
        if quiet < least:
            what = f"“{take.text}” has {quiet / 1000:.1f} s without speech after it"
            why = f"at least {least / 1000:g} s are needed, so that it can be written down"
            frame = start_frame(ends, evidence.fps)
            found.append(
                held("quiet-after-route", what, why=why, mend="put a longer gap: before the next line", shot=take.shot, frame=frame)
            )
    measured = "no help route" if shortest is None else f"{shortest / 1000:.1f} s"
    source = evidence.source("timing.quiet_after_route_ms")
    return Outcome(measured=measured, limit=f"{least / 1000:g} s", source=source, findings=tuple(found))


def silence(evidence: Evidence) -> Outcome:
    """No long silence, but where the storyboard asks for one."""
    most = evidence.profile.sound.silence_longest_ms
    levels = evidence.loudness.momentary_lufs
    silent = [hop for hop, level in enumerate(levels) if level < SILENT_BELOW_LUFS and not _asked_for(evidence, hop)]
    found, longest = [], 0.0
    for first, last in runs(silent):
        seconds = (last - first + 1) * HOP / SAMPLE_RATE_HZ
        longest = max(longest, seconds)
        if seconds * 1000 > most:
            frame = first * HOP * evidence.fps // SAMPLE_RATE_HZ
            what = f"nothing is heard for {seconds:.1f} s"
            mend = "let music or a room sound there, or ask for silence with mood: none"
            found.append(held("silence", what, why="it sounds like a fault", mend=mend, frame=frame))
    source = evidence.source("sound.silence_longest_ms")
    return Outcome(measured=f"{longest:.1f} s", limit=f"{most / 1000:g} s", source=source, findings=tuple(found))


def _of(evidence: Evidence, *codes: str) -> tuple[Finding, ...]:
    found = (one for one in level_findings(evidence.loudness, evidence.profile.sound) if one.code in codes)
    return tuple(held(one.code, one.what, why=one.why, mend=one.mend, grave=one.severity is Severity.ERROR) for one in found)


def _ends_ms(take: PlacedTake) -> int:
    return take.words[-1].end_ms


def _starts_ms(take: PlacedTake) -> int:
    return take.words[0].start_ms


def _heard_quiet_ms(loudness: Loudness, start_ms: int, end_ms: int, take: PlacedTake) -> int:
    """How long it is quiet from ``start_ms`` on by ear: until the sound comes near the voice of the line before."""
    hops = list(_hops(start_ms, end_ms, len(loudness.momentary_lufs)))
    spoken = loudness.momentary_lufs[_slice(_starts_ms(take), start_ms)]
    if not hops or not len(spoken):
        return end_ms - start_ms
    level = float(np.percentile(spoken, 75))
    for hop in hops:
        if loudness.momentary_lufs[hop] > level - UNDER_SPEECH_LU:
            return hop * HOP * 1000 // SAMPLE_RATE_HZ - start_ms
    return 1_000_000


def _hops(start_ms: int, end_ms: int, count: int) -> Iterator[int]:
    """Readings whose whole 0.4 s lie after ``start_ms`` and before ``end_ms``: reading n looks back from (n + 1) tenths."""
    yield from range(min(count, -(-start_ms // 100) + 3), min(count, end_ms // 100))


def _slice(start_ms: int, end_ms: int) -> slice:
    return slice(start_ms // 100, max(start_ms // 100 + 1, end_ms // 100))


def _asked_for(evidence: Evidence, hop: int) -> bool:
    if evidence.timeline is None:
        return False
    frame = hop * HOP * evidence.fps // SAMPLE_RATE_HZ
    return any(mood.start <= frame < mood.end and mood.mood in QUIET_MOODS for mood in evidence.timeline.moods)
