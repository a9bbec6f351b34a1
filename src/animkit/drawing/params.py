"""The types of a scene's params that an editor picks from lists: a person, a glyph, a colour, words on screen, a help route, a picture.

They are plain strings with a mark, which stands in the scene's JSON Schema as ``x-animkit``, so that a schema can offer the campaign's own
entries for each and a checker knows what the string must name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any


@dataclass(frozen=True, slots=True)
class Kind:
    """What a string names. pydantic asks it for the schema of a param that it marks."""

    name: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return {**handler(core_schema), "x-animkit": self.name}


Character = Annotated[str, Kind("character")]
"""A person of the film: an id from assets/cast."""

Glyph = Annotated[str, Kind("glyph")]
"""One of the sixteen pictures of signs and of what helps: a name from ``drawing.glyphs.GLYPHS``."""

Colour = Annotated[str, Kind("colour")]
"""A colour of the theme by role: ``mist``, ``sand``."""

OnScreenText = Annotated[str, Kind("on-screen-text")]
"""Words that stand in the picture: they are translated, and checked for size, contrast and missing letters."""

HelpRoute = Annotated[str, Kind("help-route")]
"""A way to get help: an id from assets/help-routes.yaml."""

Picture = Annotated[str, Kind("picture")]
"""A small wordless picture on a card, bubble or photo: a name from ``drawing.props.pictures.PICTURES``."""

PARAM_TYPES = {
    "Character": Character,
    "Glyph": Glyph,
    "Colour": Colour,
    "OnScreenText": OnScreenText,
    "HelpRoute": HelpRoute,
    "Picture": Picture,
}
"""The types by name, for the schema's maker."""
