"""What a head wears goes along with it."""

import numpy as np
import pytest

from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.people.look import Look
from animkit.drawing.people.person import Person
from animkit.drawing.people.worn import Worn
from animkit.drawing.puppet import Puppet

pytestmark = pytest.mark.usefixtures("stage_up")


def hat(person: Person, **where: float) -> Worn:
    return Worn(Puppet(shape(rectangle(100, 60), "rose", "ink")), person, **where)


@pytest.mark.parametrize("facing", ["left", "right"])
def test_a_hat_goes_where_the_person_goes(facing: str) -> None:
    person = Person(Look(head="short1"), facing="left" if facing == "left" else "right")
    worn = hat(person)
    before = worn.drawn()[0].points.copy()
    person.shift(np.array([2.0, -1.0, 0.0]))
    worn.refresh()
    assert np.allclose(worn.drawn()[0].points - before, [2.0, -1.0, 0.0])


def test_a_hat_tips_to_the_back_of_the_head_on_both_sides() -> None:
    def front_rises(facing: str) -> float:
        person = Person(Look(head="short1"), facing="left" if facing == "left" else "right")
        corners = hat(person, tip=20.0).drawn()[0].points
        away = (corners[:, 0] - corners[:, 0].mean()) * (1 if facing == "right" else -1)
        return float((away * corners[:, 1]).mean())

    assert front_rises("right") > 0
    assert front_rises("left") == pytest.approx(front_rises("right"), rel=0.2)


def test_a_hidden_hat_draws_nothing() -> None:
    worn = hat(Person(Look(head="short1"))).hide()
    assert not len(worn.drawn()[0].points)
