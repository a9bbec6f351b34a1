"""The schema for editors says what the parser checks, is valid itself, and the committed one is fresh."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from animkit import production
from animkit.campaign.load import Campaign
from animkit.campaign.project import library_root
from animkit.storyboard.names import Names
from animkit.storyboard.schema import Schema, schema_text, storyboard_schema

STORYBOARDS = Path(__file__).parent.parent / "storyboards"
COMMITTED = library_root() / "storyboards" / "storyboard.schema.json"
SCENES: dict[str, dict[str, Any]] = {
    "stream": {
        "type": "object",
        "description": "A phone that streams.\nAnd more.",
        "properties": {"host": {"type": "string", "x-animkit": "character"}, "photo": {"$ref": "#/$defs/Photo"}},
        "required": ["host"],
        "additionalProperties": False,
        "$defs": {"Photo": {"type": "object", "properties": {"of": {"anyOf": [{"type": "string", "x-animkit": "character"}]}}}},
        "x-animkit-beats": {"same": "Every arrow swings one way."},
        "x-animkit-broken": {"place": "/home/somebody"},
    },
    "door": {"type": "object", "properties": {}, "additionalProperties": False},
}


def valid(schema: Schema, text: str) -> bool:
    return Draft202012Validator(schema).is_valid(yaml.load(text, Loader=yaml.BaseLoader))


@pytest.mark.parametrize("scenes", [None, {}, SCENES])
def test_it_is_a_schema(scenes: dict[str, dict[str, Any]] | None) -> None:
    Draft202012Validator.check_schema(storyboard_schema(scenes))


def test_the_docstrings_of_the_model_are_what_an_editor_reads() -> None:
    schema = storyboard_schema()
    assert schema["properties"]["review_by"]["description"].startswith("The date, as 2027-05-01")
    shot = schema["$defs"]["Shot"]
    assert all("description" in value for value in shot["properties"].values())
    assert all("title" not in value for value in shot["properties"].values())
    assert "null" not in json.dumps(schema)


def film(scene: str, rest: str = "") -> dict[str, Any]:
    text = f"title: Knock\nband: 11-14\nreview_by: 2027-05-01\nchapters: [{{title: A, shots: [{{id: a, scene: {scene}{rest}}}]}}]"
    return {"version": 1, **yaml.load(text, Loader=yaml.BaseLoader)}


@pytest.mark.parametrize(
    ("scene", "rest", "fits"),
    [
        ("door", "", True),
        ("door", ", params: {}", True),
        ("door", ", params: {host: maya}", False),
        ("stream", ", params: {host: maya}", True),
        ("stream", ", params: {host: maya, photo: {of: otis}}", True),
        ("stream", ", params: {host: maya, photo: {of: [otis]}}", False),
        ("stream", ", params: {}", False),
        ("stream", "", False),
        ("strem", "", False),
    ],
)
def test_each_scene_has_its_own_params(scene: str, rest: str, fits: bool) -> None:
    assert Draft202012Validator(storyboard_schema(SCENES)).is_valid(film(scene, rest)) is fits


def test_without_scenes_any_scene_and_params_may_stand_there() -> None:
    assert Draft202012Validator(storyboard_schema()).is_valid(film("anything", ", params: {a: b}"))


def test_scenes_are_explained_with_their_beats_and_nothing_of_this_machine() -> None:
    schema = storyboard_schema(SCENES)
    assert "\nstream: A phone that streams." in schema["$defs"]["Shot"]["properties"]["scene"]["description"]
    assert schema["$defs"]["scene-stream"]["description"].endswith("{same} Every arrow swings one way.")
    assert "/home" not in json.dumps(schema)


def test_editors_are_offered_the_names_there_are(campaign: Campaign) -> None:
    schema = storyboard_schema(SCENES, campaign=campaign, names=Names(sounds={"lid": 1, "knock": 5}))
    assert schema["$defs"]["Sound"]["properties"]["sound"]["enum"] == ["knock", "lid"]
    assert schema["properties"]["cast"]["items"]["enum"] == ["des", "maya", "otis"]
    assert "narrator" in schema["$defs"]["Line"]["properties"]["speaker"]["enum"]
    stream = schema["$defs"]["scene-stream"]
    assert stream["properties"]["host"]["enum"] == ["des", "maya", "otis"]
    assert stream["$defs"]["Photo"]["properties"]["of"]["anyOf"][0]["enum"] == ["des", "maya", "otis"]
    assert "enum" not in schema["$defs"]["Shot"]["properties"]["mood"]
    assert "enum" not in storyboard_schema()["properties"]["cast"]["items"]


def test_the_committed_schema_is_fresh(tmp_path: Path) -> None:
    fresh = schema_text(production.schema(library_root(), store_root=tmp_path))
    assert COMMITTED.read_text(encoding="utf-8") == fresh, "run: animkit schema --write storyboards/storyboard.schema.json"
