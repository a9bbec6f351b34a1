"""docs/for-editors.md tells the truth: its examples are storyboards, its messages are the ones you get, and no key is left out."""

import dataclasses
import re
from functools import cache
from pathlib import Path
from textwrap import indent

import pytest

from animkit.campaign.load import Campaign, load
from animkit.campaign.project import Project, library_root
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.storyboard import model
from animkit.storyboard.names import Names
from animkit.storyboard.parse import Parsed, parse

TEXT = (Path(__file__).parent.parent.parent / "docs" / "for-editors.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml(?: (\w+))?\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
HEAD = "version: 1\ntitle: Knock\nband: 11-14\nreview_by: 2027-05-24\ncast: [otis, des]\n"
CHAPTER = "chapters:\n  - title: Live\n    shots:\n"
SHOT = "      - id: door\n        scene: doorway\n        lines:\n"


def whole(kind: str, block: str) -> str:
    match kind:
        case "":
            return block
        case "top":
            return block + CHAPTER + SHOT + "          - text: Knock.\n"
        case "line":
            return HEAD + CHAPTER + SHOT + "          - " + indent(block, " " * 12).lstrip()
        case _:
            return HEAD + CHAPTER + indent(block, " " * 6)


@cache
def campaign() -> Campaign:
    root = library_root().resolve()
    return load(Project(root, root))


def parsed(text: str) -> Parsed:
    names = Names(sounds={name: len(sound.onsets_ms) for name, sound in SOUNDS.items()}, moods=MOODS)
    return parse(text, "film.yaml", campaign=campaign(), names=names)


@pytest.mark.parametrize(("kind", "block"), [(kind, block) for kind, block in BLOCKS if kind != "wrong"])
def test_every_example_is_a_storyboard(kind: str, block: str) -> None:
    assert [str(item) for item in parsed(whole(kind, block)).findings] == []


def test_the_messages_shown_are_the_ones_you_get() -> None:
    (block,) = [block for kind, block in BLOCKS if kind == "wrong"]
    shown = re.findall(r"^    (film\.yaml:.*)$", TEXT, re.MULTILINE)
    assert [str(item) for item in parsed(whole("wrong", block)).findings] == shown


@pytest.mark.parametrize("part", ["Storyboard", "Chapter", "Shot", "Line", "Pause", "Sound", "Helps", "Dissolve"])
def test_every_key_is_explained(part: str) -> None:
    for key in dataclasses.fields(getattr(model, part)):
        assert f"`{key.name}`" in TEXT, f"{part}.{key.name} is not explained"
