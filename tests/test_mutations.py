"""Every guard that a mutation takes out is still there, and the test that must miss it exists; `script/mutate` runs them all."""

import ast
import re
from pathlib import Path

import mutate
import pytest

EACH = mutate.mutations()


@pytest.mark.parametrize("one", EACH, ids=lambda one: one.path.stem)
def test_its_patch_applies_and_its_test_exists(one: mutate.Mutation) -> None:
    applied = mutate._git(mutate.ROOT, "apply", "--check", str(one.path))
    assert applied.returncode == 0, applied.stderr
    file, _, name = one.fails.partition("::")
    tests = {node.name for node in ast.walk(ast.parse((mutate.ROOT / file).read_text())) if isinstance(node, ast.FunctionDef)}
    assert name in tests


def test_every_promise_that_the_code_keeps_has_a_mutation() -> None:
    assert {one.promise for one in EACH} == set(range(1, 11)), "there is no preview server yet: promise 11 waits for it"


def test_the_document_names_every_mutation() -> None:
    text = (mutate.ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    assert {one.path.stem for one in EACH} == set(re.findall(r"`(\d\d-[a-z0-9-]+)`", text))


def test_a_guard_that_is_taken_out_is_missed(tmp_path: Path) -> None:
    (one,) = [one for one in EACH if one.path.stem == "06-no-is-text"]
    assert mutate.outcome(one, mutate.copied(tmp_path)) == "fails"
