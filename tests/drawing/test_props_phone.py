import numpy as np
import pytest

from animkit.drawing.layout import box_of, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.moves import Press
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.props.door import SWING
from animkit.drawing.props.phone import Phone
from animkit.drawing.props.phone_aside import LyingPhone, PhoneBack
from animkit.drawing.props.phone_parts import DoorButton, ViewerChip
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import Stage

pytestmark = pytest.mark.usefixtures("stage_up")


def done(*motions: Motion) -> None:
    for motion in motions:
        motion.begin()
    for motion in motions:
        motion.finish()


def test_a_phone_that_is_not_live_shows_nothing_of_it() -> None:
    phone = Phone()
    assert not any(part.shown for part in phone._live_parts())
    assert not any(len(part.points) for part in phone.button.door.drawn())


def test_going_live_shows_ring_dot_eye_and_door() -> None:
    phone = Phone()
    done(*phone.go_live())
    assert all(part.shown for part in phone._live_parts())
    assert phone.ring.out == 1.0


def test_ending_it_opens_the_tiny_door_and_takes_all_the_rest_away() -> None:
    phone = Phone(live=True)
    done(*phone.end())
    assert phone.button.door.swing == pytest.approx(SWING["open"])
    assert phone.button.shown
    assert not any(part.shown for part in (phone.ring, phone.dot, phone.viewers))


def test_the_tiny_door_is_never_closed() -> None:
    assert DoorButton().door.swing >= SWING["ajar"]


def test_a_press_swells_7_and_sinks_13_percent() -> None:
    button = DoorButton()
    rest = box_of(button).width
    motion = button.press()
    motion.begin()
    widths = []
    for frame in range(26):
        motion.interpolate(frame / 25)
        widths.append(box_of(button.drawn()[0]).width / rest)
    motion.finish()
    assert max(widths[:6]) == pytest.approx(1.07, abs=0.01)
    assert min(widths) == pytest.approx(0.87, abs=0.02)
    assert box_of(button.drawn()[0]).width == pytest.approx(box_of(DoorButton().drawn()[0]).width)


def test_the_door_opens_only_once_the_button_is_down() -> None:
    button = DoorButton()
    motion = button.press(1.0)
    motion.begin()
    motion.interpolate(Press.DOWN_S * 0.95)
    assert button.door.swing == SWING["ajar"]
    motion.interpolate(0.8)
    assert button.door.swing > SWING["ajar"]


def test_what_is_on_screen_lies_over_the_glass_and_under_frame_and_chips() -> None:
    phone, thing = Phone(), Puppet(shape(rectangle(50, 50), "rose"))
    phone.on_screen(thing)
    order = phone.submobjects
    assert order.index(phone._glass) < order.index(thing) < order.index(phone.over)


def test_the_window_reaches_under_the_bezel_but_not_past_it() -> None:
    phone = Phone(900)
    window, bezel = phone.window(), px(phone._bezel)
    outer = px(phone.width_px) / 2
    assert outer - bezel < window.right < outer


def test_the_number_counts_and_the_chip_keeps_its_right_edge() -> None:
    chip = ViewerChip(3)
    right, narrow = box_of(chip).right, box_of(chip).width
    done(chip.count(1284))
    assert round(chip.number) == 1284
    assert box_of(chip).right == pytest.approx(right)
    assert box_of(chip).width > narrow


def test_a_number_that_counts_does_not_tremble() -> None:
    widths = {round(box_of(ViewerChip(number)).width, 6) for number in (1000, 2345, 8888)}
    assert len(widths) == 1


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("height_px", [240, 500, 900])
def test_all_that_is_on_the_glass_lies_within_it(height_px: float, narrow: bool) -> None:
    phone = Phone(height_px, narrow=narrow, live=True, viewers=12840)
    window = phone.window()
    for part in (phone.dot, phone.viewers, phone.button):
        box = box_of(part)
        assert window.left < box.left
        assert box.right < window.right
        assert window.bottom < box.bottom
        assert box.top < window.top
    assert box_of(phone.dot).right < box_of(phone.viewers).left


def test_the_live_ring_breathes_but_not_while_stillness_is_measured(stage_up: Stage) -> None:
    phone = Phone(live=True)

    def widths() -> set[float]:
        found = set()
        for stage_up.now in range(0, 60, 10):
            phone.update()
            found.add(round(box_of(phone.ring).width, 6))
        return found

    assert len(widths()) > 1
    stage_up.still_life = True
    assert len(widths()) == 1


def test_a_phone_that_is_held_has_its_edge_in_the_hand() -> None:
    box = box_of(PhoneBack(220, stand=False, degrees=0.0, grip="left"))
    assert abs(box.left) < px(30)
    assert box.bottom < 0 < box.top


def test_a_stand_reaches_below_the_phone() -> None:
    assert box_of(PhoneBack(300)).bottom == pytest.approx(PhoneBack(300).foot(), abs=px(12))


@pytest.mark.parametrize("face", ["up", "down"])
def test_a_phone_lies_on_the_table(face: str) -> None:
    assert box_of(LyingPhone(face=face)).bottom == pytest.approx(0.0, abs=1e-6)
    assert np.isclose(box_of(LyingPhone(190)).width, px(190))
