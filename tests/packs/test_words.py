"""The words of the packs: read strictly, kept to the campaign's own rules, and never in two places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pack_contents import BOARDS, PARENTS, PROJECT, YOUNG
from strategies import campaign

from animkit.campaign.project import CHECKOUT, Project
from animkit.findings import ExitCode, Refused
from animkit.packs.words.check import check_words
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.read import read_words
from animkit.packs.words.rich import BRACED, curled, filled, plain, runs
from animkit.packs.words.school import SchoolWords

WORDS = CHECKOUT / "assets/packs"


def project(folder: Path, text: str) -> Project:
    path = folder / "assets/packs/film.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Project(folder.resolve(), CHECKOUT.resolve())


def read(folder: Path, old: str = "", new: str = "") -> LessonWords:
    text = (WORDS / f"{YOUNG[1]}.yaml").read_text(encoding="utf-8")
    assert old in text
    return read_words(project(folder, text.replace(old, new, 1) if old else text), "film", LessonWords)[0]


def test_stars_make_words_bold_and_names_are_filled_in() -> None:
    assert runs("Turn *a sign* over") == (("Turn ", False), ("a sign", True), (" over", False))
    assert runs("2 * 3") == (("2 * 3", False),)
    assert plain("*Stay* calm") == "Stay calm"
    assert filled(("Ring {childline}", {"x": "{film}"}), {"childline": "0800 1111", "film": "Knock"}) == ("Ring 0800 1111", {"x": "Knock"})
    assert curled("don't") == "don’t"


def test_a_name_that_nothing_has_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused, match=r"\{childlin\}.*childline"):
        filled("Ring {childlin}", {"childline": "0800 1111"})


def test_a_film_without_words_for_a_pack_is_told_where_to_begin() -> None:
    with pytest.raises(Refused, match=r"assets/packs/talk.yaml.*live-streaming-11-14"):
        read_words(PROJECT, "talk", LessonWords)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  - {film: true, tone: film,", "  - {minutes: 5, tone: film,", "exactly one part has film: true"),
        ("  - {minutes: 8, tone: cards,", "  - {tone: cards,", "'Sort the cards' does not say how long it lasts"),
        ("topic:", "topik:", "unknown key 'topik'; did you mean 'topic'?"),
        ("minutes: 8,", "minutes: 8.2,", "multiple of 0.5"),
    ],
)
def test_what_is_wrong_is_said_at_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, old, new)
    assert any(says in str(finding) and finding.place.line for finding in refusal.value.findings)


FILES: tuple[tuple[str, Any, Any], ...] = (
    ("live-streaming-8-10", LessonWords, "8-10"),
    ("live-streaming-11-14", LessonWords, "11-14"),
    ("parents-and-carers", ParentWords, "adults"),
    ("school", SchoolWords, "8-10"),
    ("school", SchoolWords, "11-14"),
)


@pytest.mark.parametrize(("name", "kind", "band"), FILES)
def test_the_shipped_words_keep_the_campaign_s_rules(name: str, kind: Any, band: Any) -> None:
    assert check_words(read_words(PROJECT, name, kind)[0], band, campaign(), name) == ()


def test_a_word_that_is_not_used_is_refused_with_a_better_one(tmp_path: Path) -> None:
    words = read(tmp_path, "stretch: ", "stretch: Ask who was naive. #")
    (found,) = check_words(words, "11-14", campaign(), "film.yaml")
    assert "not said here" in found.what
    assert found.mend.startswith("better: ")
    assert found.exit_code == ExitCode.GATE_FAILED


def test_what_is_too_hard_for_the_children_is_refused(tmp_path: Path) -> None:
    old = "says: [Maya noticed that Otis had gone quiet.,"
    words = read(tmp_path, old, f"says: [Notwithstanding {'considerable ' * 80}pressure.,")
    codes = {found.code for found in check_words(words, "11-14", campaign(), "film.yaml")}
    assert codes == {"long-sentence", "reading-grade"}


def test_numbers_and_addresses_of_help_stand_in_the_help_file_alone() -> None:
    for path in WORDS.glob("*.yaml"):
        text = BRACED.sub("", path.read_text(encoding="utf-8"))
        assert [route.value for route in campaign().help_routes if route.value in text] == [], path.name


def test_there_are_words_for_every_shipped_film() -> None:
    assert {path.stem for path in WORDS.glob("*.yaml")} == {*BOARDS, "school"}
    assert PARENTS in BOARDS
