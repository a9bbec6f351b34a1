"""Every paper of the packs: readable with a screen reader, whole, and equal each time. pikepdf reads what typst has written."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pack_contents import YOUNG, home, lesson, pictures

from animkit.findings import Refused
from animkit.packs import flows
from animkit.packs.model import Card, Lesson
from animkit.packs.papers import home as going_home
from animkit.packs.papers import school
from animkit.packs.papers.typeset import Paper, mark, pdf

DESIGNED: dict[str, Callable[..., Paper]] = {
    "plan": school.plan,
    "cards": school.cards,
    "easy": school.easy,
    "sheet": school.sheet,
    "exit": school.exit_card,
    "help": school.help_card,
    "help-four": school.help_cards,
    "booklet": school.booklet,
    "fold": school.booklet_fold,
}
PAGES = {
    "cards": 2,
    "easy": 1,
    "sheet": 1,
    "exit": 1,
    "help": 1,
    "help-four": 1,
    "booklet": 12,
    "fold": 6,
    "plan": 2,
    "told": 1,
    "guide": 2,
}


def papers(name: str) -> Iterator[tuple[str, Paper]]:
    content, shown = lesson(name), pictures(name)
    for kind, make in DESIGNED.items():
        yield kind, make(content, shown)
    for kind in ("notes", "told", "curriculum"):
        yield kind, school.flow(getattr(flows, kind)(content), content.facts)
    yield "letter", school.flow(flows.letter(content, home()), content.facts)
    yield "about", school.flow(flows.about(content.school.about, content.facts), content.facts)
    yield "guide", going_home.guide(home(), shown)
    yield "talk", going_home.talk_cards(home(), shown)


@pytest.fixture(scope="module", params=YOUNG)
def made(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return {kind: pdf(paper) for kind, paper in papers(request.param)}


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def figures(element: Any) -> Iterator[Any]:
    """Every Figure of a structure tree."""
    if isinstance(element, pikepdf.Array):
        for part in element:
            yield from figures(part)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == "/Figure":
            yield element
        if "/K" in element:
            yield from figures(element["/K"])


def test_every_paper_says_that_it_is_pdf_ua_and_is_tagged_titled_and_in_a_language(made: dict[str, bytes]) -> None:
    for kind, data in made.items():
        with opened(data) as paper:
            with paper.open_metadata() as facts:
                assert facts["pdfuaid:part"] == "1", kind
                assert facts["dc:title"], kind
            assert str(paper.Root.Lang) == "en-GB", kind
            assert paper.Root.MarkInfo.Marked is True, kind
            assert paper.Root.ViewerPreferences.DisplayDocTitle is True, kind
            assert "/StructTreeRoot" in paper.Root, kind


def test_every_picture_that_carries_meaning_is_described(made: dict[str, bytes]) -> None:
    for kind, least in (("booklet", 8), ("plan", 2), ("guide", 1)):
        with opened(made[kind]) as paper:
            alts = [str(figure.Alt) for figure in figures(paper.Root.StructTreeRoot.K)]
        assert len(alts) >= least
        assert all(len(alt) > 8 for alt in alts), kind


def test_papers_have_the_pages_they_are_printed_on(made: dict[str, bytes]) -> None:
    counts = {}
    for kind, data in made.items():
        with opened(data) as paper:
            counts[kind] = len(paper.pages)
    assert {kind: counts[kind] for kind in PAGES} == PAGES


def test_the_help_card_is_a6_and_the_booklet_a5(made: dict[str, bytes]) -> None:
    for kind, size_mm in (("help", (105, 148)), ("booklet", (148, 210)), ("help-four", (210, 297)), ("fold", (297, 210))):
        with opened(made[kind]) as paper:
            box = paper.pages[0].mediabox
            assert tuple(round(float(side) * 25.4 / 72) for side in box[2:]) == size_mm


def test_no_clock_is_in_a_paper(made: dict[str, bytes]) -> None:
    for data in made.values():
        with opened(data) as paper:
            assert "/CreationDate" not in paper.docinfo


def test_equal_words_give_equal_bytes() -> None:
    content, shown = lesson(), pictures()
    assert pdf(school.help_card(content, shown)) == pdf(school.help_card(content, shown))


def shown_words(data: bytes) -> str:
    found = shutil.which("pdftotext")
    if found is None:
        pytest.skip("pdftotext reads the words back: apt-get install poppler-utils")
    return subprocess.run([found, "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def test_the_plan_s_words_can_be_read_back(made: dict[str, bytes]) -> None:
    words = " ".join(shown_words(made["plan"]).split())
    assert "The lesson, minute by minute" in words
    assert "Draft: help routes not yet confirmed" in words
    assert "If a pupil tells you" in words


def test_a_card_with_more_words_than_fit_is_refused_and_not_cut_off() -> None:
    content = lesson()
    wordy = Card(id="x", kind="sign", label="Too much", text="word " * 120, glyph="star")
    with pytest.raises(Refused, match=r"the card 'Too much' has .* mm more than fits"):
        pdf(school.cards(replace(content, signs=(wordy, *content.signs[1:])), {}))


def test_the_backs_lie_behind_their_fronts() -> None:
    data = school.cards(lesson(), {}).data["sheets"][0]
    rows = [data[at : at + 4] for at in range(0, 16, 4)]
    assert {card["kind"] for row in rows for card in row} == {"sign", "help"}
    assert [card["kind"] for card in data] != sorted(card["kind"] for card in data)  # No pile lies together on the page.


def test_words_are_never_taken_for_markup() -> None:
    content = lesson()
    odd = '#import "x" $y$ @z <b> \\ `code` _u_ = not a heading'
    strange = replace(content, words=replace(content.words, exit=(odd,)))
    assert odd.split()[-1] in " ".join(shown_words(pdf(school.exit_card(strange, {}))).split())


def test_marks_are_drawn_without_ground() -> None:
    from PIL import Image

    with Image.open(io.BytesIO(mark("star", lesson().facts.theme))) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((2, 2))[3] == 0


def test_a_confirmed_pack_bears_no_stamp() -> None:
    content: Lesson = lesson()
    confirmed = replace(content, facts=replace(content.facts, routes_confirmed=True))
    assert "Draft" in shown_words(pdf(school.help_card(content, {})))
    assert "Draft" not in shown_words(pdf(school.help_card(confirmed, {})))


def test_avalpdf_finds_nothing(made: dict[str, bytes], tmp_path: Path) -> None:
    judge = shutil.which("avalpdf")
    if judge is None:
        pytest.skip("avalpdf is not there: pip install avalpdf, in an environment of its own (its pdfix-sdk is not free software)")
    import json

    for kind, data in made.items():
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(data)
        subprocess.run([judge, str(path), "--report", "-o", str(tmp_path), "--quiet"], check=True, capture_output=True)
        (report,) = tmp_path.glob(f"{kind}*report*.json")
        assert json.loads(report.read_text())["validation_results"]["issues"] == [], kind


def test_a_short_film_without_pauses_has_a_plan_and_slides_without_them() -> None:
    from animkit.packs.office.slides import slides

    content = replace(lesson(), stops=())
    assert "At each pause" not in shown_words(pdf(school.plan(content, pictures())))
    assert slides(content, pictures())
