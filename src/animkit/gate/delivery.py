"""The files: what each of them is, by our own reading and by MediaConch's."""

from __future__ import annotations

from dataclasses import replace

from animkit.film.delivery import MEGABYTE, delivery_findings
from animkit.film.mediaconch import mediaconch_findings
from animkit.film.probe import probe
from animkit.findings import Finding
from animkit.gate.evidence import Evidence
from animkit.gate.model import NotRunError, Outcome, held

MEDIACONCH = "apt-get install --no-install-recommends mediaconch"


def facts(evidence: Evidence) -> Outcome:
    """Size, codec, colour tags, key frames, languages, captions, chapters of every film file."""
    found = []
    for file in evidence.files:
        known = probe(file.path)
        missed = delivery_findings(
            known,
            evidence.profile.delivery,
            width_px=file.size_px[0],
            height_px=file.size_px[1],
            language=evidence.language if evidence.language != "und" else known.picture.language,
            captions=file.captions,
            chapters=file.chapters,
        )
        found += [replace(one, what=f"{file.shown}: {one.what}") for one in missed]
    files = len(evidence.files)
    return Outcome(measured=f"{len(found)} wrong in {files} file{'s' * (files != 1)}", limit="0", source="Inferred", findings=tuple(found))


def frames(evidence: Evidence) -> Outcome:
    """The film has every frame of its timeline."""
    assert evidence.timeline is not None
    has, wanted = evidence.facts.picture.frames, evidence.timeline.frames
    found: tuple[Finding, ...] = ()
    if has != wanted:
        found = (
            held("frames", f"the film has {has} frames, its timeline {wanted}", why="sound and picture run apart", mend="build it again"),
        )
    return Outcome(measured=f"{has:,}", limit=f"{wanted:,}", findings=found)


def weight(evidence: Evidence) -> Outcome:
    """No file is too heavy for a stick or a slow line."""
    most = evidence.profile.delivery.largest_mb_a_minute
    heaviest = 0.0
    for file in evidence.files:
        known = probe(file.path)
        heaviest = max(heaviest, known.bytes / MEGABYTE / max(1.0, known.duration_ms / 60_000))
    source = evidence.source("delivery.largest_mb_a_minute")
    return Outcome(measured=f"{heaviest:.1f} MB a minute", limit=f"{most:g} MB", source=source)


def mediaconch(evidence: Evidence) -> Outcome:
    """MediaConch, with the house's policy, holds nothing against any film file."""
    found = []
    for file in evidence.files:
        answer = mediaconch_findings(file.path)
        if answer is None:
            raise NotRunError("MediaConch is not installed, or does not answer", MEDIACONCH)
        found += [replace(one, what=one.what.replace(file.path.name, file.shown)) for one in answer]
    return Outcome(measured=f"{len(found)} rules missed", limit="0", source="Source", findings=tuple(found))


def poster(evidence: Evidence) -> Outcome:
    """The poster is there and large enough."""
    from PIL import Image

    assert evidence.papers is not None
    rules = evidence.profile.delivery
    path = evidence.papers.get("poster.png")
    size = (0, 0)
    if path is not None and path.is_file():
        with Image.open(path) as image:
            size = image.size
    found: tuple[Finding, ...] = ()
    if size[0] < rules.poster_width_px or size[1] < rules.poster_height_px:
        what = f"the poster is {size[0]}x{size[1]}" if size[0] else "there is no poster"
        why = f"a page needs one of at least {rules.poster_width_px}x{rules.poster_height_px}"
        found = (held("poster", what, why=why, mend="build it again", grave=False),)
    source = evidence.source("delivery.poster_width_px")
    limit = f"{rules.poster_width_px}x{rules.poster_height_px}"
    return Outcome(measured=f"{size[0]}x{size[1]}", limit=limit, source=source, findings=found)
