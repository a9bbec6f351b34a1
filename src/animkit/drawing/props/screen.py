"""What lies on a screen that is looked at together: messages without a word, who watches, and the buttons of report and block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from animkit.drawing.motion.moves import drift
from animkit.drawing.path import arc
from animkit.drawing.pen import shape
from animkit.drawing.props.bubbles import Bubble, PointedBubble
from animkit.drawing.props.faces import Face, Mask
from animkit.drawing.props.jagged import JaggedBubble
from animkit.drawing.props.things import ReportFlag, Shield
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import Spot, at

FACE_PX = 108.0


def button(thing: Literal["flag", "shield"]) -> Puppet:
    """A round button: report, or block."""
    disc = shape(arc(50), "help_light", "ink", 8)
    return Puppet(disc, ReportFlag(height_px=66, fill="help_dark").by_px(-14, -32) if thing == "flag" else Shield(size_px=62))


def messages(middle: Spot, spots: Sequence[Spot]) -> list[Bubble]:
    """Messages that press, pointed and jagged in turn, about ``middle`` (pixels); nothing in them to read."""
    found: list[Bubble] = []
    for index, (x, y) in enumerate(spots):
        bubble = JaggedBubble(156, 122, spikes=11) if index % 2 else PointedBubble(aim=200 + 40 * index, size_px=112, flag=False)
        bubble.shift(at(middle[0] + x, middle[1] + y))
        drift(bubble, size_px=4)
        found.append(bubble)
    return found


def watchers(middle: Spot, known: Sequence[str | int]) -> tuple[list[Puppet], list[Puppet]]:
    """Who watches, two by two: two who are known (cast ids, or numbers of the company), and two masks."""
    spots = ((-66.0, 120.0), (66.0, 0.0), (66.0, 120.0), (-66.0, 0.0))
    made: list[Puppet] = [Face(known[0], FACE_PX), Face(known[1], FACE_PX), Mask("cat", FACE_PX), Mask("moon", FACE_PX)]
    for face, (x, y) in zip(made, spots, strict=True):
        face.shift(at(middle[0] + x, middle[1] + y))
    return made[:2], made[2:]
