"""The Cue: one timed caption. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One timed caption, in film frames (``end`` is exclusive). It lies inside its shot's slot.

    ``rows`` are one or two rows of text, already broken; ``speaker`` is empty for the narrator and for sounds.
    ``is_sound`` marks a sound: its rows carry the brackets.
    """

    start: int
    end: int
    rows: tuple[str, ...]
    shot: str
    line_id: str = ""
    speaker: str = ""
    is_sound: bool = False
