"""What the player says by itself, beyond the film's own words: to young people, and to the adults around them. Pure.

Every sentence here keeps docs/safeguarding.md: never your fault, tell, tell again; help before all else.
"""

from __future__ import annotations

from dataclasses import dataclass

from animkit.campaign.model import Band

AGES: dict[Band, str] = {
    "8-10": "For ages 8 to 10",
    "11-14": "For ages 11 to 14",
    "14-18": "For ages 14 to 18",
    "adults": "For parents and carers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How one audience is spoken to."""

    help_title: str
    help_lead: str
    talk: str
    """What stands before the helpline on a pause card."""
    talk_route: str
    """The help route on a pause card, by id."""
    end_title: str
    end_lead: str


YOUNG = Voice(
    help_title="It is never your fault.",
    help_lead="Tell an adult you trust. If they don’t hear, tell another.",
    talk="Want to talk?",
    talk_route="childline",
    end_title="It is never too late to tell.",
    end_lead="An adult you trust can help, and so can these.",
)
ADULTS = Voice(
    help_title="It is never their fault.",
    help_lead="Stay calm and listen. You need not be an expert.",
    talk="Worried about a child?",
    talk_route="nspcc-helpline",
    end_title="You are not alone with it.",
    end_lead="These people help children, and the adults beside them.",
)


def voice(band: Band) -> Voice:
    """How the audience of ``band`` is spoken to."""
    return ADULTS if band == "adults" else YOUNG
