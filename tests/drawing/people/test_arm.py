from math import hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.drawing.people.arm import FORE, STRETCH, UPPER, at_rest, reach, sleeve
from animkit.drawing.people.body import body
from animkit.drawing.people.hand import HANDS, hand

BODY = body()
angle = st.floats(-3.1, 3.1)
near = st.floats(0.45, 0.97)


@given(angle, near, st.sampled_from(["lead", "near"]))
def test_a_wrist_within_reach_is_where_it_was_asked_for(turn: float, share: float, side: str) -> None:
    shoulder = BODY.lead if side == "lead" else BODY.near
    far = share * (UPPER + FORE)
    target = (shoulder.x + far * np.cos(turn), shoulder.y + far * np.sin(turn))
    assert np.allclose(reach(shoulder, target, 1.0).wrist, target)


@given(angle, st.floats(1.2, 9.0))
def test_no_arm_grows_longer_than_it_may(turn: float, share: float) -> None:
    target = (BODY.lead.x + share * 400 * np.cos(turn), BODY.lead.y + share * 400 * np.sin(turn))
    wrist = reach(BODY.lead, target, 1.0).wrist
    assert hypot(wrist[0] - BODY.lead.x, wrist[1] - BODY.lead.y) <= (UPPER + FORE) * STRETCH + 1e-6


@given(angle, near)
def test_an_elbow_moves_evenly(turn: float, share: float) -> None:
    far = share * (UPPER + FORE)

    def elbow(at: float) -> np.ndarray:
        return np.array(reach(BODY.lead, (BODY.lead.x + far * np.cos(at), BODY.lead.y + far * np.sin(at)), 1.0).elbow)

    assert np.hypot(*(elbow(turn + 0.01) - elbow(turn))) < 25


@given(angle, st.floats(0.4, 1.3))
def test_a_sleeve_has_no_knot_and_no_gap(turn: float, share: float) -> None:
    target = (BODY.near.x + share * 400 * np.cos(turn), BODY.near.y + share * 400 * np.sin(turn))
    made = sleeve(reach(BODY.near, target, 1.0), BODY.near)
    assert np.isfinite(made.tube).all()
    assert np.isfinite(made.line).all()
    assert len(made.tube) % 4 == 0
    steps = np.hypot(*(made.line[3::4] - made.line[::4]).T)
    assert steps.max() < 260


@pytest.mark.parametrize("side", ["lead", "near"])
def test_an_arm_at_rest_hangs(side: str) -> None:
    shoulder = BODY.lead if side == "lead" else BODY.near
    joints = reach(shoulder, at_rest(shoulder, 1.0), 1.0)
    assert joints.wrist[1] < joints.elbow[1] < joints.shoulder[1]
    assert (joints.elbow[0] - joints.shoulder[0]) * shoulder.side > 0


@pytest.mark.parametrize("name", HANDS)
def test_hands_begin_at_the_wrist_and_point_forward(name: str) -> None:
    made = hand(name)
    assert made.shapes[:, 0].min() > -60
    assert made.tip[0] > 40
    assert made.shapes[:, 0].max() < 160


def test_narrow_shoulders_are_narrow() -> None:
    child = body(0.8)
    assert child.lead.x - child.near.x < 0.85 * (BODY.lead.x - BODY.near.x)
