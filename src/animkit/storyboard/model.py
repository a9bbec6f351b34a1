"""What an editor writes, as values. Pure: no I/O, no defaults that depend on a machine.

The attribute docstrings below are what an editor sees on hover: the JSON Schema is generated from this file.
Every class is a frozen dataclass; lists in YAML are tuples here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from animkit.campaign.model import Band

NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"

Identifier = Annotated[str, Field(pattern=f"^{NAME}$", max_length=48)]
"""Lower-case words joined by hyphens, as they appear in file names: ``end-stream``."""

Deliverable = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
"""The ending of a made file's name: ``captioned``, ``480p``."""

LineId = Annotated[str, Field(pattern=rf"^{NAME}(\.[a-z0-9]+(-[a-z0-9]+)*)*$", max_length=64)]
"""Names joined by points, because a take's file carries it: ``door.1``."""

Onset = Annotated[str, Field(pattern=rf"^{NAME}\.[1-9][0-9]?$", max_length=52)]
"""A sound of the shot and which of its parts: ``knock.2``."""

Moment = Annotated[str, Field(pattern=rf"^{NAME}(\.[1-9][0-9]?)?$", max_length=52)]
"""A beat of the shot, or a part of one of its sounds."""

Seconds = Annotated[float, Field(ge=0, le=600, allow_inf_nan=False)]
Length = Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)]
Caption = Annotated[str, Field(min_length=1, max_length=400)]
Spoken = Annotated[str, Field(min_length=1, max_length=600)]
Sentence = Annotated[str, Field(min_length=1, max_length=300)]

NARRATOR, DESCRIBER = "narrator", "describer"
UNSEEN = frozenset({NARRATOR, DESCRIBER})
"""Voices of the cast that nobody sees: who tells the film, and who says what its picture shows."""

STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True, strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one voice says in one breath."""

    __pydantic_config__ = STRICT

    text: Caption
    """The words, as the caption shows them. A mark such as {end} stands before the word on which the picture acts."""
    speaker: Identifier = "narrator"
    """Who says it: narrator, or a name from `cast`."""
    say: Spoken | None = None
    """The spoken form where it differs from the text, for instance a telephone number. Takes the {marks} over from the text."""
    id: LineId | None = None
    """The name of this line's take. Left out, it is the shot's id and the line's number: `door.1`."""
    gap: Seconds | None = None
    """Seconds of quiet before this line, where the usual gap is not right."""
    direction: Sentence | None = None
    """How a person in front of a microphone should say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A sound that the picture makes."""

    __pydantic_config__ = STRICT

    sound: Identifier
    """The name of the sound, for instance knock, lid, curtain."""
    at: Moment | Seconds = 0.0
    """The beat on which it is heard, or seconds from the start of the shot."""
    caption: Annotated[str, Field(max_length=60)] | None = None
    """What the caption says, without brackets. Left out, the sound's own caption is used; an empty text means none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolve:
    """One shot melts into the next."""

    __pydantic_config__ = STRICT

    dissolve: Annotated[float, Field(ge=0.08, le=2.0)]
    """Length in seconds, centred on the cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A place, at the end of its shot, where a class stops to talk."""

    __pydantic_config__ = STRICT

    question: Annotated[str, Field(min_length=1, max_length=200)]
    """What the class is asked. It is projected, so it is written for the pupils."""
    minutes: Annotated[int, Field(ge=1, le=20)]
    """How long the talk may take."""
    who: Annotated[str, Field(min_length=1, max_length=80)]
    """Who answers: pairs, fours, the whole class, each pupil alone on paper."""
    notes: Annotated[str, Field(min_length=1, max_length=1000)] | None = None
    """For the teacher only: never shown on screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helps:
    """What helps, shown in this shot."""

    __pydantic_config__ = STRICT

    action: Identifier
    """The action from the campaign's list, for instance stop-the-stream."""
    signs: tuple[Identifier, ...] = ()
    """The signs it answers. Left out, it answers the sign of its own shot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One unbroken piece of picture."""

    __pydantic_config__ = STRICT

    id: Identifier
    """The shot's name: unique in the film, and part of the names of its takes."""
    scene: Identifier
    """Which scene draws it: help-card is scenes/help_card.py."""
    params: Mapping[str, Any] = field(default_factory=dict)
    """What the scene is told. Each scene lists its own; `animkit schema` teaches them to your editor."""
    lines: tuple[Line, ...] = ()
    """What is said during this shot, in order."""
    seconds: Length | None = None
    """The length of a shot without words; with words, the least it lasts."""
    hold: Seconds = 0.0
    """Extra seconds for which the last picture stays."""
    beats: Mapping[Identifier, Onset | Seconds] = field(default_factory=dict)
    """Moments not tied to a word: seconds from the shot's start, or a sound of this shot and its onset, such as knock.2."""
    sounds: tuple[Sound, ...] = ()
    """The sounds that the picture makes."""
    mood: Identifier | None = None
    """The music from here on, until a later shot names another. `none` is silence with room tone."""
    transition: Literal["cut"] | Dissolve = "cut"
    """How this shot begins: cut, or {dissolve: seconds}."""
    description: Sentence | None = None
    """Audio description: what someone who cannot see the picture needs to know."""
    pause: Pause | None = None
    """A place to stop and talk, at the end of this shot."""
    sign: Identifier | None = None
    """The warning sign that this shot shows, from the campaign's list."""
    helps: Helps | None = None
    """What helps, shown in this shot, and the signs it answers."""
    outcome: Sentence | None = None
    """What a pupil can say or do after this shot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A titled run of shots: a chapter mark in film, player and plan."""

    __pydantic_config__ = STRICT

    title: Annotated[str, Field(min_length=1, max_length=60)]
    """Shown in the player and in the session plan."""
    shots: Annotated[tuple[Shot, ...], Field(min_length=1)]
    """The shots of this chapter, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """A whole film, from its title to its help card."""

    __pydantic_config__ = STRICT

    version: Literal[1]
    """The version of this format. `animkit upgrade` rewrites older ones."""
    title: Annotated[str, Field(min_length=1, max_length=80)]
    """The film's title."""
    band: Band
    """Who it is for: 8-10, 11-14, 14-18 or adults. It sets pace, captions, reading level and which help must be named."""
    kind: Literal["film", "short"] = "film"
    """A short has one thread and no pauses."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en-GB"
    """The language of its words."""
    review_by: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """The date, as 2027-05-01, by which a person must read it again."""
    theme: Identifier = "campaign"
    """Colours, type and line, from assets/themes."""
    summary: Annotated[str, Field(max_length=300)] = ""
    """One sentence for the player, the pack and the poster's description."""
    cast: tuple[Identifier, ...] = ()
    """Who appears: names from assets/cast."""
    score: Identifier | None = None
    """The music, from assets/scores. Left out, the film has none."""
    help: tuple[Identifier, ...] = ()
    """The help routes this film names, from assets/help-routes.yaml, in the order of the help card."""
    outcomes: tuple[Sentence, ...] = ()
    """What pupils can do after the lesson."""
    deliverables: Annotated[tuple[Deliverable, ...], Field(min_length=1)] = ("web", "captioned")
    """Which files are made."""
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]
    """The film, in order."""

    def shots(self) -> Iterator[Shot]:
        """Every shot in the film's order."""
        for chapter in self.chapters:
            yield from chapter.shots


def line_id(shot: Shot, number: int) -> str:
    """The id of the shot's line with this ``number`` (counted from 1): stated, or ``shot-id.n``."""
    return shot.lines[number - 1].id or f"{shot.id}.{number}"
