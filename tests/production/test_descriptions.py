"""Descriptions get their takes as lines do: from a person first, else from the describer's voice."""

import json
import wave
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from animkit import production
from animkit.findings import Refused
from animkit.production.descriptions import describe, told
from animkit.production.prepare import prepare
from animkit.store import Store

SAMPLE = Path(__file__).parents[1] / "storyboards" / "good" / "sample.yaml"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all: reading what its scenes can be told costs seconds, once."""
    path = tmp_path_factory.mktemp("project") / "storyboards" / "sample.yaml"
    path.parent.mkdir()
    path.write_bytes(SAMPLE.read_bytes())
    return path


def test_every_description_is_spoken_and_nothing_else(board: Path) -> None:
    spoken = production.narrate(board, store_root=None, draft=True, commit=False, descriptions=True)
    assert set(spoken.takes) == {"note.seen"}
    assert 300 < spoken.takes["note.seen"].duration_ms < 3000


def test_the_voice_of_a_draft_is_not_kept(board: Path) -> None:
    with pytest.raises(Refused) as refusal:
        production.narrate(board, store_root=None, draft=True, commit=True, descriptions=True)
    assert refusal.value.findings[0].code == "draft-not-kept"


def test_a_person_s_take_comes_first(board: Path) -> None:
    takes = board.parent.parent / "assets/takes/en-GB/sample-described"
    takes.mkdir(parents=True)
    noise = np.random.default_rng(1).normal(0, 2000, 43_200).astype("<i2")
    with wave.open(str(takes / "note.seen.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(noise.tobytes())
    words = [["A", 0, 200], ["green", 200, 500], ["door.", 500, 880]]
    (takes / "note.seen.json").write_text(json.dumps({"source": "human: A Colleague", "text": "A green door.", "words": words}))
    store = Store(board.parent.parent / ".animkit")
    prepared = prepare(board, store, date(2026, 11, 24))
    (one,) = told(describe(prepared, store, draft=True))
    assert one.take.is_human
    assert one.line.text == "A green door."
