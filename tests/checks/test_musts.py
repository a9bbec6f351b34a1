"""The last seconds, on a timeline's true frames."""

from __future__ import annotations

import pytest

from animkit.checks.estimate import line_starts_before_end
from animkit.checks.musts import check_last_words
from animkit.timing.timeline import PlacedTake, Slot, Timeline


def timeline(*takes: tuple[str, int]) -> Timeline:
    """Sixty seconds in which each text is said for a second from its frame on."""
    placed = tuple(
        PlacedTake(
            line_id=f"a.{number}",
            shot="a",
            speaker="narrator",
            text=text,
            start=start,
            end=start + 25,
            audio_sha256="",
            source="",
            words=(),
        )
        for number, (text, start) in enumerate(takes, 1)
    )
    return Timeline(fps=25, frames=1500, slots=(Slot(shot="a", start=0, frames=1500),), takes=placed)


@pytest.mark.parametrize(("start", "late"), [(700, True), (725, True), (726, False), (1400, False)])
def test_never_your_fault_is_heard_in_the_last_thirty_seconds(campaign, board, good, start, late):
    storyboard, marks = board(good)
    found = check_last_words(storyboard, timeline(("It is never your fault.", start)), campaign, marks)
    assert [finding.code for finding in found] == (["must-never-your-fault-at-the-end"] if late else [])


def test_a_film_for_adults_may_end_otherwise(campaign, board, good):
    storyboard, marks = board(good.replace("band: 11-14", "band: adults"))
    assert check_last_words(storyboard, timeline(), campaign, marks) == ()


def test_the_estimate_falls_towards_the_end(campaign, board, good):
    storyboard, _ = board(good)
    starts = list(line_starts_before_end(storyboard, campaign).values())
    in_order = [
        line_starts_before_end(storyboard, campaign)[shot.id, index] for shot in storyboard.shots() for index in range(len(shot.lines))
    ]
    assert in_order == sorted(starts, reverse=True)
    assert in_order[-1] > 0


def test_quiet_after_a_route_and_a_hold_push_a_line_back(campaign, board, good):
    plain, _ = board(good)
    held, _ = board(
        good.replace("          - text: It is never your fault.\n", "          - text: It is never your fault.\n        hold: 5\n")
    )
    key = ("help-card", 3)
    assert line_starts_before_end(held, campaign)[key] - line_starts_before_end(plain, campaign)[key] == 5000
    assert line_starts_before_end(plain, campaign)["help-card", 1] - line_starts_before_end(plain, campaign)["help-card", 2] > 1500
