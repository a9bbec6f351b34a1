"""The theme as CSS: each colour role is a custom property, and a few mixed from them for screens. Pure.

``--ink``, ``--help-dark``... are the roles of assets/themes/NAME.yaml. ``--stage`` is the dark ground of the player, ``--stage-raised``
what stands on it, ``--stage-edge`` its borders.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MIXED = {"stage": ("ink", "ink", 0.0), "stage-raised": ("ink", "night", 0.6), "stage-edge": ("night", "lavender", 0.35)}
"""A colour of the page: from the first role towards the second, by that share."""


def tokens(theme: Mapping[str, Any]) -> str:
    """The ``:root`` rule of a page in this theme."""
    colours = {role.replace("_", "-"): str(colour) for role, colour in theme["colours"].items()}
    colours |= {name: mixed(str(theme["colours"][one]), str(theme["colours"][other]), share) for name, (one, other, share) in MIXED.items()}
    fonts = {"font-title": _stack(theme, "title"), "font-text": _stack(theme, "body")}
    rows = [*colours.items(), *fonts.items()]
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in rows) + "}\n"


def mixed(one: str, other: str, share: float) -> str:
    """The colour that lies ``share`` of the way from ``one`` to ``other`` (#RRGGBB), channel by channel in sRGB."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in pairs)


def _stack(theme: Mapping[str, Any], style: str) -> str:
    return f'"{theme["type"][style]["font"]}","Noto Sans","Segoe UI",system-ui,sans-serif'
