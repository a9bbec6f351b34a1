"""The theme applied: colours by role, type styles, line weight. Pure values made from a theme file's mapping.

Lengths are pixels of a picture whose shorter side is 1080, whatever size is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from animkit.findings import Finding, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStyle:
    """How one kind of words is set. ``size_px`` is the font size (em), ``leading`` the distance of baselines in ems."""

    name: str
    font: str
    weight: str
    size_px: float
    leading: float = 1.25
    key: bool = True
    """Whether these words carry the lesson, and so must be at least a twentieth of the picture's shorter side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What scenes ask for by role."""

    name: str
    colours: Mapping[str, str]
    styles: Mapping[str, TypeStyle]
    line_px: float
    margin_x_px: float
    margin_y_px: float
    caption_band_px: tuple[float, float]
    content_bottom_px: float

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Theme:
        """The theme of a theme file's mapping. Refused with the role that is missing."""
        try:
            top, bottom = values["caption_band_px"]
            return cls(
                name=str(values["name"]),
                colours={role: str(colour).upper() for role, colour in values["colours"].items()},
                styles={name: TypeStyle(name=name, **style) for name, style in values["type"].items()},
                line_px=float(values["line_px"]),
                margin_x_px=float(values["margins_px"]["x"]),
                margin_y_px=float(values["margins_px"]["y"]),
                caption_band_px=(float(top), float(bottom)),
                content_bottom_px=float(values.get("content_bottom_px", top - 12)),
            )
        except (KeyError, TypeError) as error:
            what = f"the theme lacks or misspells {error}"
            raise Refused(Finding("bad-theme", what, mend="compare it with assets/themes/campaign.yaml")) from error

    def colour(self, role: str) -> str:
        """``#RRGGBB`` of a role (``sign``), or of a colour that is written out already."""
        if role.startswith("#") and len(role) == 7:
            return role.upper()
        if role in self.colours:
            return self.colours[role]
        raise Refused(_unknown("colour", role, self.colours))

    def style(self, name: str) -> TypeStyle:
        """The type style of this name (``headline``)."""
        if name in self.styles:
            return self.styles[name]
        raise Refused(_unknown("type style", name, self.styles))


def _unknown(kind: str, name: str, known: Mapping[str, object]) -> Finding:
    near = get_close_matches(name, known, n=1)
    mend = f"did you mean '{near[0]}'?" if near else f"the theme has {', '.join(known)}"
    return Finding(f"unknown-{kind.replace(' ', '-')}", f"the theme has no {kind} '{name}'", mend=mend)
