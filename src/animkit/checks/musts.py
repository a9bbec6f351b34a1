"""What every film for a band says aloud: the musts of assets/profiles/terms.yaml. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.campaign import Campaign
from animkit.campaign.terms import Must
from animkit.checks.estimate import line_starts_before_end
from animkit.checks.gate import gate
from animkit.checks.phrases import find, says
from animkit.checks.texts import Text, film_lines
from animkit.findings import Finding, Place
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard
from animkit.timing.timeline import Timeline


def check_musts(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """One finding for each thing the film leaves unsaid."""
    lines = film_lines(storyboard)
    end = marks.place(("chapters", len(storyboard.chapters) - 1, "title"))
    for must in campaign.terms.musts:
        free = campaign.profile.excepted(must.id, kind=storyboard.kind, band=storyboard.band)
        if storyboard.band not in must.bands or free:
            continue
        saying = [line for line in lines if says(must.says, line.words)]
        if not saying and not (must.adult_speaks and _adult_speaks(lines, campaign)):
            yield gate(f"must-{must.id}", _unsaid(must), must.why, must.mend, end)
        elif must.counted:
            yield from _counted(must, saying, storyboard, campaign, end)


def check_last_words(storyboard: Storyboard, timeline: Timeline, campaign: Campaign, marks: Marks) -> tuple[Finding, ...]:
    """The same as ``check_musts`` asks of the film's last seconds, on the timeline's true frames."""
    within_ms = campaign.profile.editorial.never_your_fault_within_ms
    from_frame = timeline.frames - within_ms * timeline.fps // 1000
    end = marks.place(("chapters", len(storyboard.chapters) - 1, "title"))
    return tuple(
        _late(must, within_ms, end)
        for must in campaign.terms.musts
        if must.counted and storyboard.band in must.bands
        if not any(take.end > from_frame and says(must.says, take.text) for take in timeline.takes)
    )


def _counted(must: Must, saying: list[Text], storyboard: Storyboard, campaign: Campaign, end: Place) -> Iterator[Finding]:
    rules = campaign.profile.editorial
    times = sum(len(list(find(must.says, line.words))) for line in saying)
    if times < rules.never_your_fault_times:
        what = f"{_quoted(must)} is said {times} of {rules.never_your_fault_times} times"
        yield gate(f"must-{must.id}-again", what, "once where it is needed, once to take away", must.mend, end, saying[-1].shot)
    starts = line_starts_before_end(storyboard, campaign)
    last = saying[-1]
    if starts[last.shot, int(last.steps[1])] > rules.never_your_fault_within_ms:
        yield _late(must, rules.never_your_fault_within_ms, end)


def _late(must: Must, within_ms: int, end: Place) -> Finding:
    what = f"{_quoted(must)} is not said in the last {within_ms // 1000} seconds"
    return gate(f"must-{must.id}-at-the-end", what, "it is what a child should take away", f"{must.mend} on the help card", end)


def _unsaid(must: Must) -> str:
    return f"nobody says {_quoted(must)}"


def _quoted(must: Must) -> str:
    """What to say, from the first quoted words of ``mend``; else the must's name as words."""
    parts = must.mend.split('"')
    return f'"{parts[1]}"' if len(parts) > 2 else must.id.replace("-", " ")


def _adult_speaks(lines: tuple[Text, ...], campaign: Campaign) -> bool:
    people = (campaign.cast.get(line.speaker) for line in lines if line.speaker != "narrator")
    return any(person is not None and not person.child for person in people)
