"""The schemas of scenes: read from their code, once a change; a broken scene is told at its line."""

import re

import pytest

from animkit.campaign.project import Project
from animkit.shots.schemas import broken_scenes, scene_schemas
from animkit.shots.studio import Studio
from animkit.store import Store


class NoStudio:
    def run(self, *_: object) -> None:
        raise AssertionError("the schemas were in the store")


def test_a_schema_tells_what_an_editor_may_write(project: Project, store: Store, studio: Studio) -> None:
    schemas = scene_schemas(project, store, within=studio)
    assert sorted(schemas) == ["failing", "moving-parts", "probing", "still"]
    still = schemas["still"]
    assert still["description"] == "A square and some words, at rest."
    assert still["properties"]["text"] == {
        "type": "string",
        "default": "You can stop",
        "description": "What stands in the picture.",
        "title": "Text",
        "x-animkit": "on-screen-text",
    }
    assert still["additionalProperties"] is False
    dots = schemas["moving-parts"]["properties"]["dots"]
    assert (dots["minimum"], dots["maximum"], dots["description"]) == (1, 9, "How many dots there are.")
    assert schemas["moving-parts"]["x-animkit-beats"] == {"turn": "The square turns."}
    assert schemas["failing"]["required"] == ["how"]


def test_schemas_are_read_once_a_change(project: Project, store: Store, studio: Studio) -> None:
    first = scene_schemas(project, store, within=studio)
    assert scene_schemas(project, store, within=NoStudio()) == first  # type: ignore[arg-type]
    scene = project.root / "scenes" / "still.py"
    scene.write_text(scene.read_text().replace("What stands in the picture.", "What it says."))
    assert scene_schemas(project, store, within=studio)["still"]["properties"]["text"]["description"] == "What it says."


BROKEN = {
    "torn": ("from animkit.shots.scene import ShotScene\nclass Torn(ShotScene:\n", r"scenes/torn.py:2:\d+: SyntaxError: invalid syntax"),
    "lost": ("import nothing_of_that_name\n", r"scenes/lost.py:1:\d+: ModuleNotFoundError: No module named 'nothing_of_that_name'"),
    "odd": (
        "from dataclasses import dataclass\nfrom animkit.shots.scene import ShotScene\n\n\nclass Odd(ShotScene):\n"
        "    @dataclass(frozen=True)\n    class Params:\n        what: Nothing\n",
        r"scenes/odd.py:8:\d+: NameError: name 'Nothing' is not defined",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_scene_that_does_not_load_is_told_at_its_line_to_those_who_use_it(
    project: Project, store: Store, studio: Studio, name: str
) -> None:
    source, message = BROKEN[name]
    (project.root / "scenes" / f"{name}.py").write_text(source)
    schemas = scene_schemas(project, store, within=studio)
    (finding,) = broken_scenes(schemas, ["still", name], project)
    assert re.search(message, str(finding)), finding
    assert broken_scenes(schemas, ["still"], project) == ()
    assert schemas["still"]["x-animkit-beats"] == {}


def test_a_project_without_scenes_has_no_schemas(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    assert scene_schemas(Project(empty, empty), store) == {}
