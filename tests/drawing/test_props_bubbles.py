from math import atan2, degrees

import numpy as np
import pytest

from animkit.drawing.colour import SHAPE_CONTRAST, contrast
from animkit.drawing.layout import UNIT_PX, box_of, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.pen import Drawn
from animkit.drawing.props.bubbles import PointedBubble, RoundBubble, WordBubble
from animkit.drawing.props.crowd import Crowd
from animkit.drawing.props.faces import COMPANY, Face, Mask
from animkit.drawing.props.far_comments import FarComments
from animkit.drawing.props.jagged import JaggedBubble
from animkit.drawing.props.knotted import KnottedBubble
from animkit.drawing.props.pictures import PICTURES
from animkit.drawing.props.rope import crossings, rope
from animkit.drawing.props.spread import round_about
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import Stage
from animkit.findings import Refused

pytestmark = pytest.mark.usefixtures("stage_up")

MIDDLE = np.array([0.4, 0.6, 0.0])


def done(motion: Motion) -> None:
    motion.begin()
    motion.finish()


def shapes(puppet: Puppet) -> list[Drawn]:
    return [part for part in puppet.get_family() if isinstance(part, Drawn) and len(part.points)]


def area(path: np.ndarray) -> float:
    """The area within an outline, by its curves' ends (shoelace)."""
    x, y = path[::4, 0], path[::4, 1]
    return float(abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2)


def roundness(path: np.ndarray) -> float:
    """1 for a circle, less for what has points."""
    low, high = path.min(axis=0), path.max(axis=0)
    return area(path) / (np.pi / 4 * float(np.max(high - low)) ** 2)


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_fits_into_a_bubble(name: str) -> None:
    bubble = RoundBubble(name, size_px=150)
    for part in bubble.inner()[0].drawn():
        assert np.hypot(*part.rest.T).max() <= px(75) + part.line


def test_round_pointed_and_jagged_are_told_by_shape_alone() -> None:
    round_one, pointed = roundness(RoundBubble("note").drawn()[0].rest), roundness(PointedBubble(flag=False).drawn()[0].rest)
    jagged = roundness(JaggedBubble(300, 300).drawn()[0].rest)
    assert jagged < pointed < round_one


def test_bubbles_line_stands_out_from_light_grounds_and_their_fill_from_dark_ones(stage_up: Stage) -> None:
    for bubble in (RoundBubble("note"), PointedBubble(flag=False), KnottedBubble(), JaggedBubble()):
        fill = shapes(bubble)[0].get_fill_color().to_hex()
        for ground in ("paper", "mist", "lavender", "lilac", "sand", "iris", "dusk", "night"):
            there = stage_up.colour(ground)
            assert max(contrast(stage_up.colour("ink"), there), contrast(fill, there)) >= SHAPE_CONTRAST, (type(bubble), ground)


def test_only_what_presses_or_threatens_wears_the_signs_colour(stage_up: Stage) -> None:
    sign = stage_up.colour("sign")

    def wears(puppet: Puppet) -> bool:
        return any(part.get_fill_opacity() > 0 and part.get_fill_color().to_hex() == sign for part in shapes(puppet))

    assert all(wears(bubble) for bubble in (PointedBubble(), JaggedBubble(), WordBubble("go on!", pressing=True)))
    assert not any(wears(bubble) for bubble in (RoundBubble("heart", face=1), KnottedBubble(), WordBubble("love this"), Mask("cat")))


def test_a_pressing_bubble_has_no_persons_face() -> None:
    pressing = PointedBubble(mask="cat")
    assert not any(isinstance(part, Face) for part in pressing.get_family())
    assert any(isinstance(part, Face) for part in RoundBubble("note", face=0).get_family())


@pytest.mark.parametrize("number", range(len(COMPANY)))
def test_a_face_stays_in_its_disc(number: int) -> None:
    for part in Face(number, 100).drawn():
        assert np.hypot(*part.rest[::4].T).max() <= px(50) + 1e-9


def test_a_face_is_a_few_still_shapes() -> None:
    face = Face(2, 100)
    assert len(face.drawn()) <= 12
    before = [part.points.copy() for part in face.drawn()]
    face.update()
    assert all(np.array_equal(old, part.points) for old, part in zip(before, face.drawn(), strict=True))


@pytest.mark.parametrize("start", [0.0, 90.0, 170.0, 350.0])
def test_a_bubble_swings_to_a_point_the_short_way(start: float) -> None:
    bubble = PointedBubble(aim=start, flag=False).shift(np.array([3.0, 1.0, 0.0]))
    goal = degrees(atan2(MIDDLE[1] - 1.0, MIDDLE[0] - 3.0))
    motion = bubble.swing(MIDDLE)
    done(motion)
    assert np.cos(np.radians(bubble.aim - goal)) == pytest.approx(1.0)
    assert abs(bubble.aim - start) <= 180


def test_a_bubble_looks_where_it_is_when_it_begins_to_swing() -> None:
    bubble = PointedBubble(flag=False)
    motion = bubble.swing(np.zeros(3))
    bubble.shift(np.array([0.0, 2.0, 0.0]))
    done(motion)
    assert bubble.aim % 360 == pytest.approx(270.0)


def test_a_bubbles_flag_stays_upright() -> None:
    bubble = PointedBubble(aim=0.0)
    heights = []
    for bubble.aim in (0.0, 120.0, 200.0, 300.0):
        bubble.refresh()
        heights.append(box_of(bubble._flag[1]).height)
        assert box_of(bubble._flag[1]).width == pytest.approx(0.0, abs=1e-9)
    assert heights == pytest.approx([heights[0]] * 4)


def test_what_pops_is_hidden_until_then_and_what_falls_is_gone_afterwards() -> None:
    bubble = RoundBubble("note", face=3)
    place = bubble.get_center()
    pop = bubble.pop()
    assert not shapes(bubble)
    done(pop)
    assert shapes(bubble)
    assert bubble.get_center() == pytest.approx(place, abs=1e-6)
    done(bubble.fall())
    assert not shapes(bubble)


def test_a_threat_fills_two_thirds_of_the_picture_with_under_a_fifth_of_it_in_the_signs_colour(stage_up: Stage) -> None:
    width, height = stage_up.frame
    bubble = JaggedBubble(600, 600 * height / width)
    done(bubble.swell(2.2))
    box = box_of(bubble._edge)
    assert box.width * box.height >= width * height * 0.5
    sign = area(bubble._edge.rest) - area(bubble._hole.rest)
    assert 0 < sign < width * height / 5


def test_a_threat_swells_without_a_jump_and_its_line_does_not_grow() -> None:
    bubble = JaggedBubble(400)
    line = bubble._edge.stroke_width
    motion = bubble.swell(2.0, 2.0)
    motion.begin()
    sizes = []
    for frame in range(51):
        motion.interpolate(frame / 50)
        sizes.append(bubble.size)
    motion.finish()
    assert max(np.abs(np.diff(sizes))) < 0.08
    assert bubble.size == 2.0
    assert bubble._edge.stroke_width == line


def test_the_knot_is_a_knot_and_comes_loose() -> None:
    assert len(crossings(rope(0.0))) == 3
    assert len(crossings(rope(0.4))) == 3
    assert len(crossings(rope(1.0))) == 0


def test_strands_lie_over_and_under_by_turns() -> None:
    points = rope(0.0)
    over = set(crossings(points))
    visits = sorted(over | {_partner(points, index) for index in over})
    assert [visit in over for visit in visits] in ([True, False] * 3, [False, True] * 3)


def _partner(points: np.ndarray, index: int) -> int:
    """The other strand's point where the rope crosses itself near ``index``."""
    distance = np.hypot(*(points[:, :2] - points[index, :2]).T)
    distance[max(index - 8, 0) : index + 9] = np.inf
    return int(np.argmin(distance))


def test_untying_ends_in_a_calm_line_within_the_bubble() -> None:
    bubble = KnottedBubble(size_px=200)
    done(bubble.untie())
    assert bubble.loose == 1.0
    assert not len(bubble._over.points)
    assert np.hypot(*bubble._rope.rest.T).max() < px(100)


# --- Crowds -------------------------------------------------------------------------------------------------------------------


def test_a_crowd_begins_empty_and_arrives_a_few_at_a_time() -> None:
    crowd = Crowd.around(MIDDLE, 20)
    assert not shapes(crowd)
    done(crowd.arrive(6))
    assert int((crowd.grown == 1).sum()) == 6
    done(crowd.arrive())
    assert np.allclose(crowd.grown, 1)
    assert len(shapes(crowd)) == 40


def test_a_crowd_never_covers_the_face_or_what_is_kept_free(stage_up: Stage) -> None:
    stage_up.still_life = True
    door = np.array([0.0, -2.5, 0.0])
    crowd = Crowd.around(MIDDLE, 40, clear_px=320, keep=[(door, 70)], here=True)
    for share in (0.0, 0.3):
        done(crowd.edge_in(share))
        from_door = np.hypot(*(crowd.standing() - door[:2]).T) * UNIT_PX
        from_face = np.hypot(*(crowd.standing() - MIDDLE[:2]).T) * UNIT_PX
        assert from_door.min() >= 70
        assert from_face.min() >= 320 * (1 - share) - 1


def test_every_arrow_of_a_crowd_swings_to_one_point(stage_up: Stage) -> None:
    stage_up.still_life = True
    crowd = Crowd.around(MIDDLE, 30, here=True)
    done(crowd.swing(MIDDLE))
    way = MIDDLE[:2] - crowd.standing()
    turned = np.column_stack([np.cos(crowd.aim), np.sin(crowd.aim)])
    assert (way * turned).sum(axis=1) == pytest.approx(np.hypot(*way.T), rel=1e-3)


def test_a_crowd_that_falls_is_gone_and_could_come_again() -> None:
    crowd = Crowd.around(MIDDLE, 12, here=True)
    places = crowd.places.copy()
    done(crowd.fall())
    assert not shapes(crowd)
    done(crowd.arrive())
    assert len(shapes(crowd)) == 24
    assert np.array_equal(crowd.places, places)


def test_leaves_fall_each_in_its_own_way_and_the_same_on_every_machine() -> None:
    ways = []
    for _ in range(2):
        crowd = Crowd.around(MIDDLE, 12, here=True)
        motion = crowd.fall()
        motion.begin()
        motion.interpolate(0.7)
        ways.append(crowd.shift_by.copy())
    assert np.array_equal(*ways)
    assert len(np.unique(ways[0][:, 0].round(6))) > 6


def test_a_crowd_lays_all_its_bubbles_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bubble is a puppet of its own: a frame costs one pose, however many there are."""
    crowd = Crowd.around(MIDDLE, 40, here=True)
    assert not crowd.inner()
    calls = []
    monkeypatch.setattr(crowd, "lay", lambda *pose: calls.append(pose))
    crowd.stir()
    crowd.update()
    assert len(calls) == 1


def test_places_are_spread_and_the_outer_ones_come_first() -> None:
    places, sizes = round_about((0.0, 0.0), 30, clear_px=300)
    far = [np.hypot(*place) for place in places]
    assert far == sorted(far, reverse=True)
    nearest = [min(np.hypot(x - u, y - v) for u, v in places if (u, v) != (x, y)) for x, y in places]
    assert min(nearest) > 60
    assert all(84 <= size <= 150 for size in sizes)


def test_no_room_is_said() -> None:
    with pytest.raises(Refused, match="no room"):
        round_about((0.0, 0.0), 5, clear_px=5000)


def test_far_comments_are_two_shapes_in_tints_of_their_ground() -> None:
    assert len(shapes(FarComments("iris", count=50))) == 2
