"""The described and the extended film: another sound, the same picture; every description somewhere, or told to be too long.

Their fast siblings are tests/timing/test_describing.py and tests/film/test_hold.py.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from animkit.film.probe import probe
from animkit.findings import Refused
from animkit.production import Settings, build
from animkit.production.describing import Versions
from animkit.production.report import Report
from animkit.timing import files
from animkit.timing.describing import Fitted

SAMPLE = Path(__file__).parents[1] / "storyboards" / "good" / "sample.yaml"
LONG = (
    "A green door, and behind it a hall with a lamp, two chairs, a table and somebody who waits and has time to listen to whoever comes in."
)


@pytest.fixture(scope="module")
def described(first: tuple[Settings, Report]) -> Report:
    """The sample with a description that fits and one that does not."""
    settings, _ = first
    text = settings.storyboard.read_text()
    longer = text.replace("helps: {action: stop-the-stream,", f'description: "{LONG}"\n        helps: {{action: stop-the-stream,')
    assert longer != text
    board = settings.storyboard.with_name("described.yaml")
    board.write_text(longer)
    return build(replace(settings, storyboard=board, deliverables=("web", "described", "extended")))


@pytest.mark.slow
def test_the_described_film_is_as_long_as_the_film_and_sounds_otherwise(described: Report) -> None:
    film, told = (probe(described.folder / f"described{ending}.mp4") for ending in ("", "-described"))
    assert film.picture.frames == told.picture.frames
    assert (described.folder / "described.mp4").read_bytes() != (described.folder / "described-described.mp4").read_bytes()


@pytest.mark.slow
def test_the_extended_film_has_its_own_timeline_captions_and_chapters(described: Report) -> None:
    name = "timeline-extended.json"
    longer = files.from_text((described.folder / name).read_text(), name)
    film = files.from_text((described.folder / "timeline.json").read_text(), "timeline.json")
    assert longer.frames > film.frames
    assert probe(described.folder / "described-extended.mp4").picture.frames == longer.frames
    for paper in ("described-extended.en-GB.vtt", "described-extended-chapters.en-GB.vtt"):
        assert (described.folder / paper).is_file()


@pytest.mark.slow
def test_what_does_not_fit_is_told_with_its_excess_at_its_line(described: Report) -> None:
    (found,) = [finding for finding in described.findings if finding.code == "description-too-long"]
    assert found.place.line > 1
    assert "s too long" in found.what
    assert "shorten it by about" in found.mend


@pytest.mark.slow
def test_descriptions_as_text_stand_where_they_are_spoken(described: Report) -> None:
    fits = (described.folder / "described-descriptions.en-GB.vtt").read_text()
    every = (described.folder / "described-extended-descriptions.en-GB.vtt").read_text()
    assert "A green door." in fits
    assert LONG not in fits.replace("\n", " ")
    assert LONG in every.replace("\n", " ")


def test_a_film_without_descriptions_is_not_called_described(tmp_path: Path) -> None:
    board = tmp_path / "storyboards" / "bare.yaml"
    board.parent.mkdir()
    board.write_text(SAMPLE.read_text().replace("        description: A green door.\n", ""))
    with pytest.raises(Refused) as refusal:
        build(Settings(storyboard=board, today=date(2026, 11, 24), draft=True, deliverables=("web", "described")))
    assert [finding.code for finding in refusal.value.findings] == ["nothing-described"]
    assert not (tmp_path / "build").exists()


def test_a_described_film_in_which_nothing_fits_is_not_made_and_told() -> None:
    versions = Versions(prepared=None, narration=None, film=None, workshop=None)
    versions.__dict__.update(fitted=Fitted(placed=(), short=()), spoken=SimpleNamespace(findings=()))
    assert [versions.tells(version) for version in ("film", "described", "extended")] == [True, False, True]
    assert [finding.code for finding in versions.findings] == ["described-empty"]
