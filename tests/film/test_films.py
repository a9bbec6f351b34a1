"""The stage's front door, with real pieces: bind, plan, write."""

from dataclasses import replace

import numpy as np
import pytest

from animkit.captions.cue import Cue
from animkit.film import films
from animkit.film.deliverables import DELIVERABLES
from animkit.film.films import Master, Workshop, bind, plan_for, size_of, write
from animkit.findings import Refused
from animkit.store import Store

CUES = (Cue(start=5, end=30, rows=("One", "two"), shot="red"), Cue(start=80, end=100, rows=("Three",), shot="blue"))


def draw(_cue, width, height):
    rgba = np.zeros((20, width // 4 * 2, 4), np.uint8)
    rgba[..., 3] = 255
    rgba[6:12, 10:-10, :3] = 255
    return rgba, width // 8 * 2, height // 4 * 2


@pytest.fixture
def workshop(tmp_path):
    return Workshop(store=Store(tmp_path / "store"), jobs=2)


@pytest.fixture
def master(small_film, workshop, small_sound):
    picture = bind(small_film.timeline, small_film.clips, workshop, width_px=320, height_px=180)
    return Master(
        title="Knock",
        language="en-GB",
        timeline=small_film.timeline,
        picture=picture,
        sound=small_sound,
        cues=CUES,
        draw=draw,
        width_px=320,
        height_px=180,
    )


@pytest.fixture
def small_rules(profile):
    """The profile, with a small picture of 90 lines."""
    return replace(profile, delivery=replace(profile.delivery, small_height_px=90))


@pytest.mark.parametrize(("name", "size", "tracks"), [("web", (320, 180), 2), ("captioned", (320, 180), 0), ("small", (160, 90), 2)])
def test_every_deliverable_is_written_whole_and_meets_its_rules(name, size, tracks, master, workshop, small_rules, tmp_path):
    spec = DELIVERABLES[name]
    assert size_of(master, spec, small_rules) == size
    plan = plan_for(master, spec, small_rules, workshop)
    assert len(plan.texts) == tracks
    with write(plan, tmp_path / spec.file_name("knock"), small_rules, size_px=size).file as file:
        file.accept()
    assert (tmp_path / spec.file_name("knock")).is_file()


def test_twice_the_same_master_gives_the_same_bytes_and_makes_nothing_again(master, workshop, profile, tmp_path):
    spec = DELIVERABLES["captioned"]
    plan = plan_for(master, spec, profile, workshop)
    made = sorted(path.stat().st_mtime_ns for path in (workshop.store.root / "objects").rglob("*.mp4"))
    assert plan_for(master, spec, profile, workshop) == plan
    assert sorted(path.stat().st_mtime_ns for path in (workshop.store.root / "objects").rglob("*.mp4")) == made
    for name in ("one.mp4", "two.mp4"):
        with write(plan, tmp_path / name, profile, size_px=(320, 180)).file as file:
            file.accept()
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_a_film_that_stands_is_not_made_again(master, workshop, profile, tmp_path, monkeypatch):
    plan = plan_for(master, DELIVERABLES["web"], profile, workshop)
    final = tmp_path / "knock.mp4"

    def made(wanted):
        with write(wanted, final, profile, size_px=(320, 180), store=workshop.store).file as file:
            return file.accept()

    assert made(plan)
    with monkeypatch.context() as patch:
        patch.setattr(films, "assemble", lambda *_: pytest.fail("it was made again"))
        assert not made(plan)
        written = write(plan, final, profile, size_px=(320, 180), store=workshop.store)
        assert written.loudness is not None
        assert written.findings == ()
        assert written.file.refuse().read_bytes() == final.read_bytes()
    good = final.read_bytes()
    final.write_bytes(good[:-1] + b"?")
    assert made(plan)
    assert final.read_bytes() == good
    assert made(replace(plan, title="Another"))


def test_captions_change_only_the_stretches_they_are_in(master, workshop, profile):
    clean = plan_for(master, DELIVERABLES["web"], profile, workshop).stretches
    captioned = plan_for(master, DELIVERABLES["captioned"], profile, workshop).stretches
    assert [first.sha256 == second.sha256 for first, second in zip(clean, captioned, strict=True)] == [False, True, True, False]


def test_a_draft_that_is_small_already_is_not_blown_up(master, profile):
    assert size_of(master, DELIVERABLES["small"], profile) == (320, 180)


def test_clips_that_do_not_conform_are_refused_with_all_there_is(small_film, workshop):
    clips = {shot: clip for shot, clip in small_film.clips.items() if shot != "red"}
    clips["green"] = replace(clips["green"], pieces=clips["green"].pieces[:1])
    with pytest.raises(Refused) as refusal:
        bind(small_film.timeline, clips, workshop, width_px=320, height_px=180)
    assert [finding.code for finding in refusal.value.findings] == ["clip-missing", "pieces-wrong"]


def test_a_piece_that_is_no_film_is_refused_by_its_shot(small_film, workshop, tmp_path):
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(b"nothing")
    red = small_film.clips["red"]
    clips = small_film.clips | {"red": replace(red, pieces=(replace(red.pieces[0], path=torn),))}
    with pytest.raises(Refused, match=r"shot 'red': the body of its clip cannot be read"):
        bind(small_film.timeline, clips, workshop, width_px=320, height_px=180)
