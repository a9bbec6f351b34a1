"""docs/for-schools.md says what the films say: their pauses, and where help is."""

from pathlib import Path

import pytest

from animkit import campaign
from animkit.campaign.project import Project
from animkit.storyboard.parse import parse

ROOT = Path(__file__).resolve().parents[2]
PAGE = " ".join((ROOT / "docs" / "for-schools.md").read_text(encoding="utf-8").split())
CAMPAIGN = campaign.load(Project.holding(ROOT / "storyboards" / "any.yaml"))
FILMS = ("live-streaming-11-14", "live-streaming-8-10", "parents-and-carers")


@pytest.mark.parametrize("name", FILMS)
def test_every_pause_of_a_film_stands_in_its_table(name: str) -> None:
    path = ROOT / "storyboards" / f"{name}.yaml"
    board = parse(path.read_text(encoding="utf-8"), str(path), campaign=CAMPAIGN, scenes=None).storyboard
    assert board is not None
    rows = [f"| {board.title} | {shot.pause.question} | {shot.pause.minutes} | {shot.pause.who} |" for shot in board.shots() if shot.pause]
    assert rows
    assert [row for row in rows if row not in PAGE] == []
    assert PAGE.count(f"| {board.title} | ") == len(rows)


def test_every_help_route_stands_on_it() -> None:
    assert [route.id for route in CAMPAIGN.help_routes if route.value not in PAGE] == []


def test_it_says_on_which_day_the_facts_were_read() -> None:
    days = {route.verified_on for route in CAMPAIGN.help_routes}
    assert [day for day in days if f"{day.day} {day:%B %Y}" not in PAGE] == []
