"""From a storyboard's descriptions to lines that the describer can speak. Pure.

A description is listened to and never read as a caption, so that its pace is its own (``access.description_wpm`` of the profile) and no
reading speed slows it down.
"""

from __future__ import annotations

from animkit.campaign.load import Campaign
from animkit.findings import Place
from animkit.narration.lines import PlaceOf
from animkit.narration.model import SpokenLine
from animkit.storyboard.model import DESCRIBER, NARRATOR, Shot, Storyboard
from animkit.storyboard.spoken import route_words, spoken_form

EASE_WPM = 10
"""How far from the profile's pace a description may be spoken, either way."""

QUICK = "-quick"
"""How the name of a quick take ends."""

NOT_READ_CPS = 1000.0
"""No reader's speed is reached."""


def description_lines(
    storyboard: Storyboard, campaign: Campaign, place_of: PlaceOf | None = None, *, quick: bool = False
) -> tuple[SpokenLine, ...]:
    """Every description of the film in its order, one a shot; ``quick`` for a quiet that is too short for its usual pace.

    Where the cast has no describer, the narrator speaks them.
    """
    said = route_words(campaign.help_routes)
    speaker = DESCRIBER if DESCRIBER in campaign.cast else NARRATOR
    access = campaign.profile.access
    wpm = access.description_fastest_wpm - EASE_WPM if quick else access.description_wpm
    return tuple(
        SpokenLine(
            line_id=description_id(shot, quick=quick),
            shot=shot.id,
            speaker=speaker,
            voice=campaign.cast[speaker].voice,
            text=" ".join(shot.description.split()),
            spoken=spoken_form(" ".join(shot.description.split()), said, storyboard.language),
            language=storyboard.language,
            pace_wpm=(wpm - EASE_WPM, wpm + EASE_WPM),
            captions_cps=NOT_READ_CPS,
            place=place_of(shot.id, "description") if place_of else Place(),
        )
        for shot in storyboard.shots()
        if shot.description
    )


def description_id(shot: Shot, *, quick: bool = False) -> str:
    """The name of the take of the shot's description: ``door.seen``. Lines end in a number, so that the two never meet."""
    return f"{shot.id}.seen{QUICK if quick else ''}"
