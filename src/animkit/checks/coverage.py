"""Which sign is shown where, and what answers it: the table that a teacher and a safeguarding reader look at first. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from animkit.campaign import Campaign
from animkit.checks.gate import gate
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Shot, Storyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sign in one shot, and one action that answers it; an unanswered sign has a row with empty ``action`` and ``helped_in``."""

    sign: str
    label: str
    shown_in: str
    """The shot that shows the sign; empty where an action answers a sign that no shot shows."""
    action: str = ""
    action_label: str = ""
    helped_in: str = ""
    """The shot that shows the action."""


def coverage(storyboard: Storyboard, campaign: Campaign) -> tuple[Row, ...]:
    """A row for each sign, in the film's order, and each action that answers it."""
    shots = tuple(storyboard.shots())
    rows: list[Row] = []
    for shot in shots:
        if not shot.sign:
            continue
        sign = campaign.sign(shot.sign)
        label = sign.label if sign else shot.sign
        helping = [other for other in shots if other.helps and shot.sign in answered(other)]
        rows += [_row(shot.sign, label, shot.id, other, campaign) for other in helping]
        if not helping:
            rows.append(Row(sign=shot.sign, label=label, shown_in=shot.id))
    return tuple(rows)


def answered(shot: Shot) -> tuple[str, ...]:
    """The signs that the shot's action answers: those it lists, or else the shot's own sign."""
    if shot.helps is None:
        return ()
    return shot.helps.signs or ((shot.sign,) if shot.sign else ())


def check_coverage(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> tuple[Finding, ...]:
    """A sign without an action, an action without a sign, and a pair that the campaign does not know."""
    return (*_unanswered(storyboard, campaign, marks), *_pairs(storyboard, campaign, marks))


def coverage_table(rows: tuple[Row, ...]) -> str:
    """The rows as text in four columns, for the command line; a line of explanation if there are none."""
    if not rows:
        return "This film teaches no sign."
    table = [("sign", "shown in", "what helps", "shown in")]
    table += [(row.label, row.shown_in, row.action_label or "nothing yet", row.helped_in) for row in rows]
    widths = [max(len(line[column]) for line in table) for column in range(4)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in table)


def _row(sign: str, label: str, shown_in: str, helping: Shot, campaign: Campaign) -> Row:
    name = helping.helps.action if helping.helps else ""
    action = campaign.action(name)
    return Row(sign=sign, label=label, shown_in=shown_in, action=name, action_label=action.label if action else name, helped_in=helping.id)


def _unanswered(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    for row in coverage(storyboard, campaign):
        if not row.action:
            sign = campaign.sign(row.sign)
            mend = f"give a shot helps: with one of {', '.join(sign.actions)}" if sign else "give a shot helps:"
            what = f"the sign '{row.label}' is shown, and nothing that helps"
            place = marks.shot(row.shown_in, "sign")
            yield gate("sign-without-action", what, "a sign alone only frightens", mend, place, row.shown_in)


def _pairs(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    shown = {shot.sign for shot in storyboard.shots() if shot.sign}
    for shot in storyboard.shots():
        if shot.helps is None:
            continue
        for index, name in enumerate(shot.helps.signs):
            if name not in shown:
                what = f"this action answers the sign {name}, which no shot shows"
                mend = f"give a shot sign: {name}, or take it out here"
                place = marks.shot(shot.id, "helps", "signs", index)
                yield gate("action-without-sign", what, "the pair would be missing from the lesson", mend, place, shot.id)
        for name in answered(shot):
            sign = campaign.sign(name)
            if sign and campaign.action(shot.helps.action) and shot.helps.action not in sign.actions:
                what = f"the action {shot.helps.action} does not answer the sign {name}"
                mend = f"what does: {', '.join(sign.actions)}"
                place = marks.shot(shot.id, "helps", "action")
                yield gate("unknown-pair", what, "a class would learn the wrong thing to do", mend, place, shot.id)
