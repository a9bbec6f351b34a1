"""Events become a tree: the same values as YAML's own, none of its traps, and an end to everything."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.strict.nodes import Scalar, Table, value_of
from animkit.strict.tree import DEEPEST, MOST_FINDINGS, MOST_NODES, read_tree

LEAVES = st.none() | st.booleans() | st.integers(-999, 999) | st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=8)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc{:", min_size=1), inner, max_size=3))


def value(text: str) -> Any:
    tree = read_tree(text, "f")
    assert tree.findings == ()
    assert tree.root is not None
    return value_of(tree.root)


def codes(text: str) -> list[str]:
    return [finding.code for finding in read_tree(text, "f").findings]


@settings(deadline=None)
@given(VALUES, st.sampled_from([None, '"', "|", ">"]), st.booleans())
def test_what_yaml_writes_is_read_back(written: object, style: Any, flow: bool) -> None:
    text = yaml.safe_dump(written, default_style=style, allow_unicode=True, default_flow_style=flow)
    tree = read_tree(text, "f")
    if style is None and not tree.findings:
        assert tree.root is not None
        assert value_of(tree.root) == written


def test_core_words_only() -> None:
    text = "[no, on, yes, 1:30, 010, 2027-05-01, .inf, 1e3, true, null, 12, 1.5, '12', \"true\"]"
    assert value(text) == ["no", "on", "yes", "1:30", "010", "2027-05-01", ".inf", "1e3", True, None, 12, 1.5, "12", "true"]


def test_aliases_copy_values_within_bounds() -> None:
    assert value("a: &x {b: [c]}\nd: *x\ne: [*x, *x]\nf: &y z\ng: *y") == {
        "a": {"b": ["c"]}, "d": {"b": ["c"]}, "e": [{"b": ["c"]}, {"b": ["c"]}], "f": "z", "g": "z",
    }  # fmt: skip


def test_everything_has_its_place() -> None:
    tree = read_tree('# é\n🙂: "b"\nc:\r\n  - |\n    two\n    lines\n', "f")
    assert isinstance(tree.root, Table)
    key, quoted = tree.root.entries["🙂"]
    assert (key.start, key.end) == ((2, 1, 4), (2, 2, 5))
    assert (quoted.start, quoted.end) == ((2, 4, 7), (2, 7, 10))
    block = next(iter(getattr(tree.root.entries["c"][1], "items")))  # noqa: B009 (a Sequence, which the type does not say)
    assert isinstance(block, Scalar)
    assert (block.start.line, block.start.col, block.text) == (4, 5, "two\nlines\n")
    assert tree.text[block.start.offset : block.end.offset] == "|\n    two\n    lines\n"


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n"])
def test_an_empty_file_is_empty(text: str) -> None:
    tree = read_tree(text, "f")
    assert tree.findings == ()
    assert tree.root is None or value_of(tree.root) is None


def test_depth_is_bounded() -> None:
    assert codes("[" * DEEPEST + "]" * DEEPEST) == []
    assert codes("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == ["too-deep"]
    assert codes("[" * 100_000) == ["too-deep"]
    assert codes("a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30) == ["too-deep-copy"]


def test_size_is_bounded_with_copies_counted() -> None:
    assert codes("[" + "a," * (MOST_NODES - 2) + "a]") == []
    assert codes("[" + "a," * MOST_NODES + "a]") == ["too-many"]
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert codes(laughs) == ["too-many"]


def test_problems_are_collected_and_their_number_is_bounded() -> None:
    assert codes("a: !!str b\na: c\nd: {<<: e}\nf: !x y") == ["tag", "duplicate-key", "merge-key", "tag"]
    assert len(codes("a: 1\n" * 10_000)) == MOST_FINDINGS


def test_the_first_of_two_keys_counts() -> None:
    tree = read_tree("a: 1\na: 2", "f")
    assert tree.root is not None
    assert value_of(tree.root) == {"a": 1}


def test_keys_are_text_as_they_stand() -> None:
    assert value("1: a\ntrue: b\n? c\n: d\n") == {"1": "a", "true": "b", "c": "d"}


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert value('"<<": a') == {"<<": "a"}


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:-#&*!|>'\"%@`{}[],?\n\t \\uxé0123.~<="), max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    tree = read_tree(text, "f")
    lines = text.split("\n")
    for finding in tree.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.col <= len(lines[finding.place.line - 1]) + 1
        assert finding.code != "not-yaml", "every kind of broken YAML that is known has words of its own"
