"""What only people can do, said openly in every report. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from animkit.campaign import Campaign
from animkit.checks.gate import person
from animkit.findings import Finding, Severity
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard


def check_people(storyboard: Storyboard, campaign: Campaign, marks: Marks, today: date) -> Iterator[Finding]:
    """The safeguarding reader, the listener, the date of review, and the exceptions this film was given."""
    whole = marks.place(())
    yield person(
        "safeguarding-reader",
        "no named safeguarding reader has signed this film off",
        "a list of words cannot judge a picture, a stereotype, or whether an order of signs reads as a method",
        "ask one to read the transcript and watch the film; docs/safeguarding.md has what to look for",
        whole,
    )
    yield person(
        "human-listening",
        "nobody has listened to it yet",
        "meters measure loudness, not warmth, nor whether a name is said rightly",
        "listen once on a laptop's speakers, and with people who use hearing aids",
        whole,
    )
    if not storyboard.language.startswith("en"):
        yield person(
            "language-unchecked",
            f"the words of this film are in {storyboard.language}, and the lists of words are English",
            "no rule of wording was checked",
            "ask a safeguarding reader who has this language",
            marks.place(("language",)),
        )
    yield from _review(storyboard, marks, today)
    for exception in campaign.profile.exceptions:
        if exception.kind == storyboard.kind and exception.band in (None, storyboard.band):
            what = f"this {storyboard.kind} is free of {len(exception.rules)} rules: {', '.join(exception.rules)}"
            place = marks.place(("kind",))
            yield Finding("exceptions", what, exception.why, "a person decides whether that is right here", place, Severity.WARNING)


def _review(storyboard: Storyboard, marks: Marks, today: date) -> Iterator[Finding]:
    place = marks.place(("review_by",))
    if today > date.fromisoformat(storyboard.review_by):
        what = f"this film was to be read again by {storyboard.review_by}"
        yield person("review-overdue", what, "advice and help change", "read it again, then set a new review_by", place)
