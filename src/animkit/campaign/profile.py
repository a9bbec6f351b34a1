"""The profile: every number a film and its pack must meet, typed, each with its source. Pure.

Units stand in the names. Shares are parts of one. ``*_parts`` divides the shorter side of the picture: 22 means at least 1/22 of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from animkit.campaign.checked import STRICT
from animkit.campaign.model import Band, Name, Words

Status = Literal["S", "I", "M"]
"""S: read in a published source. I: our inference. M: measured here."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value of the profile with what it rests on."""

    __pydantic_config__ = STRICT

    value: Any
    status: Status
    source: str = ""
    """An id of the profile's ``sources``. An S has one."""
    why: str = ""
    """The reasoning, or how it was measured. An I and an M have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRules:
    """What one audience needs."""

    __pydantic_config__ = STRICT

    pace_wpm: Pair
    """Least and greatest pace of the narration, in words a minute."""
    captions_cps: float
    """Most caption characters a second."""
    grade: float
    """Highest Flesch-Kincaid grade."""
    sentence_words: int
    """Most words in a sentence."""
    young: bool
    """Whether the film is for young people."""
    signposts: tuple[Name, ...]
    """Help routes that must be on the card and named in the film."""
    signs: tuple[Name, ...]
    """The only signs such a film may teach; empty means all."""
    actions: tuple[Name, ...]
    """Actions that must be shown somewhere in the film."""

    @property
    def narration_wpm(self) -> float:
        """The pace to plan with: the middle of the range."""
        return sum(self.pace_wpm) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRules:
    """How captions are broken, timed and drawn."""

    __pydantic_config__ = STRICT

    line_chars: int
    line_chars_portrait: int
    rows: int
    shortest_ms: int
    longest_ms: int
    gap_frames: int
    """The least gap between two cues, unless they touch."""
    lead_frames: int
    """How long before the speech a cue may appear."""
    tail_ms: int
    """How long after the speech a cue may stay."""
    longest_tail_ms: int
    """The same where reading speed needs it and nothing follows."""
    cut_clear_frames: int
    """A cue ends on a cut, or at least this far from it."""
    size_parts: float
    contrast: float
    safe_area_share: float
    """The border on each side that stays free of text."""
    portrait_free_bottom_share: float
    portrait_free_right_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRules:
    """What is on screen."""

    __pydantic_config__ = STRICT

    text_contrast: float
    shape_contrast: float
    key_word_parts: float
    safe_area_share: float
    reversal_area_share: float
    """A change of brightness over this part of the frame, back and forth, counts as a reversal."""
    reversals_each_second: int
    flash_area_share: float
    """What the flash checker counts as a large area."""
    black_longest_ms: int
    still_longest_ms: int
    moving_pixels_share: float
    """A picture moves when more than this share of its pixels change..."""
    moving_levels: int
    """...by more than this many of 255."""
    acting_share: float
    """In this share of the shots somebody's expression, look or gesture changes on a beat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingRules:
    """How the planner spends time."""

    __pydantic_config__ = STRICT

    speech_after_cut_frames: int
    cuts_apart_ms: int
    line_gap_ms: int
    after_speech_ms: int
    """The least from the last word of a shot to its end."""
    pause_hold_ms: int
    quiet_after_route_ms: int
    help_card_shortest_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundRules:
    """What is heard."""

    __pydantic_config__ = STRICT

    loudness_lufs: float
    loudness_tolerance_lu: float
    true_peak_dbtp: float
    range_lu: float
    broadcast_lufs: float
    broadcast_tolerance_lu: float
    broadcast_true_peak_dbtp: float
    speech_over_bed_lu: float
    bed_gain_db: float
    silence_longest_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRules:
    """The files."""

    __pydantic_config__ = STRICT

    width_px: int
    height_px: int
    small_height_px: int
    fps: int
    h264_profile: Words
    h264_level: float
    pixel_format: Words
    colour: Words
    colour_range: Words
    keyframe_frames: int
    audio_codec: Words
    audio_rate_hz: int
    audio_channels: int
    largest_mb_a_minute: float
    poster_width_px: int
    poster_height_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRules:
    """Description, signing, pages."""

    __pydantic_config__ = STRICT

    description_wpm: int
    signer_width_share: float
    pdf_standard: Words
    axe_findings: int
    vnu_errors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialRules:
    """What a film must say, and how fresh its facts are."""

    __pydantic_config__ = STRICT

    never_your_fault_times: int
    never_your_fault_within_ms: int
    """One of them stands this close to the end."""
    help_facts_fresh_days: int
    lesson_minutes: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleException:
    """A rule that a kind of film need not keep; printed in the report."""

    __pydantic_config__ = STRICT

    kind: Literal["film", "short"]
    band: Band | None = None
    rules: tuple[Name, ...]
    """Rule ids of checks/editorial.py."""
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything of assets/profiles/NAME.yaml."""

    __pydantic_config__ = STRICT

    name: Name
    sources: Mapping[Name, Words]
    bands: Annotated[Mapping[Band, BandRules], Field(min_length=4)]
    captions: CaptionRules
    picture: PictureRules
    timing: TimingRules
    sound: SoundRules
    delivery: DeliveryRules
    access: AccessRules
    editorial: EditorialRules
    exceptions: tuple[RuleException, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """Every value by its dotted name (``captions.line_chars``), with status and source."""

    def excepted(self, rule: str, *, kind: str, band: str) -> RuleException | None:
        """The exception that frees films of this kind and band from ``rule``, if there is one."""
        for exception in self.exceptions:
            if rule in exception.rules and exception.kind == kind and exception.band in (None, band):
                return exception
        return None
