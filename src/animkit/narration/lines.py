"""From a storyboard to lines that a narrator can speak. Pure.

Promise: every mark keeps its word. What a voice says is ``say`` where the line has one, and the text otherwise; numbers, web addresses
and help routes are put into words either way.
"""

from __future__ import annotations

from collections.abc import Callable

from animkit.campaign.load import Campaign
from animkit.findings import Place
from animkit.narration.model import SpokenLine
from animkit.storyboard.model import Line, Shot, Storyboard, line_id
from animkit.storyboard.spoken import route_words, spoken_form, strip_marks

PlaceOf = Callable[..., Place]
"""``marks.shot`` of the parsed storyboard: ``place_of(shot_id, "lines", 0, "text")``."""


def spoken_lines(storyboard: Storyboard, campaign: Campaign, place_of: PlaceOf | None = None) -> tuple[SpokenLine, ...]:
    """Every line of the film in its order. With ``place_of`` each line knows where it stands, so that findings can say so.

    KeyError for a speaker or band that the campaign does not have: the parser has refused those.
    """
    said = route_words(campaign.help_routes)
    rules = campaign.profile.bands[storyboard.band]
    found: list[SpokenLine] = []
    for shot in storyboard.shots():
        for index, line in enumerate(shot.lines):
            spoken, marks = strip_marks(spoken_form(line.say or line.text, said, storyboard.language))
            speaker = campaign.cast[line.speaker]
            found.append(
                SpokenLine(
                    line_id=line_id(shot, index + 1),
                    shot=shot.id,
                    speaker=line.speaker,
                    voice="" if speaker.child else speaker.voice,
                    text=strip_marks(line.text)[0],
                    spoken=spoken,
                    language=storyboard.language,
                    pace_wpm=rules.pace_wpm,
                    captions_cps=rules.captions_cps,
                    marks=marks,
                    place=_place(shot, index, line, place_of),
                )
            )
    return tuple(found)


def _place(shot: Shot, index: int, line: Line, place_of: PlaceOf | None) -> Place:
    return place_of(shot.id, "lines", index, "say" if line.say else "text") if place_of else Place()
