"""Walking, and being there."""

import numpy as np
import pytest

from animkit.drawing.layout import px
from animkit.drawing.motion.show import Fade, gone, shown
from animkit.drawing.motion.walk import Walk
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet

pytestmark = pytest.mark.usefixtures("stage_up")


def somebody() -> Puppet:
    return Puppet(shape(rectangle(100, 300), "ink"))


@pytest.mark.parametrize("way", [880.0, -440.0, 12.0])
def test_a_walk_ends_where_it_was_told_to_and_on_its_feet(way: float) -> None:
    puppet = somebody()
    walk = Walk(puppet, by_px=way, seconds=2)
    walk.begin()
    heights = []
    for share in np.linspace(0, 1, 41):
        walk.interpolate(float(share))
        heights.append(puppet.get_center()[1])
    walk.finish()
    assert np.allclose(puppet.get_center()[:2], [px(way), 0])
    assert px(4) < max(heights) <= px(10)
    assert not walk.puppet.channels


def test_a_walk_to_a_point_keeps_its_height() -> None:
    puppet = somebody()
    walk = Walk(puppet, to=np.array([3.0, 2.0, 0.0]))
    walk.begin()
    walk.finish()
    assert np.allclose(puppet.get_center(), [3.0, 0.0, 0.0])


def test_what_fades_in_is_hidden_until_then() -> None:
    puppet = somebody()
    fade = Fade(puppet)
    assert not puppet.visible
    fade.begin()
    assert puppet.visible
    assert puppet.drawn()[0].get_fill_opacity() == 0
    fade.finish()
    assert puppet.drawn()[0].get_fill_opacity() == 1
    gone(puppet)()
    assert not puppet.visible
    shown(puppet)()
    assert puppet.visible
