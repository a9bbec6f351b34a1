"""Words a film does not use: every match of assets/profiles/terms.yaml, with the better words. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.campaign import Campaign
from animkit.campaign.terms import Term
from animkit.checks.gate import gate
from animkit.checks.phrases import Match, excused, find, negated
from animkit.checks.texts import Text, texts
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard


def check_words(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """One finding for each term in each text; a ``say`` that repeats its text's fault is not reported twice."""
    reported: set[tuple[str, str, int | str]] = set()
    for text in texts(storyboard):
        for term in campaign.terms.terms:
            match = term_in(term, text, storyboard.band)
            line = (text.shot, term.id, text.steps[1] if text.use == "heard" else str(text.steps))
            if match and line not in reported:
                reported.add(line)
                what = f"'{match.words}' is not said here"
                yield gate(f"word-{term.id}", what, term.why, f"better: {term.prefer}", text.place(marks, match.start), text.shot)


def term_in(term: Term, text: Text, band: str) -> Match | None:
    """The first place in ``text`` where ``term`` is wrong for a film of this band, or None."""
    if (term.bands and band not in term.bands) or (term.texts == "film" and not text.for_viewers):
        return None
    for match in find(term.avoid, text.words, case=term.case):
        if excused(match, text.words, term.unless):
            continue
        if term.negated and negated(match, text.words, near=term.negated == "near"):
            continue
        return match
    return None
