"""What `pip install` gives is whole: the engine, and the library of scenes, voices and rules that an empty folder makes films with."""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = {"scenes": "animkit/library/scenes", "assets": "animkit/library/assets", "docs": "animkit/library/docs"}


def tracked(*folders: str) -> list[str]:
    answer = subprocess.run(["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in answer.stdout.split("\0")[:-1] if (ROOT / name).is_file()]


BESIDE_CODE = {".py", ".typed", ".xml", ".html", ".css", ".js", ".cjs", ".json", ".typ"}
"""The policy of deliveries, and what pages and papers are made from."""


def test_the_wheel_takes_the_library_from_where_it_lies() -> None:
    facts = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = facts["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["src/animkit"]
    assert wheel["force-include"] == LIBRARY
    assert all((ROOT / folder).is_dir() for folder in LIBRARY)
    assert all((ROOT / name).is_file() for name in facts["project"]["license-files"])


def test_what_the_package_reads_beside_its_code_lies_inside_it() -> None:
    assert {Path(name).suffix for name in tracked("src")} <= BESIDE_CODE
    assert {name.split("/")[0] for name in tracked("src")} == {"src"}
    assert {name.split("/")[1] for name in tracked("src")} == {"animkit"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder), "-t", "wheel", "-t", "sdist"]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120)
    return folder


@pytest.mark.slow
def test_a_wheel_holds_everything(built: Path) -> None:
    (path,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(path).namelist())
    assert {name.removeprefix("src/") for name in tracked("src")} - names == set()
    for folder, place in LIBRARY.items():
        assert {name.replace(folder, place, 1) for name in tracked(folder)} - names == set()
    assert {"animkit/py.typed", "animkit/film/delivery-policy.xml", "animkit/library/assets/voices/bf_emma.bin"} <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith(("tests", "storyboards", "scenes", "assets"))]
    (facts,) = [name for name in names if name.endswith(".dist-info/METADATA")]
    licences = {name.split("/licenses/")[1] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "CREDITS.md", "assets/voices/LICENSE"}
    assert "Requires-Dist: manim" in zipfile.ZipFile(path).read(facts).decode()


@pytest.mark.slow
def test_an_sdist_holds_what_is_tracked(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert set(tracked()) - names == set()


@pytest.mark.slow
def test_a_wheel_begins_a_film_in_an_empty_folder(built: Path, tmp_path: Path) -> None:
    (path,) = built.glob("*.whl")
    zipfile.ZipFile(path).extractall(tmp_path / "installed")
    (tmp_path / "empty").mkdir()
    program = "import animkit, animkit.cli, sys; print(animkit.__file__, file=sys.stderr); sys.exit(animkit.cli.run(sys.argv[1:]))"

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        settings = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
        command = [sys.executable, "-W", "ignore", "-c", program, *arguments]
        return subprocess.run(command, cwd=tmp_path / "empty", env=settings, capture_output=True, text=True, timeout=300, check=False)

    written = run("new", "talk")
    assert written.returncode == 0, written.stderr
    assert str(tmp_path / "installed") in written.stderr
    (document,) = [line for line in written.stdout.splitlines() if "for-editors.md" in line]
    assert Path(document.partition(": ")[2]).is_file()
    assert run("check", "talk").returncode == 0
    assert "help-card" in run("schema").stdout
