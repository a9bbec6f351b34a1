"""Giving: what one person holds goes over into another's hand, on one frame, where both hands meet."""

from __future__ import annotations

from manim import Mobject

from animkit.drawing.people.person import ArmName, Person
from animkit.drawing.people.rig import Rig
from animkit.drawing.puppet import Puppet


def let_go(giver: Rig, thing: Puppet) -> None:
    """Takes ``thing`` out of a hand; it stays where it is."""
    for arm, held in list(giver._held.items()):
        if held.thing is thing:
            del giver._held[arm]
    giver.remove(thing)
    giver._parts = None


class Give:
    """``self.at(beat, Give(bread, maya, otis))``: from that frame on it is in the other's hand. Both hands should be there by then."""

    def __init__(self, thing: Puppet, giver: Person, taker: Person, *, arm: ArmName = "lead", turn: float = 0.0) -> None:
        self.thing, self.giver, self.taker, self.arm, self.turn = thing, giver, taker, arm, turn

    def __call__(self) -> Mobject | None:
        """Lets go of it here, and takes it there."""
        let_go(self.giver, self.thing)
        self.taker.carry(self.thing, self.arm, turn=self.turn)
        return None
