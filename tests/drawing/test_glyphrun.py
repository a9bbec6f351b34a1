"""The letters are found in the drawings of every cairo that Debian has."""

import pytest

from animkit.drawing.glyphrun import outlines, run

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs><g>'
CAIRO_1_16 = f"""{HEAD}<symbol overflow="visible" id="glyph0-1"><path style="stroke:none;" d="M 1 2 Z"/></symbol></g></defs>
<g style="fill:rgb(0%,0%,0%)"><use xlink:href="#glyph0-1" x="0.5" y="142"/></g></svg>"""
CAIRO_1_18 = f"""{HEAD}<g id="glyph-0-0"><path d="M 1 2 Z"/></g><g id="glyph-0-1"><path d=""/></g></g></defs>
<g fill="rgb(0%, 0%, 0%)"><use xlink:href="#glyph-0-0" x="0.5" y="142"/><use xlink:href="#glyph-0-1" x="9" y="142"/></g></svg>"""


def test_letters_are_found_as_cairo_1_16_writes_them() -> None:
    assert outlines(CAIRO_1_16) == ({"glyph0-1": "M 1 2 Z"}, [("glyph0-1", 0.5)])


def test_letters_are_found_as_cairo_1_18_writes_them() -> None:
    assert outlines(CAIRO_1_18) == ({"glyph-0-0": "M 1 2 Z", "glyph-0-1": ""}, [("glyph-0-0", 0.5), ("glyph-0-1", 9.0)])


def test_a_drawing_that_is_cut_short_is_no_drawing() -> None:
    with pytest.raises(SyntaxError):
        outlines(CAIRO_1_18[:-20])


def test_the_same_letters_are_as_wide_in_every_place_of_a_line() -> None:
    one, two = run("n", "Lexend", "bold"), run("nn", "Lexend", "bold")
    assert two.width > 1.9 * one.width
