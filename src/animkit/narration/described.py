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

STRESSED = 1.25
"""How much more a voice must be asked for to keep a pace in descriptions: its own pace is measured over whole lines, and these are five to
eight stressed words. Asked for 160 words a minute, it reached 122 (measured over 14 descriptions)."""

EASE_WPM = 10
"""How far from the asked pace a description may be spoken, either way."""

NOT_READ_CPS = 1000.0
"""No reader's speed is reached."""


def description_lines(storyboard: Storyboard, campaign: Campaign, place_of: PlaceOf | None = None) -> tuple[SpokenLine, ...]:
    """Every description of the film in its order, one a shot. Where the cast has no describer, the narrator speaks them."""
    said = route_words(campaign.help_routes)
    speaker = DESCRIBER if DESCRIBER in campaign.cast else NARRATOR
    asked_wpm = round(campaign.profile.access.description_wpm * STRESSED)
    return tuple(
        SpokenLine(
            line_id=description_id(shot),
            shot=shot.id,
            speaker=speaker,
            voice=campaign.cast[speaker].voice,
            text=" ".join(shot.description.split()),
            spoken=spoken_form(" ".join(shot.description.split()), said, storyboard.language),
            language=storyboard.language,
            pace_wpm=(asked_wpm - EASE_WPM, asked_wpm + EASE_WPM),
            captions_cps=NOT_READ_CPS,
            place=place_of(shot.id, "description") if place_of else Place(),
        )
        for shot in storyboard.shots()
        if shot.description
    )


def description_id(shot: Shot) -> str:
    """The name of the take of the shot's description: ``door.seen``. Lines end in a number, so that the two never meet."""
    return f"{shot.id}.seen"
