"""Marks answer where everything stands, and for what is missing, the nearest thing around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.strict.marks import Marks
from animkit.strict.nodes import children, value_of, without
from animkit.strict.tree import read_tree

TEXT = """\
title: Knock
cast: [maya, otis]
lines:
  - text: 'It''s {a} yours'
  - text: >-
      You can
      {end} end it
  - text: "quoted \\
      {x} on"
"""


@pytest.fixture
def marks() -> Marks:
    return Marks(read_tree(TEXT, "f"))


def test_values_keys_and_items(marks: Marks) -> None:
    assert str(marks.place(("title",))) == "f:1:8"
    assert str(marks.key(("title",))) == "f:1:1"
    assert str(marks.place(("cast", 1))) == "f:2:14"
    assert str(marks.key(("cast", 1))) == "f:2:14"
    assert str(marks.place()) == "f:1:1"


def test_what_is_missing_is_where_it_would_be(marks: Marks) -> None:
    assert str(marks.place(("lines", 0, "speaker"))) == "f:4:5"
    assert str(marks.place(("cast", 7, "x"))) == "f:2:7"
    assert str(marks.key(("lines", 0, "speaker"))) == "f:4:5"
    assert str(Marks(read_tree("", "f")).place(("title",))) == "f"


@pytest.mark.parametrize(("line", "place"), [(0, "f:4:18"), (1, "f:7:7"), (2, "f:9:7")])
def test_a_character_inside_a_text_is_found_through_quotes_and_folds(marks: Marks, line: int, place: str) -> None:
    tree_value = value_of(marks.tree.root)  # type: ignore[arg-type]  # the fixture has a root
    text = tree_value["lines"][line]["text"]  # type: ignore[index, call-overload]
    assert str(marks.inside(("lines", line, "text"), text.index("{"))) == place


def test_a_character_that_cannot_be_told_apart_is_at_the_texts_beginning() -> None:
    marks = Marks(read_tree('a: "\\x7b {"', "f"))
    assert str(marks.inside(("a",), 0)) == "f:1:4"
    assert str(marks.inside(("a",), 99)) == "f:1:4"


def test_spans_cut_the_value_out_of_the_text(marks: Marks) -> None:
    span = marks.span(("lines", 0, "text"))
    assert span is not None
    assert TEXT[span[0].offset : span[1].offset] == "'It''s {a} yours'"
    assert marks.span(("nothing",)) is None


def test_leaving_out_keeps_every_other_place() -> None:
    tree = read_tree("a: [x, y, z]\nb: {c: 1, d: 2}", "f")
    assert tree.root is not None
    kept = without(tree.root, {("a", 1), ("b", "c")})
    assert kept is not None
    assert value_of(kept) == {"a": ["x", "z"], "b": {"d": 2}}
    assert [node.start for _, node in children(kept)] == [node.start for _, node in children(tree.root)]
    assert without(tree.root, {()}) is None


@settings(deadline=None)
@given(st.text(st.sampled_from("ab{} \n'\"é\\"), min_size=1, max_size=30), st.sampled_from(["'", '"']))
def test_a_character_found_inside_is_that_character(text: str, quote: str) -> None:
    source = text.replace("'", "''") if quote == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
    tree = read_tree(f"a: {quote}{source}{quote}", "f")
    if tree.findings or tree.root is None:
        return
    marks = Marks(tree)
    value = getattr(marks.node(("a",)), "text", "")
    for offset, character in enumerate(value):
        place = marks.inside(("a",), offset)
        if (place.line, place.col) != (1, 4):
            assert tree.text.split("\n")[place.line - 1][place.col - 1] == character
