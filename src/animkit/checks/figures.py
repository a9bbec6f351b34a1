"""Figures: none in a film for the young; elsewhere never without their source and date. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from animkit.campaign import Campaign
from animkit.checks.gate import gate
from animkit.checks.texts import shot_texts
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard

_PEOPLE = r"(?:children|child|people|adults|parents|pupils|boys|girls|teenagers|young people|cases|arrests|men|women|families|offenders)"
_WORD_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundreds|thousands|millions)"
_FIGURE = re.compile(
    rf"\d[\d,.]*\s*(?:%|per\s?cent\b)"
    rf"|\b{_WORD_NUMBER}\s+(?:in|out of)\s+(?:every\s+)?{_WORD_NUMBER}\b"
    rf"|\b(?:\d[\d,.]*|hundreds|thousands|millions)\s+(?:of\s+)?(?:\w+\s+)?{_PEOPLE}\b"
    rf"|\b(?:half|a third|a quarter|a fifth|two thirds|three quarters)\s+of\s+(?:all\s+|the\s+|our\s+)*{_PEOPLE}\b",
    re.IGNORECASE,
)
_OPERATION = re.compile(r"\b(?:245|192)\b")
"""Children safeguarded and people arrested in October 2017: for the parents' guide and the teacher's notes."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SOURCE = re.compile(r"\b(?:source|survey|report|study|figures from|census)\b", re.IGNORECASE)


def check_figures(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """Each text with a figure that this film may not have, or whose shot names no source with its year."""
    young = campaign.profile.bands[storyboard.band].young
    for shot in storyboard.shots():
        texts = [text for text in shot_texts(shot) if text.for_viewers]
        sourced = any(_YEAR.search(text.words) and _SOURCE.search(text.words) for text in texts)
        for text in texts:
            place = text.place(marks)
            if found := _OPERATION.search(text.words):
                what = f"'{found[0]}', a figure of the 2017 operation, stands in a film"
                mend = "keep it for the parents' guide and the teacher's notes, with its source"
                yield gate("operation-figure", what, "it frightens, and says nothing about what helps", mend, place, shot.id)
            elif (found := _FIGURE.search(text.words)) and young:
                what = f"'{found[0]}' is a figure in a film for young people"
                yield gate("figure-for-the-young", what, "no figures stand in their films", "say what to do instead", place, shot.id)
            elif found and not sourced:
                what = f"'{found[0]}' is a figure without its source and date"
                mend = 'show it in the same shot, for instance "Source: UK survey, 2017"'
                yield gate("figure-without-source", what, "nobody can check it", mend, place, shot.id)
