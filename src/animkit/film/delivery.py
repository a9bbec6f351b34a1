"""Does a film file meet the delivery rules? Facts -> findings that name what is and what should be. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.campaign.profile import DeliveryRules
from animkit.film.languages import three_letters
from animkit.film.model import gate
from animkit.film.probe import FilmFacts
from animkit.findings import Finding

MEGABYTE = 1_000_000
LEAST_MS = 60_000
"""A film under a minute may be as large as one of a minute: its index and its first picture weigh the same."""


def delivery_findings(
    facts: FilmFacts, rules: DeliveryRules, *, width_px: int, height_px: int, language: str, captions: bool, chapters: bool
) -> tuple[Finding, ...]:
    """Everything in which a file with these ``facts`` misses ``rules``, for a deliverable of this size, language and contents."""
    picture = facts.picture
    rows = [
        ("picture codec", picture.codec, "h264"),
        ("H.264 profile", picture.profile, rules.h264_profile),
        ("pixel format", picture.pixel_format, rules.pixel_format),
        ("picture size", f"{picture.width_px}x{picture.height_px}", f"{width_px}x{height_px}"),
        ("frames a second", str(picture.fps), str(rules.fps)),
        ("colour matrix", picture.matrix, rules.colour),
        ("colour primaries", picture.primaries, rules.colour),
        ("colour transfer", picture.transfer, rules.colour),
        ("colour range", picture.colour_range, rules.colour_range),
        ("picture's language", picture.language, three_letters(language)),
        ("date in the file", facts.clock, ""),
    ]
    return (
        *(_differs(name, found, wanted) for name, found, wanted in rows if found.casefold() != wanted.casefold()),
        *_sound(facts, rules, language),
        *_limits(facts, rules),
        *_contents(facts, language, captions, chapters),
    )


def _sound(facts: FilmFacts, rules: DeliveryRules, language: str) -> Iterator[Finding]:
    if facts.sound is None:
        yield gate("delivery", "the film has no sound")
        return
    rows = [
        ("sound codec", facts.sound.codec, rules.audio_codec),
        ("sound codec's profile", facts.sound.profile, "LC"),
        ("sound rate", str(facts.sound.rate_hz), str(rules.audio_rate_hz)),
        ("sound channels", str(facts.sound.channels), str(rules.audio_channels)),
        ("sound's start", str(facts.sound.starts_at_ms), "0"),
        ("sound's language", facts.sound.language, three_letters(language)),
    ]
    for name, found, wanted in rows:
        if found.casefold() != wanted.casefold():
            yield _differs(name, found, wanted)


def _limits(facts: FilmFacts, rules: DeliveryRules) -> Iterator[Finding]:
    picture = facts.picture
    if picture.level > rules.h264_level:
        yield _differs("H.264 level", f"{picture.level:g}", f"{rules.h264_level:g} or below")
    if picture.longest_group > rules.keyframe_frames:
        yield _differs("longest way between key frames", f"{picture.longest_group} frames", f"{rules.keyframe_frames} or fewer")
    if not picture.constant_rate:
        yield _differs("frame rate", "uneven", "constant")
    if not facts.plays_while_loading:
        yield _differs("index", "at the end", "before the pictures, so that the film plays while it loads")
    megabytes_a_minute = facts.bytes / MEGABYTE / (max(facts.duration_ms, LEAST_MS) / 60_000)
    if megabytes_a_minute > rules.largest_mb_a_minute:
        yield _differs("size", f"{megabytes_a_minute:.1f} MB a minute", f"{rules.largest_mb_a_minute:g} or less")


def _contents(facts: FilmFacts, language: str, captions: bool, chapters: bool) -> Iterator[Finding]:
    if captions and three_letters(language) not in facts.caption_languages:
        yield _differs("captions inside the film", ", ".join(facts.caption_languages) or "none", three_letters(language))
    if chapters and not facts.chapters:
        yield _differs("chapters inside the film", "none", "those of the storyboard")
    if not facts.title:
        yield _differs("title inside the film", "none", "the storyboard's")


def _differs(name: str, found: str, wanted: str) -> Finding:
    return gate("delivery", f"{name}: {found or 'none'}, should be {wanted or 'none'}")
