import shutil
import subprocess

import pytest

from animkit.film import mediaconch
from animkit.film.assemble import assemble
from animkit.film.mediaconch import POLICY, mediaconch_findings


def answers(monkeypatch, text):
    monkeypatch.setattr(mediaconch.shutil, "which", lambda _: "/usr/bin/mediaconch")
    monkeypatch.setattr(mediaconch.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, stdout=text, stderr=""))


def test_its_words_are_read_and_not_its_exit_status(monkeypatch, tmp_path):
    answers(monkeypatch, "fail! a.mp4\n   --  [fail:animkit film]\n   --   [fail:AAC-LC]\n   --   [fail:A title]\n")
    assert [found.what for found in mediaconch_findings(tmp_path / "a.mp4") or ()] == [
        "MediaConch holds against 'a.mp4': AAC-LC",
        "MediaConch holds against 'a.mp4': A title",
    ]


@pytest.mark.parametrize(("text", "found"), [("pass! a.mp4", ()), ("", None), ("usage: mediaconch", None)])
def test_a_pass_is_no_finding_and_anything_else_is_no_answer(monkeypatch, tmp_path, text, found):
    answers(monkeypatch, text)
    assert mediaconch_findings(tmp_path / "a.mp4") == found


def test_without_mediaconch_nothing_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(mediaconch.shutil, "which", lambda _: None)
    assert mediaconch_findings(tmp_path / "a.mp4") is None


@pytest.mark.skipif(shutil.which("mediaconch") is None, reason="mediaconch is not installed (apt-get install mediaconch)")
def test_the_real_one_passes_a_film_and_fails_a_piece(plan, tmp_path):
    assert POLICY.is_file()
    assemble(plan, tmp_path / "film.mp4")
    assert mediaconch_findings(tmp_path / "film.mp4") == ()
    held = " ".join(found.what for found in mediaconch_findings(plan.stretches[0].path) or ())
    assert "One sound stream" in held
    assert "Index before the pictures" in held
