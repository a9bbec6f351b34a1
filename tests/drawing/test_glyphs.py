from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import cairo
import numpy as np
import pytest
import svgelements
import yaml

from animkit.drawing.colour import SHAPE_CONTRAST, contrast
from animkit.drawing.glyphs import GLYPHS, HELP, MARKS, PRESSURE, glyph, glyph_svg, mark_of
from animkit.drawing.layout import box_of, px
from animkit.drawing.mark import INK, SIDE, Mark
from animkit.drawing.path import outlines
from animkit.drawing.theme import Theme
from animkit.findings import Refused

SIGNS = yaml.safe_load((Path(__file__).resolve().parents[2] / "assets/signs.yaml").read_text(encoding="utf-8"))
PIXELS = 96


def grey(mark: Mark, theme: Theme) -> np.ndarray:
    """The mark on white, in grey, 96 by 96 pixels, 0 to 255."""
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, PIXELS, PIXELS)
    context = cairo.Context(surface)
    context.set_source_rgb(1, 1, 1)
    context.paint()
    context.translate(PIXELS / 2, PIXELS / 2)
    context.scale(PIXELS / SIDE, -PIXELS / SIDE)
    context.set_line_join(cairo.LINE_JOIN_ROUND)
    for ink in mark:
        context.set_line_cap(cairo.LINE_CAP_ROUND if ink.cap == "round" else cairo.LINE_CAP_BUTT)
        for outline in outlines(ink.path):
            context.move_to(*outline[0])
            for curve in outline.reshape(-1, 4, 2):
                context.curve_to(*curve[1:].ravel())
            if np.allclose(outline[0], outline[-1]):
                context.close_path()
        for paint, draw in ((ink.fill, context.fill_preserve), (ink.line, context.stroke_preserve)):
            if paint:
                colour = theme.colour(paint)
                context.set_source_rgb(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
                context.set_line_width(ink.width)
                draw()
        context.new_path()
    pixels = np.frombuffer(surface.get_data(), np.uint8).reshape(PIXELS, surface.get_stride() // 4, 4)[:, :PIXELS]
    return pixels[:, :, 2] * 0.299 + pixels[:, :, 1] * 0.587 + pixels[:, :, 0] * 0.114


def test_every_glyph_that_the_signs_name_is_drawn_and_none_is_drawn_for_nothing() -> None:
    named = {entry["glyph"] for kind in ("signs", "actions") for entry in SIGNS[kind]}
    assert named == set(GLYPHS)
    assert {sign["glyph"] for sign in SIGNS["signs"]} == set(PRESSURE)
    assert {action["glyph"] for action in SIGNS["actions"]} == set(HELP)


@pytest.mark.parametrize("name", MARKS)
def test_a_glyph_keeps_within_its_square(name: str) -> None:
    for ink in mark_of(name):
        reach = SIDE / 2 - (ink.width / 2 if ink.line else 0)
        assert np.abs(ink.path[::4]).max() <= reach + 1e-6, ink


@pytest.mark.parametrize("name", MARKS)
def test_a_glyph_is_about_as_large_as_its_square(name: str, theme: Theme) -> None:
    rows, columns = np.nonzero(grey(mark_of(name), theme) < 200)
    assert max(np.ptp(rows), np.ptp(columns)) > PIXELS * 0.8
    assert abs((columns.min() + columns.max()) / 2 - PIXELS / 2) < PIXELS * 0.1


@pytest.mark.parametrize("name", MARKS)
def test_a_glyph_can_be_read_in_grey(name: str, theme: Theme) -> None:
    """Enough of it is so dark that it stands out 3 to 1 from white, whatever its colours are."""
    dark = grey(mark_of(name), theme) < 148
    assert dark.mean() > 0.06


def test_glyphs_are_told_apart_by_shape_in_grey(theme: Theme) -> None:
    pictures = {name: grey(mark_of(name), theme) < 148 for name in MARKS}
    for one, other in combinations(MARKS, 2):
        both = (pictures[one] | pictures[other]).sum()
        assert (pictures[one] ^ pictures[other]).sum() / both > 0.4, (one, other)


def test_the_gift_and_being_believed_are_a_pair() -> None:
    """The same star; the string taut on the one, slack on the other."""
    gift, believed = mark_of("star"), mark_of("slack-string")
    assert np.ptp(gift[1].path, axis=0) == pytest.approx(np.ptp(believed[1].path, axis=0))
    taut = gift[0].path
    way = taut[-1] - taut[0]
    off = np.abs((taut - taut[0]) @ np.array([-way[1], way[0]])) / np.hypot(*way)
    assert off.max() < 1e-9
    assert len(believed[0].path) > len(taut)


def test_pressure_wears_no_colour_that_gives_the_answer() -> None:
    for name in PRESSURE:
        worn = {paint for ink in mark_of(name) for paint in (ink.fill, ink.line)}
        assert "sign" not in worn, name
    assert all("sign" not in {paint for ink in mark_of(name) for paint in (ink.fill, ink.line)} for name in HELP)


def test_ink_is_four_units_where_nothing_else_is_said() -> None:
    assert INK == 4.0
    widths = [ink.width for name in MARKS for ink in mark_of(name) if ink.line == "ink"]
    assert np.median(widths) == pytest.approx(INK, abs=0.5)


@pytest.mark.parametrize("name", MARKS)
def test_every_colour_is_a_role_of_the_theme_and_lines_stand_out_from_white(name: str, theme: Theme) -> None:
    for ink in mark_of(name):
        for paint in (ink.fill, ink.line):
            assert paint is None or not paint.startswith("#")
        if ink.line and ink.line != "white":
            assert contrast(theme.colour(ink.line), "#FFFFFF") >= SHAPE_CONTRAST


@pytest.mark.parametrize("name", MARKS)
def test_svg_holds_the_same_outlines(name: str, theme: Theme) -> None:
    root = ElementTree.fromstring(glyph_svg(name, theme.colours, title="A picture"))
    assert root.get("aria-label") == "A picture"
    drawn = root.findall("{http://www.w3.org/2000/svg}path")
    mark = mark_of(name)
    assert len(drawn) == len(mark)
    for element, ink in zip(drawn, mark, strict=True):
        box = svgelements.Path(element.get("d")).bbox()
        xs, ys = _extent(ink.path)
        assert (box[0], box[2]) == pytest.approx(xs, abs=0.02)
        assert (box[1], box[3]) == pytest.approx((-ys[1], -ys[0]), abs=0.02)


def _extent(path: np.ndarray) -> tuple[tuple[float, float], tuple[float, float]]:
    t = np.linspace(0, 1, 400)[None, :, None]
    p0, p1, p2, p3 = (path.reshape(-1, 4, 2)[:, None, at] for at in range(4))
    on = ((1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t**2 * p2 + t**3 * p3).reshape(-1, 2)
    low, high = on.min(axis=0), on.max(axis=0)
    return (low[0], high[0]), (low[1], high[1])


def test_svg_without_a_title_is_decoration(theme: Theme) -> None:
    assert ElementTree.fromstring(glyph_svg("door", theme.colours)).get("aria-hidden") == "true"


def test_a_title_cannot_break_out(theme: Theme) -> None:
    root = ElementTree.fromstring(glyph_svg("door", theme.colours, title='"/><script>'))
    assert root.get("aria-label") == '"/><script>'


@pytest.mark.usefixtures("stage_up")
@pytest.mark.parametrize("name", GLYPHS)
def test_a_puppet_of_a_glyph_is_as_large_as_asked(name: str) -> None:
    box = box_of(GLYPHS[name](size_px=300))
    assert px(300) * 0.7 < max(box.width, box.height) <= px(300)


@pytest.mark.usefixtures("stage_up")
def test_a_misspelt_glyph_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(Refused) as refused:
        glyph("photo-stripe")
    assert "photo-strip" in str(refused.value.findings[0].mend)
