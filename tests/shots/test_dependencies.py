"""What a clip's key covers: the scene, what it imports of ours, what is installed; and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from animkit.campaign.project import Project
from animkit.shots import dependencies as module
from animkit.shots.dependencies import Sources, dependencies, imports, system_versions, versions
from animkit.shots.fingerprint import Dependencies, fingerprint
from animkit.shots.model import ShotTask
from animkit.store import Store


def test_the_drawing_code_a_scene_imports_is_followed(scenes_folder: Path) -> None:
    reached = Sources([scenes_folder]).reached("still")
    assert {"scenes.still", "animkit", "animkit.drawing", "animkit.drawing.type", "animkit.drawing.glyphrun"} <= set(reached)
    assert {"animkit.shots.scene", "animkit.shots.camera", "animkit.shots.encode", "animkit.shots.cairo_path"} <= set(reached)
    others = {"animkit.cli", "animkit.store", "animkit.shots.shoot", "animkit.shots.studio", "animkit.timing.plan", "scenes.moving_parts"}
    assert not others & set(reached)


def test_neighbours_and_relative_imports_are_followed(tmp_path: Path) -> None:
    (tmp_path / "door.py").write_text("def construct():\n    from scenes._rooms import hall\n")
    (tmp_path / "_rooms.py").write_text("from ._walls import wall\nfrom . import _floor\n")
    (tmp_path / "_walls.py").write_text("import json\n")
    (tmp_path / "_floor.py").write_text("")
    (tmp_path / "other.py").write_text("")
    reached = [name for name in Sources([tmp_path]).reached("door") if name.startswith("scenes")]
    assert reached == ["scenes._floor", "scenes._rooms", "scenes._walls", "scenes.door"]


def test_the_projects_own_scene_comes_before_the_librarys(tmp_path: Path) -> None:
    for folder, source in (("own", "A = 1\n"), ("library", "A = 2\n")):
        (tmp_path / folder / "scenes").mkdir(parents=True)
        (tmp_path / folder / "scenes" / "door.py").write_text(source)
    shadowed = dependencies(Project(tmp_path / "own", tmp_path / "library"), ["door"])["door"]
    alone = dependencies(Project(tmp_path / "library", tmp_path / "library"), ["door"])["door"]
    assert shadowed.sources["scenes.door"] != alone.sources["scenes.door"]
    with pytest.raises(KeyError):
        dependencies(Project(tmp_path / "own", tmp_path / "library"), ["gate"])


def test_what_was_read_once_is_taken_from_the_store_and_a_changed_file_is_read_anew(
    scenes_folder: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_READ", {})
    monkeypatch.setattr(module, "_USED", set())
    first = Sources([scenes_folder]).reached("still")
    module.remember(store)
    read: list[bytes] = []
    monkeypatch.setattr(module, "_READ", {})
    monkeypatch.setattr(module, "imports", lambda source, package: read.append(source) or imports(source, package))
    module.recall(store)
    assert Sources([scenes_folder]).reached("still") == first
    assert read == []
    (tmp_path / "new.py").write_text("from scenes import _other\n")
    (tmp_path / "_other.py").write_text("")
    assert "scenes._other" in Sources([tmp_path]).reached("new")
    assert len(read) == 2


def test_every_way_to_import_is_seen() -> None:
    source = b"import a.b, c\nfrom d import e as f\nfrom . import g\nfrom ..h import i\nif x:\n    import j\n"
    assert sorted(imports(source, "animkit.drawing")) == [
        "a.b",
        "animkit.drawing",
        "animkit.drawing.g",
        "animkit.h",
        "animkit.h.i",
        "c",
        "d",
        "d.e",
        "j",
    ]
    assert list(imports(b"def broken(:", "animkit")) == []


def test_the_versions_of_what_draws_are_known() -> None:
    import cairo

    found = versions()
    assert {"python", "manim", "av", "numpy", "pycairo", "fontpkg-lexend"} <= set(found)
    assert system_versions()["cairo"] == cairo.cairo_version_string()
    assert all(part.isdigit() for name in ("pango", "harfbuzz", "freetype") for part in found[name].split("."))


def test_a_library_that_hides_its_names_is_unknown() -> None:
    assert module._text(None, "cairo_version_string") == "unknown"
    assert module._freetype(None) == "unknown"
    assert module._library("animkit.nothing") is None


KNOWN = Dependencies({"scenes.still": "a"}, {"manim": "0.22.0"})


def test_a_key_changes_with_everything_that_the_picture_depends_on(task: ShotTask) -> None:
    keys = {
        fingerprint(task, KNOWN),
        fingerprint(task, KNOWN, exact=True),
        fingerprint(task, Dependencies({"scenes.still": "b"}, KNOWN.versions)),
        fingerprint(task, Dependencies(KNOWN.sources, {"manim": "0.22.1"})),
        fingerprint(replace(task, params={"text": "no"}), KNOWN),
        fingerprint(replace(task, frames=21), KNOWN),
        fingerprint(replace(task, handle_in=1), KNOWN),
        fingerprint(replace(task, beats={"end": 3}), KNOWN),
        fingerprint(replace(task, theme={**task.theme, "line_px": 13}), KNOWN),
        fingerprint(replace(task, width_px=640, height_px=360), KNOWN),
    }
    assert len(keys) == 10


def test_equal_tasks_have_equal_keys_whatever_the_order_of_their_values(task: ShotTask) -> None:
    one = replace(task, params={"a": 1, "b": (1, 2)}, beats={"x": 1, "y": 2})
    other = replace(task, params={"b": [1, 2], "a": 1}, beats={"y": 2, "x": 1})
    assert fingerprint(one, KNOWN) == fingerprint(other, KNOWN) == fingerprint(ShotTask.from_json(one.as_json()), KNOWN)
