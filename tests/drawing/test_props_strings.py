import numpy as np
import pytest

from animkit.drawing.layout import box_of, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.props.heart import Heart
from animkit.drawing.props.star import Coin, Star
from animkit.drawing.props.string import String
from animkit.drawing.stage import Stage

pytestmark = pytest.mark.usefixtures("stage_up")

A, B = np.array([-3.0, 1.0, 0.0]), np.array([3.0, 0.0, 0.0])


def done(motion: Motion) -> None:
    motion.begin()
    motion.finish()


def sag(string: String) -> float:
    """How far the string's lowest point is below the straight line between its ends."""
    line = string._line.points[:, :2]
    start, end = (point[:2] for point in string.from_to())
    share = (line[:, 0] - start[0]) / (end[0] - start[0])
    return float((start[1] + (end[1] - start[1]) * share - line[:, 1]).max())


def test_a_string_runs_from_end_to_end_and_hangs_between() -> None:
    string = String(A, B, slack=0.3)
    line = string._line.points
    assert line[0] == pytest.approx(A)
    assert line[-1] == pytest.approx(B)
    assert sag(string) == pytest.approx(0.3 * np.hypot(*(B - A)[:2]), rel=0.15)


def test_a_string_pulled_taut_is_straight() -> None:
    string = String(A, B, slack=0.5)
    done(string.tighten())
    assert sag(string) == pytest.approx(0.0, abs=1e-9)
    assert string.quiver == 0.0


def test_a_tug_snaps_it_taut_and_it_quivers_less_and_less(stage_up: Stage) -> None:
    string = String(A, B, slack=0.3)
    motion = string.tug(1.0)
    motion.begin()
    strengths = []
    for stage_up.now in range(26):
        motion.interpolate(stage_up.now / 25)
        strengths.append(string.quiver)
    motion.finish()
    assert max(strengths) > 0.8
    after = strengths[strengths.index(max(strengths)) :]
    assert after == sorted(after, reverse=True)
    assert string.quiver == 0.0
    assert string.slack == pytest.approx(0.0)


def test_a_quiver_is_small_and_leaves_the_ends_where_they_are(stage_up: Stage) -> None:
    string = String(A, B, slack=0.0)
    string.quiver = 1.0
    for stage_up.now in range(12):
        string.update()
        assert sag(string) <= px(17)
        assert string._line.points[[0, -1]] == pytest.approx(np.array([A, B]))


def test_a_slack_string_ends_slack() -> None:
    string = String(A, B, slack=0.0)
    done(string.slacken(0.6))
    assert string.slack == pytest.approx(0.6)


def test_a_string_follows_a_star_that_moves() -> None:
    star = Star().shift(A)
    string = String(star, B)
    star.channel("glide").dx = 1.5
    star.refresh()
    string.update()
    assert string._line.points[0] == pytest.approx(star.hook())


def test_a_string_that_nothing_moves_is_not_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    string = String(Star().shift(A), B)
    drawn = []
    monkeypatch.setattr(string, "lay", lambda *pose: drawn.append(pose))
    for _ in range(5):
        string.update()
    assert not drawn


def test_a_string_can_follow_a_function() -> None:
    where = [B]
    string = String(A, lambda: where[0])
    where[0] = B + np.array([0, 1, 0])
    string.update()
    assert string._line.points[-1] == pytest.approx(where[0])


def test_a_string_lies_on_the_floor_and_not_below() -> None:
    string = String(A, B, slack=0.9, floor_y=-1.0)
    assert string._line.points[::4, 1].min() >= -1.0 - px(1)


@pytest.mark.parametrize("slack", [0.0, 0.5, 1.0])
def test_a_string_that_hangs_steeply_has_no_crease(slack: float) -> None:
    points = String(A, A + np.array([0.4, -3.0, 0.0]), slack=slack)._sampled()
    steps = np.diff(points, axis=0)
    angles = np.arctan2(steps[:, 1], steps[:, 0])
    turns = np.abs((np.diff(angles) + np.pi) % (2 * np.pi) - np.pi)
    assert turns.max() < 1.4


def test_a_string_runs_on_from_its_start() -> None:
    string = String(A, B)
    motion = string.draw_on()
    assert not len(string.refresh()._line.points)
    motion.begin()
    motion.interpolate(0.5)
    half = string._line.points
    assert half[0] == pytest.approx(A)
    assert half[-1][0] < B[0] - 1
    motion.finish()
    assert string._line.points[-1] == pytest.approx(B)


def test_a_point_of_a_string_is_on_it() -> None:
    string = String(A, B, slack=0.3)
    assert string.at(0.0) == pytest.approx(A)
    assert string.at(1.0) == pytest.approx(B)
    assert np.hypot(*(string._line.points[:, :2] - string.at(0.37)[:2]).T).min() < 0.2


@pytest.mark.parametrize("prop", [Star, Coin, Heart])
def test_stars_coins_and_hearts_have_ink_round_a_colour_of_the_theme(stage_up: Stage, prop: type[Star]) -> None:
    body = prop(100).drawn()[0]
    assert body.get_stroke_color().to_hex() == stage_up.colour("ink")
    assert body.get_fill_color().to_hex() in {stage_up.colour("mustard"), stage_up.colour("rose")}


def test_small_things_have_thinner_lines_and_none_a_thicker_one_than_the_cast(stage_up: Stage) -> None:
    lines = [Star(size).drawn()[0].line for size in (40, 100, 200, 500)]
    assert lines == sorted(lines)
    assert lines[-1] == pytest.approx(px(stage_up.theme.line_px))
    assert lines[0] < lines[1] < lines[2]


def test_a_star_lands_where_it_was_put() -> None:
    star = Star().shift(A)
    box, rest = box_of(star), star.drawn()[0].points.copy()
    motion = star.land(500)
    assert not len(star.drawn()[0].points)
    motion.begin()
    assert box_of(star.drawn()[0]).bottom > box.bottom + px(400)
    motion.finish()
    assert star.drawn()[0].points == pytest.approx(rest)


def test_a_heart_rises_and_is_gone() -> None:
    heart = Heart()
    start = heart.get_center()[1]
    motion = heart.rise(300, delay=0.2)
    motion.begin()
    assert not len(heart.drawn()[0].points)
    motion.interpolate(0.5)
    assert box_of(heart.drawn()[0]).bottom > start
    motion.finish()
    assert not len(heart.drawn()[0].points)
