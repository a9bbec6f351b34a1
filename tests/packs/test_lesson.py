"""A lesson from a film: its clock, its cards, its pauses, and what nobody has confirmed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from pack_contents import PROJECT, YOUNG, board, home, lesson, timeline
from strategies import campaign

from animkit.findings import Refused, Severity
from animkit.packs import lesson as making
from animkit.packs import pictures as shown
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.read import SCHOOL, read_words
from animkit.packs.words.school import SchoolWords

A, B = YOUNG[1], YOUNG[0]


def made(name: str = A, **routes: str) -> making.Lesson:
    """The lesson, with help routes confirmed by the names in ``routes``."""
    confirmed = tuple(replace(route, confirmed_by=routes.get("by", "")) for route in campaign().help_routes)
    own, general = read_words(PROJECT, name, LessonWords)[0], read_words(PROJECT, SCHOOL, SchoolWords)[0]
    return making.lesson(board(name), timeline(name), replace(campaign(), help_routes=confirmed), own, general)


@pytest.mark.parametrize("name", YOUNG)
def test_a_lesson_lasts_as_long_as_its_parts_and_fits_a_school_hour(name: str) -> None:
    content = lesson(name)
    film = next(step for step in content.steps if step.film)
    pauses = sum(stop.minutes for stop in content.stops)
    assert content.minutes == sum(step.minutes for step in content.steps)
    assert abs(film.minutes - pauses - timeline(name).frames / timeline(name).fps / 60) <= 0.25
    assert making.too_long(content, campaign()) == ()


def test_a_lesson_that_fits_no_school_hour_is_a_warning() -> None:
    (found,) = making.too_long(replace(lesson(A), minutes=75.0), campaign())
    assert found.severity is Severity.WARNING
    assert "takes 75 minutes, and lessons take 40 to 60" in found.what


def test_each_part_starts_when_the_one_before_ends() -> None:
    steps = lesson(A).steps
    assert steps[0].start == "0:00"
    assert [step.start for step in steps[:3]] == ["0:00", "0:05", "0:09"]
    assert all(step.start <= after.start for step, after in pairwise(steps))


def test_pauses_come_from_the_storyboard_with_the_film_s_own_time() -> None:
    stops = lesson(A).stops
    pauses = [shot.pause for shot in board(A).shots() if shot.pause]
    assert [stop.question for stop in stops] == [pause.question for pause in pauses]
    assert [stop.frame for stop in stops] == [placed.frame for placed in timeline(A).pauses]
    assert stops[0].notes.startswith("Listen for")


@pytest.mark.parametrize("name", YOUNG)
def test_every_sign_of_the_film_has_a_card_that_helps(name: str) -> None:
    content = lesson(name)
    assert {pair.sign.id for pair in content.pairs} == {shot.sign for shot in board(name).shots() if shot.sign}
    assert all(pair.helps for pair in content.pairs)
    assert {card.id for pair in content.pairs for card in pair.helps} <= {card.id for card in content.helps}


def test_young_children_s_cards_have_words_of_their_own() -> None:
    labels = {card.id: card.label for card in lesson(B).cards}
    assert labels["rewards"] == "A star on a string"
    assert {card.id: card.label for card in lesson(A).cards}["rewards"] == "Rewards"


def test_what_nobody_has_confirmed_is_said_until_somebody_has() -> None:
    open_content, confirmed = made(), made(by="A. Reader, 24 November 2026")
    assert open_content.facts.stamp == "Draft: help routes not yet confirmed"
    assert sum("nobody has confirmed it" in point for point in open_content.facts.unconfirmed) == len(board(A).help)
    assert confirmed.facts.stamp == ""
    assert not any("nobody has confirmed it" in point for point in confirmed.facts.unconfirmed)
    assert any("safeguarding reader" in point for point in confirmed.facts.unconfirmed)


def test_a_route_that_only_the_guide_prints_keeps_the_stamp() -> None:
    confirmed = tuple(replace(route, confirmed_by="" if route.id == "nspcc-helpline" else "A. Reader") for route in campaign().help_routes)
    own, general = read_words(PROJECT, A, LessonWords)[0], read_words(PROJECT, SCHOOL, SchoolWords)[0]
    shared = replace(campaign(), help_routes=confirmed)
    assert making.lesson(board(A), timeline(A), shared, own, general).facts.stamp == ""
    with_guide = making.lesson(board(A), timeline(A), shared, own, general, also=home().facts.printed)
    assert with_guide.facts.stamp
    assert "nspcc-helpline" in with_guide.facts.printed


def test_papers_say_when_facts_were_read_and_until_when_they_hold() -> None:
    assert lesson(A).facts.footer == (
        "Knock, ages 11 to 14. Not yet reviewed by a safeguarding reader.",
        "Facts read on 24 November 2026. Use until 24 May 2027.",
    )


def test_the_parents_guide_has_every_sign_and_the_child_s_own_route() -> None:
    assert [card.id for card in home().signs] == [sign.id for sign in campaign().signs]
    assert home().childline is not None
    assert home().childline.value == "0800 1111"


@pytest.mark.parametrize("name", YOUNG)
def test_every_picture_that_a_pack_wants_is_in_the_film(name: str) -> None:
    wanted = shown.of_lesson(lesson(name), timeline(name))
    assert len({one.name for one in wanted}) == len(wanted)
    for one in wanted:
        assert 0 <= one.frame < timeline(name).slot(one.shot).frames


def test_a_picture_of_a_shot_that_is_not_there_is_refused_with_those_that_are() -> None:
    words = read_words(PROJECT, "parents-and-carers", ParentWords)[0]
    with pytest.raises(Refused, match=r"first-words.*it has practice-room"):
        shown.of_home(words, timeline(A))
