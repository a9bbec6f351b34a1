"""The pages' icons: filled shapes on a square of 24 units, drawn for these pages. Decoration: words stand beside each of them. Pure.

icons.json has the shapes by name, as SVG paths that are filled by even-odd.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

ROUTE_ICONS: Mapping[str, str] = MappingProxyType(
    {"emergency-999": "urgent", "ceop": "shield", "report-remove": "picture", "ceop-education": "book"}
)
"""Which icon a help route wears; every other one is rung."""


@cache
def shapes() -> Mapping[str, str]:
    """Every icon's path, by name."""
    found: dict[str, str] = json.loads((files("animkit.packs.pages") / "icons.json").read_text(encoding="utf-8"))
    return MappingProxyType(found)


def icon(name: str) -> Markup:
    """The icon as inline SVG, hidden from screen readers. KeyError for a name that is not drawn."""
    from markupsafe import Markup

    path = shapes()[name]
    return Markup('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d="{}"/></svg>').format(path)


def route_icon(route_id: str) -> Markup:
    """The icon of a help route."""
    return icon(ROUTE_ICONS.get(route_id, "phone"))


def door() -> Markup:
    """The campaign's open door, top left of every page. Its colours come by class, so that the policy need allow no style."""
    from markupsafe import Markup

    return Markup(
        '<svg class="door" viewBox="0 0 32 40" aria-hidden="true"><path class="door-step" d="M0 40h22v-3.5H4z"/>'
        '<path class="door-frame" d="M2 37V13a10 10 0 0 1 20 0v24z"/><path class="door-light" d="M5.5 37V13a6.5 6.5 0 0 1 13 0v24z"/>'
        '<path class="door-leaf" d="M18.5 9.5c4-3 9.5-1.5 11 3V37l-11 0z"/><circle class="door-knob" cx="27" cy="24" r="1.3"/></svg>'
    )
