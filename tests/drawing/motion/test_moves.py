import numpy as np
import pytest
from manim import Circle, MovingCamera

from animkit.drawing.layout import box_of, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.camera import far, pan, pull, push
from animkit.drawing.motion.moves import Appear, Change, Enter, Glide, Jolt, Leave, Lift, Press, Sway, Swell, Turn, Vanish, drift, leave_all
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import Stage

pytestmark = pytest.mark.usefixtures("stage_up")


def a_box() -> Puppet:
    return Puppet(shape(rectangle(135, 135), "white", "ink")).by_px(200, 100)


def points(puppet: Puppet) -> np.ndarray:
    return puppet.drawn()[0].points.copy()


def run(motion: Motion, *shares: float) -> None:
    motion.begin()
    for share in shares:
        motion.interpolate(share)


COMES_BACK = [Press, Sway, Jolt, Lift]


@pytest.mark.parametrize("kind", COMES_BACK)
def test_what_comes_back_leaves_no_trace(kind: type[Motion]) -> None:
    puppet = a_box()
    rest = points(puppet)
    motion = kind(puppet)  # type: ignore[call-arg]  # each has its own defaults
    run(motion, 0.3, 0.6)
    assert not np.allclose(points(puppet), rest)
    motion.finish()
    assert np.allclose(points(puppet), rest)
    assert not puppet.channels


def test_what_enters_is_hidden_until_then_and_ends_at_its_size() -> None:
    puppet = a_box()
    rest = points(puppet)
    enter = Enter(puppet)
    assert not len(points(puppet))
    run(enter, 0.5)
    assert len(points(puppet))
    enter.finish()
    assert np.allclose(points(puppet), rest)


def test_one_that_waits_enters_after_its_delay() -> None:
    puppet = a_box()
    enter = Enter(puppet, delay=0.36)
    run(enter, 0.4)
    assert not len(points(puppet))
    enter.interpolate(0.7)
    assert len(points(puppet))


def test_words_appear_at_full_strength() -> None:
    puppet = a_box()
    appear = Appear(puppet)
    run(appear, 0.3)
    assert 0 < puppet.drawn()[0].get_fill_opacity() < 1
    appear.finish()
    assert puppet.drawn()[0].get_fill_opacity() == pytest.approx(1.0)


def test_what_vanishes_is_hidden_and_can_come_again() -> None:
    puppet = a_box()
    rest = points(puppet)
    vanish = Vanish(puppet)
    run(vanish)
    vanish.finish()
    assert not len(points(puppet))
    assert np.allclose(points(puppet.reveal()), rest)


def test_leaves_lift_then_fall_out_of_the_picture(stage_up: Stage) -> None:
    puppet = a_box()
    leave = Leave(puppet)
    before = box_of(puppet).bottom
    run(leave, 0.1)
    assert box_of(puppet.drawn()[0]).bottom > before
    leave.interpolate(1.0)
    assert box_of(puppet.drawn()[0]).top < -stage_up.frame[1] / 2
    leave.finish()
    assert not len(points(puppet))


def test_leaves_fall_one_after_the_other() -> None:
    leaves = leave_all([a_box(), a_box(), a_box()])
    assert [round(leave.run_time - leaves[0].run_time, 3) for leave in leaves] == [0.0, 0.045, 0.09]


def test_a_button_swells_before_it_sinks() -> None:
    puppet = a_box()
    press = Press(puppet)
    press.begin()
    widths = {}
    for seconds in (0.16, Press.DOWN_S):
        press.interpolate(seconds / press.run_time)
        widths[seconds] = box_of(puppet.drawn()[0]).width
    assert widths[0.16] == pytest.approx(1.07, abs=0.001)
    assert widths[Press.DOWN_S] == pytest.approx(0.87, abs=0.001)


def test_what_glides_stays_where_it_has_come_to() -> None:
    puppet = a_box()
    glide = Glide(puppet, to=np.array([3.0, -1.0, 0.0]), arc=0.2)
    run(glide, 0.5)
    glide.finish()
    assert np.allclose(box_of(puppet).at(), [3.0, -1.0, 0.0])
    assert not puppet.channels


def test_two_motions_at_once_add_up() -> None:
    puppet = a_box()
    glide, press = Glide(puppet, by=(1.0, 0.0), seconds=1.0), Press(puppet)
    glide.begin()
    press.begin()
    glide.interpolate(1.0)
    press.interpolate(0.16 / press.run_time)
    box = box_of(puppet.drawn()[0])
    assert box.width == pytest.approx(1.07, abs=0.001)
    assert box.at()[0] == pytest.approx(px(200) + 1.0)


def test_what_swells_or_turns_stays_so() -> None:
    puppet = a_box()
    for motion in (Swell(puppet, 1.5), Turn(puppet, 90)):
        run(motion, 0.5)
        motion.finish()
    assert box_of(puppet.drawn()[0]).width == pytest.approx(1.5)
    assert puppet.matrix()[1, 0] == pytest.approx(1.5)


def test_a_change_sets_each_value() -> None:
    seen: list[float] = []
    change = Change(a_box(), seen.append, 2.0, 4.0, 1.0)
    run(change, 0.5)
    change.finish()
    assert seen[0] == 2.0
    assert seen[-1] == 4.0
    assert seen[1] == pytest.approx(3.0)


def test_what_drifts_returns_to_the_same_place_on_the_same_frame(stage_up: Stage) -> None:
    puppet = drift(a_box())
    pictures = []
    for frame in (10, 60, 10):
        stage_up.now = frame
        puppet.update()
        pictures.append(points(puppet))
    assert np.array_equal(pictures[0], pictures[2])
    assert not np.array_equal(pictures[0], pictures[1])


def test_nothing_drifts_while_stillness_is_measured(stage_up: Stage) -> None:
    stage_up.still_life = True
    puppet = drift(a_box())
    rest = points(puppet)
    stage_up.now = 40
    puppet.update()
    assert np.array_equal(points(puppet), rest)


def test_only_puppets_move_this_way() -> None:
    with pytest.raises(TypeError, match=r"write Puppet\(Circle"):
        Enter(Circle())


def a_frame() -> MovingCamera:
    return MovingCamera()


def test_a_push_shows_nothing_outside_the_picture(stage_up: Stage) -> None:
    frame = a_frame().frame
    frame.set(width=stage_up.frame[0])
    move = push(frame, np.array([6.9, 3.9, 0.0]), closeness=1.25)
    run(move, 0.5)
    move.finish()
    assert frame.width == pytest.approx(stage_up.frame[0] / 1.25)
    assert frame.get_right()[0] == pytest.approx(stage_up.frame[0] / 2)
    assert frame.get_top()[1] == pytest.approx(stage_up.frame[1] / 2)


def test_a_pull_shows_the_whole_picture_again(stage_up: Stage) -> None:
    frame = a_frame().frame
    frame.set(width=stage_up.frame[0])
    for move in (push(frame, np.array([2.0, 0.0, 0.0])), pull(frame)):
        run(move)
        move.finish()
    assert frame.width == pytest.approx(stage_up.frame[0])
    assert np.allclose(frame.get_center(), 0, atol=1e-9)


def test_far_layers_go_part_of_the_way(stage_up: Stage) -> None:
    frame = a_frame().frame
    frame.set(width=stage_up.frame[0])
    layer = far(a_box(), frame, follow=0.3)
    before = box_of(layer).at()
    move = pan(frame, by_px=(400, 0))
    run(move)
    move.finish()
    layer.update()
    assert box_of(layer.drawn()[0]).at()[0] - before[0] == pytest.approx(px(400) * 0.3)
