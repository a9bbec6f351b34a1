"""What the files are: our own reading and MediaConch's, the W3C's parser, poster and frames."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from gate_helpers import ask, calm, codes
from PIL import Image
from small_films import planned, shot

from animkit.gate import captions, delivery
from animkit.gate.model import NotRunError


def test_a_file_that_misses_the_rules_says_each(film):
    evidence = film(calm(2))
    assert codes(ask("delivery", evidence)) == []
    wrong = replace(evidence, files=(replace(evidence.files[0], size_px=(1920, 1080), captions=True, final="talk.mp4"),))
    said = [finding.what for finding in ask("delivery", wrong).findings]
    assert any("talk.mp4: picture size: 160x90, should be 1920x1080" in what for what in said)
    assert any("captions inside the film" in what for what in said)


def test_frames_that_are_not_there(film):
    evidence = film(calm(2))
    timeline, _ = planned(shot("Stop.", seconds=9.0))
    assert codes(ask("frames", replace(evidence, timeline=timeline))) == ["frames"]


def test_a_missing_and_a_small_poster(film, tmp_path):
    evidence = film(calm(2), papers={})
    assert codes(ask("poster", evidence)) == ["poster"]
    Image.new("RGB", (640, 360)).save(tmp_path / "poster.png")
    small = ask("poster", replace(evidence, papers={"poster.png": tmp_path / "poster.png"}))
    assert "640x360" in small.findings[0].what


@pytest.mark.skipif(shutil.which("mediaconch") is None, reason="mediaconch is not installed (apt-get install mediaconch)")
def test_mediaconch_passes_a_film_and_fails_a_file_without_sound(film):
    evidence = film(calm(2))
    assert codes(ask("mediaconch", evidence)) == []
    piece = evidence.film.with_name("piece.mp4")
    outcome = ask("mediaconch", replace(evidence, files=(replace(evidence.files[0], path=piece, final="talk.mp4"),)))
    assert "talk.mp4" in outcome.findings[0].what


def test_a_mediaconch_that_is_missing_is_told_with_the_line_that_installs_it(film, monkeypatch):
    monkeypatch.setattr(delivery, "mediaconch_findings", lambda _: None)
    with pytest.raises(NotRunError) as missing:
        ask("mediaconch", film(calm(1)))
    assert "apt-get install" in missing.value.mend


def has_parser():
    try:
        captions.by_webvtt_parser([])
    except (NotRunError, subprocess.SubprocessError):
        return False
    return True


@pytest.mark.skipif(not has_parser(), reason=f"the W3C's parser is not installed ({captions.INSTALL})")
def test_the_w3cs_parser_fails_what_other_readers_let_pass(film, tmp_path):
    (tmp_path / "good.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nStop.\n")
    (tmp_path / "bad.vtt").write_text("WEBVTT\nLanguage: en\n\n00:02.000 --> 00:01.000\n<b>Stop.\n")
    evidence = film(calm(1))
    assert codes(ask("caption-grammar", replace(evidence, papers={"good.vtt": tmp_path / "good.vtt"}))) == []
    outcome = ask("caption-grammar", replace(evidence, papers={name: tmp_path / name for name in ("good.vtt", "bad.vtt")}))
    assert {finding.place.path for finding in outcome.findings} == {"bad.vtt"}
    assert outcome.findings[0].place.line == 2


def test_without_node_the_line_that_installs_it_is_told(film, monkeypatch, tmp_path):
    monkeypatch.setattr(captions.shutil, "which", lambda _: None)
    with pytest.raises(NotRunError) as missing:
        ask("caption-grammar", film(calm(1), papers={"a.vtt": tmp_path / "a.vtt"}))
    assert "webvtt-parser" in missing.value.mend


def test_weight_is_told_by_the_minute(film):
    assert ask("weight", film(calm(2))).measured.endswith("MB a minute")
