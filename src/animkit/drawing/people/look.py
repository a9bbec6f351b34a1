"""How a person of the cast looks: the ``look`` of an entry in assets/cast/cast.yaml, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from animkit.drawing.colour import SHAPE_CONTRAST, contrast
from animkit.drawing.people import peeps
from animkit.drawing.theme import Theme
from animkit.findings import Finding, Refused

BUILDS: Mapping[str, tuple[float, float]] = {"child": (0.84, 0.8), "teen": (0.92, 0.88), "adult": (1.0, 1.0)}
"""Size of the whole and width of the shoulders, against a grown-up: age is told by these two alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A person's looks. Colours are roles of the theme or #RRGGBB."""

    head: str
    """A head of Open Peeps: hair, hat or scarf, and the face's outline."""
    skin: str = "skin_brown"
    hair: str = "hair_brown"
    """Only of heads with a hair colour of their own; the others' hair is ink."""
    clothes: str = "mustard"
    accent: str = ""
    """Hair band, turban, headscarf's inner cloth; the clothes' colour where it is left out."""
    scarf: str = ""
    """Colour of a headscarf drawn in ink."""
    glasses: str = ""
    beard: str = ""
    beard_colour: str = "ink"
    hearing_aid: bool = False
    build: str = "adult"
    sleeves: str = "long"

    @classmethod
    def of(cls, who: str, values: Mapping[str, Any], theme: Theme) -> Look:
        """The look in a cast entry's mapping. Refused with everything that is wrong with it."""
        known = {field.name for field in fields(cls)}
        findings = [_unknown(who, "look", key, known) for key in values if key not in known]
        if "head" not in values:
            findings.append(Finding("no-look", f"{who} has no head to be drawn with", mend="give the cast entry a look with a head"))
        if findings:
            raise Refused(*findings)
        look = cls(**values)
        look.check(who, theme)
        return look

    def check(self, who: str, theme: Theme) -> None:
        """Refuses parts that do not exist and a skin on which ink cannot be seen."""
        choices = (
            ("head", self.head, peeps.names("head")),
            ("glasses", self.glasses, ("", *peeps.names("accessories"))),
            ("beard", self.beard, ("", *peeps.names("facialHair"))),
            ("build", self.build, tuple(BUILDS)),
            ("sleeves", self.sleeves, ("long", "short")),
        )
        findings = [_unknown(who, kind, value, set(allowed)) for kind, value, allowed in choices if value not in allowed]
        ratio = contrast(theme.colour("ink"), theme.colour(self.skin))
        if ratio < SHAPE_CONTRAST:
            what = f"{who}'s face would be ink on {self.skin}: contrast {ratio:.1f} to 1, and a face needs {SHAPE_CONTRAST:.0f}"
            findings.append(Finding("faint-face", what, mend="use one of the theme's skins"))
        if findings:
            raise Refused(*findings)


def _unknown(who: str, kind: str, value: object, allowed: set[str]) -> Finding:
    near = get_close_matches(str(value), allowed, n=1)
    mend = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(sorted(name for name in allowed if name))}"
    return Finding(f"unknown-{kind}", f"{who}: there is no {kind} '{value}'", mend=mend)
