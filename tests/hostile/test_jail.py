"""Names that climb, links, pipes and devices: what lies outside a project is never read, and nothing is waited for."""

import os
from pathlib import Path

import pytest

from animkit.campaign.project import Project, library_root
from animkit.film.manifest import verify_build
from animkit.findings import Refused
from animkit.storyboard.parse import parse
from animkit.strict.reading import read_text

CLIMBING = [
    "../secret",
    "..",
    ".",
    "/etc/passwd",
    "a/../../b",
    "~/x",
    "file:///etc/passwd",
    "http://x/y",
    "concat:a|b",
    "*",
    "con\\..\\x",
    "a b",
    "-rf",
    "a\tb",
]


@pytest.fixture
def fenced(tmp_path: Path) -> Project:
    """A project with a secret beside it."""
    (tmp_path / "secret.yaml").write_text("secret: yes")
    (tmp_path / "secret.py").write_text("raise SystemExit('outside code ran')")
    for folder in ("assets/scores", "scenes", "storyboards"):
        (tmp_path / "project" / folder).mkdir(parents=True)
    return Project((tmp_path / "project").resolve(), library_root().resolve())


def test_a_link_out_of_the_project_is_no_asset(fenced: Project) -> None:
    (fenced.root / "assets" / "scores" / "own.yaml").symlink_to(fenced.root.parent / "secret.yaml")
    assert fenced.asset("scores/own.yaml") is None
    assert not [path for path in fenced.assets("scores/*.yaml") if path.name == "own.yaml"]


def test_a_linked_folder_out_of_the_project_holds_no_assets(fenced: Project) -> None:
    (fenced.root / "assets" / "takes").symlink_to(fenced.root.parent)
    assert not list(fenced.assets("takes/*.yaml"))
    assert fenced.asset("takes/secret.yaml") is None


def test_a_link_inside_the_project_is_followed(fenced: Project) -> None:
    (fenced.root / "assets" / "real.yaml").write_text("a: b")
    (fenced.root / "assets" / "scores" / "own.yaml").symlink_to("../real.yaml")
    assert fenced.asset("scores/own.yaml") is not None


@pytest.mark.parametrize("name", ["../../secret.yaml", "scores/../../../secret.yaml", "/etc/passwd"])
def test_a_name_that_climbs_is_no_asset(fenced: Project, name: str) -> None:
    assert fenced.asset(name) is None


def test_linked_code_from_outside_is_no_scene(fenced: Project) -> None:
    (fenced.root / "scenes" / "intruder.py").symlink_to(fenced.root.parent / "secret.py")
    assert fenced.scene("intruder") is None
    assert "intruder" not in fenced.scenes()


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_no_asset_and_never_waited_for(fenced: Project, kind: str) -> None:
    path = fenced.root / "assets" / "scores" / "own.yaml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    assert fenced.asset("scores/own.yaml") is None
    with pytest.raises(Refused, match="not a file"):
        read_text(path, "own.yaml")


HEAD = "version: 1\ntitle: K\nband: 11-14\nreview_by: 2027-05-01\n"


@pytest.mark.parametrize("name", CLIMBING)
@pytest.mark.parametrize("key", ["id", "scene", "mood", "sign", "theme", "score", "language", "cast", "help", "sound", "line", "speaker"])
def test_no_name_in_a_storyboard_can_climb(key: str, name: str) -> None:
    """Every name is refused at its line, whatever it names: none of them ever becomes a part of a path."""
    from strategies import campaign

    quoted = "'" + name.replace("'", "''") + "'"
    top = (
        f"{key}: {quoted if key not in ('cast', 'help') else f'[{quoted}]'}\n"
        if key in ("theme", "score", "language", "cast", "help")
        else ""
    )
    shot = {"id": "door", "scene": "door"} | ({key: quoted} if key in ("id", "scene", "mood", "sign") else {})
    inside = {"sound": f"        sounds: [{{sound: {quoted}}}]\n", "line": f"        lines: [{{text: Stop., id: {quoted}}}]\n"}.get(key, "")
    inside += f"        lines: [{{text: Stop., speaker: {quoted}}}]\n" if key == "speaker" else ""
    seconds = "" if "lines" in inside else "        seconds: 2\n"
    text = f"{HEAD}{top}chapters:\n  - title: L\n    shots:\n      - id: {shot.pop('id')}\n"
    text += "".join(f"        {word}: {value}\n" for word, value in shot.items()) + seconds + inside
    found = parse(text, "film.yaml", campaign=campaign(), scenes={"door": {}}).findings
    assert [finding for finding in found if finding.place.line > 1], f"{key}: {name!r} was let through"


def test_a_manifest_that_points_outside_is_told_and_nothing_is_hashed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    build = tmp_path / "build"
    build.mkdir()
    (build / "manifest.json").write_text('{"outputs": {"../secret": {"sha256": "0"}}, "inputs": {}}')
    (finding,) = verify_build(build)
    assert finding.code == "output-outside"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{", "[]", '{"outputs": 3, "inputs": {}}', "\x00", '{"outputs": {"a": {"sha256": NaN}}, "inputs": 1}']
)
def test_a_manifest_that_is_none_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    (finding,) = verify_build(tmp_path)
    assert finding.code == "manifest-broken"


def test_a_pipe_among_a_builds_files_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "film.mp4")
    (tmp_path / "manifest.json").write_text('{"outputs": {"film.mp4": {"sha256": "0"}}, "inputs": {}}')
    (finding,) = verify_build(tmp_path)
    assert finding.code == "output-missing"
