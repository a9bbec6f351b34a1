"""What scenes draw with: the theme applied, type and its checks, layout slots, the cast rig, props, rooms, camera moves.

In: the shot's stage (theme, size, cast, words said) and what a scene asks for. Out: Manim mobjects that are puppets, and motions for them.
The names below are found when they are first asked for, so that whoever needs only the theme does not import Manim.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from animkit.drawing.layout import Box as Box
    from animkit.drawing.layout import place as place
    from animkit.drawing.layout import px as px
    from animkit.drawing.motion.camera import far as far
    from animkit.drawing.motion.camera import pan as pan
    from animkit.drawing.motion.camera import pull as pull
    from animkit.drawing.motion.camera import push as push
    from animkit.drawing.motion.ease import stagger as stagger
    from animkit.drawing.motion.moves import Appear as Appear
    from animkit.drawing.motion.moves import Change as Change
    from animkit.drawing.motion.moves import Enter as Enter
    from animkit.drawing.motion.moves import Glide as Glide
    from animkit.drawing.motion.moves import Jolt as Jolt
    from animkit.drawing.motion.moves import Leave as Leave
    from animkit.drawing.motion.moves import Lift as Lift
    from animkit.drawing.motion.moves import Press as Press
    from animkit.drawing.motion.moves import Sway as Sway
    from animkit.drawing.motion.moves import Swell as Swell
    from animkit.drawing.motion.moves import Turn as Turn
    from animkit.drawing.motion.moves import Vanish as Vanish
    from animkit.drawing.motion.moves import drift as drift
    from animkit.drawing.motion.moves import leave_all as leave_all
    from animkit.drawing.params import Character as Character
    from animkit.drawing.params import Colour as Colour
    from animkit.drawing.params import Glyph as Glyph
    from animkit.drawing.params import HelpRoute as HelpRoute
    from animkit.drawing.params import OnScreenText as OnScreenText
    from animkit.drawing.params import Picture as Picture
    from animkit.drawing.path import arc as arc
    from animkit.drawing.path import arch as arch
    from animkit.drawing.path import joined as joined
    from animkit.drawing.path import polyline as polyline
    from animkit.drawing.path import rectangle as rectangle
    from animkit.drawing.path import rounded as rounded
    from animkit.drawing.path import smooth as smooth
    from animkit.drawing.path import star as star
    from animkit.drawing.pen import shape as shape
    from animkit.drawing.people.avatar import EXTRAS as EXTRAS
    from animkit.drawing.people.avatar import Avatar as Avatar
    from animkit.drawing.people.avatar import Silhouette as Silhouette
    from animkit.drawing.people.person import Person as Person
    from animkit.drawing.puppet import Puppet as Puppet
    from animkit.drawing.type import Words as Words
    from animkit.drawing.type import words as words

_HOMES = {
    "layout": ("Box", "place", "px"),
    "motion.camera": ("far", "pan", "pull", "push"),
    "motion.ease": ("stagger",),
    "motion.moves": (
        *("Appear", "Change", "Enter", "Glide", "Jolt", "Leave", "Lift", "Press", "Sway", "Swell", "Turn", "Vanish"),
        *("drift", "leave_all"),
    ),
    "params": ("Character", "Colour", "Glyph", "HelpRoute", "OnScreenText", "Picture"),
    "path": ("arc", "arch", "joined", "polyline", "rectangle", "rounded", "smooth", "star"),
    "pen": ("shape",),
    "people.avatar": ("EXTRAS", "Avatar", "Silhouette"),
    "people.person": ("Person",),
    "puppet": ("Puppet",),
    "type": ("Words", "words"),
}
_FOUND_IN = {name: home for home, names in _HOMES.items() for name in names}
__all__ = sorted(_FOUND_IN)


def __getattr__(name: str) -> object:
    """A name of the tables above, from its module."""
    if name not in _FOUND_IN:
        raise AttributeError(f"animkit.drawing has no '{name}'")
    found: object = getattr(import_module(f"animkit.drawing.{_FOUND_IN[name]}"), name)
    return found
