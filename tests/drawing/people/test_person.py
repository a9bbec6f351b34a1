from dataclasses import dataclass

import numpy as np
import pytest
from manim import FadeIn, FadeOut

from animkit.drawing.clip import Window
from animkit.drawing.layout import box_of, px
from animkit.drawing.motion.moves import Glide
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.people.avatar import EXTRAS, Avatar, Silhouette
from animkit.drawing.people.person import Act, Person
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import Stage
from animkit.findings import Refused

pytestmark = pytest.mark.usefixtures("stage_up")
ORIGIN = np.zeros(3)


def tell(stage: Stage, person: Person, *acts: Act, after: int = 60) -> Person:
    """Begins acts now and lets frames pass."""
    for act in acts:
        act.begin()
    stage.now += after
    person.update()
    return person


def outlines(person: Puppet) -> list[np.ndarray]:
    return [part.points.copy() for part in person.drawn()]


def test_the_same_frame_is_the_same_picture_whatever_came_before(stage_up: Stage) -> None:
    one, other = Person("otis"), Person("otis")
    for frame in (3, 40, 77):
        stage_up.now = frame
        one.update()
    other.update()
    assert all(np.array_equal(a, b) for a, b in zip(outlines(one), outlines(other), strict=True))


def test_no_part_is_exchanged_while_moods_change(stage_up: Stage) -> None:
    person = Person("maya")
    family = list(map(id, person.get_family()))
    tell(stage_up, person, person.feel("worried"), person.look("left"))
    assert list(map(id, person.get_family())) == family


def test_people_stand_where_they_are_put_and_keep_it(stage_up: Stage) -> None:
    person = Person("des", facing="left").put(np.array([2.0, 1.0, 0.0]))
    assert np.allclose(person.point(0, 0), [2.0, 1.0, 0.0])
    stage_up.now = 55
    person.update()
    person.shift(np.array([1.0, 0.0, 0.0]))
    person.update()
    assert np.allclose(person.point(0, 0), [3.0, 1.0, 0.0])


def test_who_faces_left_is_mirrored() -> None:
    right, left = Person("des").put(ORIGIN), Person("des", facing="left").put(ORIGIN)
    assert right.eyes_at()[0] > 0 > left.eyes_at()[0]
    assert left.is_mirrored
    assert not right.is_mirrored


@pytest.mark.parametrize("facing", ["left", "right"])
def test_a_fingertip_touches_its_goal(stage_up: Stage, facing: str) -> None:
    person = Person("noor", facing=facing).put(ORIGIN)  # type: ignore[arg-type]  # the parameter is one of the two
    goal = person.point(640, -170)
    tell(stage_up, person, person.reach(goal, hand="point"))
    tips = np.vstack([part.points for part in person.parts.arms["lead"].hand])
    assert np.hypot(*(tips[:, :2] - goal[:2]).T).min() < px(14)


def test_what_takes_no_time_is_so_from_the_frame_on_which_it_begins(stage_up: Stage) -> None:
    person, slow = Person("otis").put(ORIGIN), Person("otis").put(ORIGIN)
    goal = person.point(500, -150)
    tell(stage_up, person, person.reach(goal, seconds=0.04), after=0)
    tell(stage_up, slow, slow.reach(goal, seconds=0.5), after=0)
    tips = [np.vstack([part.points for part in who.parts.arms["lead"].hand])[:, :2] for who in (person, slow)]
    near = [np.hypot(*(tip - goal[:2]).T).min() < px(14) for tip in tips]
    assert near == [True, False]


def test_children_are_smaller_and_narrower_than_grown_ups() -> None:
    child, adult = Person("pia"), Person("des")
    assert child.unit < adult.unit
    assert child.body.lead.x < adult.body.lead.x


def test_a_seated_person_ends_at_the_table() -> None:
    person = Person("maya").seat(np.array([0.0, -2.0, 0.0]))
    assert min(part.points[:, 1].min() for part in person.parts.trunk) == pytest.approx(-2.0)
    hands = np.vstack([part.points for arm in person.parts.arms.values() for part in arm.hand])
    assert np.abs(hands[:, 1] + 2.0).max() < px(110)


def test_nobody_leaves_the_glass(stage_up: Stage) -> None:
    glass = Puppet(shape(rectangle(300, 500, 40), "sand")).by_px(120, -60)
    window = Window(-px(150), px(150), -px(250), px(250), px(40))
    person = Person("maya").put(np.array([px(60), px(-150), 0])).inside(glass, window)
    stage_up.now = 20
    person.update()
    low, high = glass.get_corner(np.array([-1, -1, 0])), glass.get_corner(np.array([1, 1, 0]))
    for part in person.drawn():
        if len(part.points):
            assert np.all(part.points[:, 0] >= low[0] - 1e-6)
            assert np.all(part.points[:, 0] <= high[0] + 1e-6)
            assert np.all(part.points[:, 1] >= low[1] - 1e-6)


def test_what_is_held_goes_along(stage_up: Stage) -> None:
    person = Person("otis").put(ORIGIN)
    mug = Puppet(shape(rectangle(60, 80, 8), "blue", "ink"))
    tell(stage_up, person, person.hold(mug), after=2)
    before = mug.get_center().copy()
    tell(stage_up, person, person.reach(person.point(500, 0), hand="hold"))
    assert np.hypot(*(mug.get_center() - before)[:2]) > 1.0
    order = person.submobjects
    assert order.index(mug) < order.index(person.parts.arms["lead"].hand[0])


def test_drummers_hit_on_the_frame() -> None:
    person = Person("maya").put(ORIGIN)
    person.drum([30, 42]).begin()
    heights = [person.acting.pose(frame).lead.y for frame in range(20, 36)]
    assert heights[10] == pytest.approx(person.acting.pose(0).lead.y)
    assert max(heights[:10]) > heights[10] + 50


@dataclass(frozen=True)
class Said:
    speaker: str
    start: int
    end: int
    in_picture: bool


def test_only_who_may_speak_moves_the_mouth(stage_up: Stage) -> None:
    stage_up.words = (Said("des", 5, 12, True), Said("otis", 5, 12, False))
    des, otis = Person("des"), Person("otis")
    assert des.acting.pose(8).mouth in ("small", "wide", "round")
    assert otis.acting.pose(8).mouth == "smile"


def test_acts_say_who_did_what() -> None:
    person = Person("otis")
    assert person.feel("concerned").act == ("otis", "concerned")
    assert person.look(Person("maya")).act == ("otis", "looks maya")


def test_an_unknown_mood_is_refused() -> None:
    with pytest.raises(Refused, match="nobody can feel 'raging'; choose one of smile"):
        Person("otis").feel("raging")


def test_someone_who_is_not_in_the_cast_is_refused() -> None:
    with pytest.raises(Refused, match="nadia has no head to be drawn with"):
        Person("nadia")


def test_a_hidden_person_draws_nothing() -> None:
    person = Person("jas").hide()
    assert not any(len(part.points) for part in person.drawn())


@pytest.mark.parametrize("look", EXTRAS)
def test_faces_in_discs_keep_their_shoulders_inside(look: object) -> None:
    avatar = Avatar(look, size_px=120)  # type: ignore[arg-type]  # a Look
    clothes = avatar.drawn()[3]
    assert np.hypot(*clothes.points[:, :2].T).max() <= px(60) + 1e-6


def test_a_silhouette_has_one_colour(stage_up: Stage) -> None:
    shown = Silhouette("maya", "lilac")
    assert {part.get_fill_color().to_hex() for part in shown.drawn() if not part.line} == {stage_up.colour("lilac")}


def test_people_are_drawn_inside_the_box_they_say() -> None:
    person = Person("noor").put(ORIGIN)
    box = box_of(person)
    assert box.top > px(300)
    assert box.left < 0 < box.right


def test_a_table_stays_where_it_is_when_somebody_sinks_behind_it(stage_up: Stage) -> None:
    person = Person("des").seat(np.array([0.0, -2.0, 0.0]))
    glide = Glide(person, by=(0.0, -0.5), seconds=1.0)
    glide.begin()
    glide.interpolate(1.0)
    stage_up.now = 30
    person.update()
    assert min(part.points[:, 1].min() for part in person.parts.trunk) == pytest.approx(-2.0)


class Nowhere:
    """As much of a scene as a fade asks for."""

    def remove(self, mobject: object) -> None:
        assert mobject is not None


def test_manims_own_fades_leave_a_person_whole(stage_up: Stage) -> None:
    person = Person("maya").put(ORIGIN)
    before = outlines(person)
    for fade in (FadeOut(person), FadeIn(person)):
        fade.begin()
        fade.interpolate(0.5)
        fade.finish()
        fade.clean_up_from_scene(Nowhere())  # type: ignore[arg-type]  # only asked to remove
    stage_up.now = 0
    person.update()
    assert all(np.allclose(a, b) for a, b in zip(outlines(person), before, strict=True))
    assert person.parts.trunk[0].get_fill_opacity() == pytest.approx(1.0)
