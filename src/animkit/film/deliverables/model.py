"""What a deliverable's spec says. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Version = Literal["film", "described", "extended"]
"""The film itself; with descriptions in its quiet; with its picture held where a description needs more time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """One kind of file made from the film."""

    name: str
    """As a storyboard lists it."""
    ending: str
    """What stands between the film's name and .mp4."""
    purpose: str
    """Who it is for, in a line for the report."""
    open_captions: bool = False
    """Whether the captions are part of the picture."""
    caption_track: bool = True
    """Whether the file carries captions that a player can switch."""
    small: bool = False
    """Whether the picture has the profile's small height (480 lines)."""
    version: Version = "film"
    """Which of the film's versions it carries."""

    def file_name(self, film: str) -> str:
        """The file's name for the film of this name: ``knock-captioned.mp4``."""
        return f"{film}{self.ending}.mp4"
