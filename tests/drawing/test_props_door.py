import numpy as np
import pytest

from animkit.drawing.colour import SHAPE_CONTRAST, contrast
from animkit.drawing.layout import box_of, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.props.arch import Arch
from animkit.drawing.props.door import SWING, Door
from animkit.drawing.stage import Stage

pytestmark = pytest.mark.usefixtures("stage_up")

WALLS = ("paper", "white", "mist", "lavender", "lilac", "sand", "iris", "dusk", "night")


def done(motion: Motion) -> None:
    motion.begin()
    motion.finish()


def leaf(door: Door) -> np.ndarray:
    return door._side.points[:, :2]


def colours_of(door: Door) -> set[str]:
    return {part.get_fill_color().to_hex() for part in door.drawn() if len(part.points)}


@pytest.mark.parametrize(("action", "swing"), [("open", SWING["open"]), ("ajar", SWING["ajar"]), ("close", 0.0)])
def test_a_door_ends_where_it_was_told_to(action: str, swing: float) -> None:
    door = Door(state="ajar")
    done(getattr(door, action)())
    assert door.swing == pytest.approx(swing)


def test_a_closed_leaf_fills_its_opening() -> None:
    door = Door(600, state="closed")
    low, high = leaf(door).min(axis=0), leaf(door).max(axis=0)
    assert high - low == pytest.approx([px(door.width_px), px(600)], rel=0.04)


def test_a_leaf_foreshortens_while_it_opens_and_lies_beside_the_opening_when_open() -> None:
    door = Door(600, state="closed", hinge="right")
    widths = []
    for door.swing in (0.0, 38.0, 70.0, 88.0):
        door.refresh()
        widths.append(float(np.ptp(leaf(door)[:, 0])))
    assert widths == sorted(widths, reverse=True)
    done(door.open())
    assert leaf(door)[:, 0].min() > px(door.width_px) / 2 - px(20)


def test_a_leaf_that_turns_away_stays_within_its_frame() -> None:
    door = Door(600, towards_us=False, floor_light=False)
    frame = box_of(door._still[2])
    done(door.open())
    for swing in (0.0, 38.0, door.swing):
        door.swing = swing
        door.refresh()
        assert frame.left <= leaf(door)[:, 0].min()
        assert leaf(door)[:, 0].max() <= frame.right


def test_hinges_mirror_each_other() -> None:
    right, left = Door(600, hinge="right"), Door(600, hinge="left")
    assert leaf(left) * [-1, 1] == pytest.approx(leaf(right))


def test_light_falls_only_through_an_open_door_and_the_wider_the_further_it_is_open() -> None:
    door = Door(600, state="closed")
    assert door._light is not None
    assert not len(door._light.points)
    spans = []
    for state in ("ajar", "open"):
        door.swing = SWING[state]
        door.refresh()
        spans.append(float(np.ptp(door._light.points[:, 0])))
    assert 0 < spans[0] < spans[1]


def test_a_window_warms_and_cools(stage_up: Stage) -> None:
    door = Door(600, state="closed")
    cool = door._pane.get_fill_color().to_hex()
    done(door.warm())
    assert door._pane.get_fill_color().to_hex() == stage_up.colour("glow")
    done(door.cool())
    assert door._pane.get_fill_color().to_hex() == cool


def test_a_knock_leaves_the_door_as_it_was() -> None:
    door = Door(600, state="ajar")
    rest = leaf(door).copy()
    motion = door.knocked()
    motion.begin()
    motion.interpolate(0.25)
    assert not np.allclose(leaf(door), rest)
    motion.finish()
    assert leaf(door) == pytest.approx(rest)


@pytest.mark.parametrize("state", ["closed", "ajar", "open"])
@pytest.mark.parametrize("wall", WALLS)
def test_a_door_stands_out_from_every_wall(stage_up: Stage, wall: str, state: str) -> None:
    frame = Door(600, state=state, ground=wall)._still[2].get_fill_color().to_hex()
    assert contrast(frame, stage_up.colour(wall)) >= SHAPE_CONTRAST


def test_a_door_is_green_and_light_and_wears_no_other_colour(stage_up: Stage) -> None:
    for colour in colours_of(Door(600, warmth=1.0)):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        light = colour in {stage_up.colour(role) for role in ("paper", "glow")}
        assert light or (green > red and green > blue * 0.9), colour


@pytest.mark.parametrize("height_px", [40, 120, 300, 900])
def test_a_door_is_the_same_shape_at_every_size(height_px: float) -> None:
    door = Door(height_px)
    assert door.width_px / door.height_px == pytest.approx(Door(600).width_px / 600)
    assert np.ptp(leaf(door), axis=0) / height_px == pytest.approx(np.ptp(leaf(Door(600)), axis=0) / 600, rel=0.04)


def test_a_guest_stands_between_the_light_and_the_frame() -> None:
    door = Door(600, state="open")
    guest = Arch(50, 80)
    door.welcome(guest)
    order = door.submobjects
    assert order.index(door._still[1]) < order.index(guest) < order.index(door._still[2]) < order.index(door._side)


def test_a_door_that_is_moved_takes_its_light_and_its_leaf_along() -> None:
    door = Door(600)
    before = door._light.points.copy()
    door.shift(np.array([1.0, 0.5, 0.0]))
    done(door.ajar())
    assert door._light.points - before == pytest.approx(np.tile([1.0, 0.5, 0.0], (len(before), 1)))


def test_a_help_arch_rises_from_its_foot() -> None:
    niche = Arch(400, 700)
    full = box_of(niche)
    motion = niche.rise()
    motion.begin()
    motion.interpolate(0.2)
    assert box_of(niche).top < full.top
    assert box_of(niche).bottom == pytest.approx(full.bottom)
    motion.finish()
    assert box_of(niche).top == pytest.approx(full.top)
