"""A small campaign and a few scenes, so that a change of the real ones changes no test here."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from animkit.campaign.load import Campaign, load
from animkit.campaign.model import Action, Character, HelpRoute, Sign
from animkit.campaign.project import Project, library_root
from animkit.storyboard.names import Names
from animkit.storyboard.parse import Parsed, parse

NAMES = Names(
    sounds={"knock": 5, "lid": 1, "curtain": 1},
    moods={"groove", "tick", "none"},
    scores={"knock"},
    themes={"campaign"},
    deliverables={"web", "captioned", "480p"},
    glyphs={"door", "star", "curtain"},
    pictures={"guitar", "dog"},
)

SCENES: Mapping[str, Mapping[str, Any]] = {
    "doorway": {"title": "Params", "description": "A door.", "type": "object", "properties": {}, "additionalProperties": False},
    "stream": {
        "title": "Params",
        "description": "A phone that streams.",
        "type": "object",
        "additionalProperties": False,
        "required": ["host"],
        "x-animkit-beats": {"same": "Every arrow swings one way.", "swell": "They come closer."},
        "x-animkit-needs": [],
        "properties": {
            "host": {"type": "string", "x-animkit": "character", "description": "Who streams."},
            "friends": {"type": "array", "items": {"type": "string", "x-animkit": "character"}, "maxItems": 3},
            "viewers": {"type": "integer", "minimum": 0, "maximum": 500},
            "pace": {"type": "number"},
            "crowd": {"type": "boolean"},
            "words": {"type": "string", "x-animkit": "on-screen-text", "minLength": 1, "maxLength": 20},
            "mark": {"anyOf": [{"type": "string", "x-animkit": "glyph"}, {"type": "null"}]},
            "ground": {"type": "string", "x-animkit": "colour"},
            "route": {"type": "string", "x-animkit": "help-route"},
            "photo": {"$ref": "#/$defs/Photo"},
            "look": {"enum": ["left", "right"]},
            "swells": {"type": "string", "x-animkit": "beat"},
            "size": {"type": "number", "multipleOf": 2, "description": "An even number."},
            "figure": {"type": "string", "pattern": "^[0-9]+ %$"},
            "either": {"type": ["string", "number"]},
            "one-of": {"anyOf": [{"type": "string"}, {"type": "number"}]},
        },
        "$defs": {
            "Photo": {
                "title": "Photo",
                "type": "object",
                "additionalProperties": False,
                "properties": {"shows": {"type": "string", "x-animkit": "picture"}},
            }
        },
    },
}


def _route(name: str, value: str, spoken: str, **says: str) -> HelpRoute:
    return HelpRoute(
        id=name, name=name.title(), value=value, spoken=spoken, says=says, audience="anyone", bands=("11-14",), source="tests",
        verified_on=date(2026, 11, 24), status="S",
    )  # fmt: skip


@cache
def small_campaign() -> Campaign:
    """The real profile, and little else."""
    real = load(Project(library_root().resolve(), library_root().resolve()))
    return replace(
        real,
        theme={"colours": {"mist": "#E7E2FA", "sand": "#FCE0B8"}},
        help_routes=(
            _route("childline", "0800 1111", "oh eight hundred, one one one one"),
            _route("emergency-999", "999", "nine nine nine"),
            _route("ceop", "ceop.police.uk/safety-centre", "see-op dot police dot U K, slash, safety centre", CEOP="see-op"),
        ),
        cast={
            "narrator": Character(id="narrator", name="Narrator", voice="bf_emma"),
            "maya": Character(id="maya", name="Maya", child=True),
            "otis": Character(id="otis", name="Otis", child=True),
            "des": Character(id="des", name="Grandad Des", voice="bm_george"),
        },
        signs=(
            Sign(id="dares", label="Dares", shows="Each dare goes further.", does="Say no.", glyph="pile", actions=("tell",)),
            Sign(id="secrecy", label="Secrecy", shows="A secret.", does="Tell.", glyph="curtain", actions=("tell",)),
        ),
        actions=(
            Action(id="tell", label="Tell", does="Tell an adult.", glyph="bubble"),
            Action(id="stop-the-stream", label="Stop", does="Leave.", glyph="door"),
        ),
    )


@pytest.fixture
def campaign() -> Campaign:
    return small_campaign()


@pytest.fixture
def parsed() -> Callable[..., Parsed]:
    """Parses a text with everything that the small world knows."""

    def parse_it(text: str, path: str = "film.yaml") -> Parsed:
        return parse(text, path, campaign=small_campaign(), scenes=SCENES, names=NAMES)

    return parse_it
