"""A pack from a storyboard, the whole way: the sample film, its pack, and what stops it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from animkit.campaign.project import CHECKOUT, Project
from animkit.findings import ExitCode, Refused
from animkit.production import Settings, pack, verify
from animkit.production.bundling import _content
from animkit.production.prepare import prepare
from animkit.production.settings import in_silence, store_at
from animkit.store import sha256_file

WORDS = CHECKOUT / "assets/packs/live-streaming-8-10.yaml"
SHOTS = ("den-again", "show-and-tell", "the-string", "too-fast", "wobbly-tummy", "surprise-or-secret", "stop", "nan-believes")


SAMPLE = CHECKOUT / "tests/storyboards/good/sample.yaml"


@pytest.fixture
def fresh(tmp_path: Path) -> Settings:
    """The sample project, of which nothing was built."""
    board = tmp_path / "project/storyboards/sample.yaml"
    board.parent.mkdir(parents=True)
    shutil.copy(SAMPLE, board)
    return Settings(storyboard=board, today=date(2026, 11, 24), draft=True, jobs=1)


def with_words(settings: Settings) -> Settings:
    """The sample project, with the words of a shipped pack about its own two shots."""
    text = WORDS.read_text(encoding="utf-8")
    for shot in SHOTS:
        text = text.replace(f"{{shot: {shot},", "{shot: note,")
    path = settings.storyboard.parent.parent / "assets/packs/sample.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return settings


@pytest.mark.slow
def test_a_pack_is_made_verified_and_made_again_to_the_byte(copy: Settings) -> None:
    made = pack(with_words(copy))
    assert (made.folder / "START HERE.html").is_file()
    assert verify(made.folder).findings == ()
    assert "2 Teach the lesson/sample.mp4" in made.files
    assert "2 Teach the lesson/sample-described.mp4" in made.files
    assert 'sample.mp4"' in (made.folder / "2 Teach the lesson/Play the film.html").read_text(encoding="utf-8")
    before = sha256_file(made.zip)
    assert sha256_file(pack(copy).zip) == before
    assert not list(made.folder.parent.glob("*.part")) + list(made.folder.parent.glob("*.old"))
    copy.storyboard.write_text(copy.storyboard.read_text().replace("Who would you tell?", "Whom would you tell?"))
    again = pack(copy)
    assert sha256_file(again.zip) != before
    assert "Whom would you tell?" in (again.folder / "2 Teach the lesson/Play the film.html").read_text(encoding="utf-8")


def test_a_storyboard_without_words_for_its_pack_is_told_where_to_begin(fresh: Settings) -> None:
    with pytest.raises(Refused, match=r"assets/packs/sample\.yaml.*start from a copy"):
        pack(fresh)


def test_a_release_is_refused_while_a_help_route_is_not_confirmed(fresh: Settings) -> None:
    with pytest.raises(Refused, match="nobody has confirmed") as refusal:
        pack(replace(with_words(fresh), release=True))
    assert refusal.value.exit_code == ExitCode.GATE_FAILED


def test_words_that_break_the_rules_cost_no_film_and_leave_the_last_pack(fresh: Settings) -> None:
    settings = with_words(fresh)
    words = settings.storyboard.parent.parent / "assets/packs/sample.yaml"
    words.write_text(words.read_text().replace("stretch: ", "stretch: Was she naive? #"), encoding="utf-8")
    folder = settings.storyboard.parent.parent / "build/sample/pack"
    folder.mkdir(parents=True)
    (folder / "last.txt").write_text("the last pack")
    with pytest.raises(Refused, match="better: ") as refusal:
        pack(settings)
    assert refusal.value.exit_code == ExitCode.GATE_FAILED
    assert [path.name for path in folder.iterdir()] == ["last.txt"]


def test_a_film_in_another_language_has_no_pack_yet(fresh: Settings) -> None:
    prepared = prepare(fresh.storyboard, store_at(Project.holding(fresh.storyboard), fresh.store), fresh.today)
    welsh = replace(prepared, storyboard=replace(prepared.storyboard, language="cy"))
    with pytest.raises(Refused, match="the papers of a pack are English"):
        _content(welsh, fresh, in_silence)
