import numpy as np
import pytest

from animkit.drawing.layout import px
from animkit.drawing.people.person import Person
from animkit.drawing.people.sitting import Sink, sit
from animkit.drawing.stage import Stage

EDGE = np.array([0.0, -2.0, 0.0])


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
def test_hands_stay_on_the_table_while_somebody_sits_down(stage_up: Stage, share: float) -> None:
    person = sit(Person("des"), EDGE, higher_px=110)
    before = {arm: person.point(*person.acting.wrists[arm].at(0)) for arm in ("lead", "near")}
    sink = Sink(person, 190, 1.0)
    sink.begin()
    frame = round(share * stage_up.frames(1.0))
    stage_up.now = frame
    sink.interpolate(frame / stage_up.frames(1.0))
    for arm, wrist in before.items():
        assert person.point(*person.acting.wrists[arm].at(frame)) == pytest.approx(wrist, abs=1e-6)


def test_who_listens_sits_lower_in_the_end(stage_up: Stage) -> None:
    person = sit(Person("des"), EDGE, higher_px=110)
    before = person.eyes_at()[1]
    sink = Sink(person, 190, 1.0)
    sink.begin()
    stage_up.now = stage_up.frames(1.0)
    sink.finish()
    assert before - person.eyes_at()[1] == pytest.approx(px(190))
