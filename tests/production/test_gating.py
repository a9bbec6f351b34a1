"""The gate at the end of a build: what it refuses lies in refused/ with its report, and the last good film stays."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from animkit.campaign.project import CHECKOUT
from animkit.cli import run
from animkit.findings import ExitCode
from animkit.gate.table import CHECKS
from animkit.production import Settings, judge_film
from animkit.production.filming import _films, _shoot
from animkit.production.logbook import Logbook
from animkit.production.report import Report
from animkit.production.settings import in_silence
from animkit.store import Store, sha256_file

First = tuple[Settings, Report]

NEED_A_PROGRAM = {"caption-grammar"}
"""Cheap checks that cannot run where Node is not installed; the report then says so."""


def with_profile(settings: Settings, **numbers: str) -> None:
    """Give the project a profile of its own, of a draft's size, with other numbers."""
    text = (CHECKOUT / "assets" / "profiles" / "uk-schools.yaml").read_text()
    for name, value in {"width_px": "854", "height_px": "480", "poster_width_px": "640", "poster_height_px": "360", **numbers}.items():
        text, found = re.subn(rf"(?m)^(  {name}: {{value: )[^,]+,", rf"\g<1>{value},", text)
        assert found == 1, name
    path = settings.storyboard.parent.parent / "assets" / "profiles" / "uk-schools.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text)


def finished(settings: Settings) -> Report:
    """The film that a draft's voice and pictures make, gated as a whole film is."""
    root = settings.storyboard.parent.parent
    store = Store(root / ".animkit")
    with store.in_use(), Logbook(store.root, settings, in_silence) as log:
        done = _shoot(settings, store, log)
        return _films(replace(settings, draft=False), done, store, root / "build" / "sample", log)


@pytest.fixture
def cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the checks that a draft can afford."""
    monkeypatch.setattr("animkit.gate.verdict.CHECKS", tuple(check for check in CHECKS if check.cost == "cheap"))


def test_a_draft_is_judged_by_what_it_can_afford_and_says_so(first: First) -> None:
    values = json.loads((first[1].folder / "report.json").read_text())
    assert values["outcome"] == "draft"
    dear = {check.name for check in CHECKS if check.cost == "dear"}
    unasked = {row["check"] for row in values["checks"] if row["state"] == "not run"}
    assert dear <= unasked
    assert unasked - dear <= NEED_A_PROGRAM
    assert (
        "Only what a draft" in (first[1].folder / "report.html").read_text()
        or "only what a draft" in (first[1].folder / "report.html").read_text()
    )


@pytest.mark.usefixtures("cheaply")
def test_what_is_refused_lies_aside_with_its_report_and_the_last_good_film_stays(copy: Settings) -> None:
    folder = copy.storyboard.parent.parent / "build" / "sample"
    before = {path.name: sha256_file(path) for path in folder.iterdir() if path.is_file()}
    with_profile(copy, largest_mb_a_minute="0.01")
    report = finished(copy)
    assert report.refused
    assert {path.name: sha256_file(path) for path in folder.iterdir() if path.is_file()} == before
    aside = {path.name for path in (folder / "refused").iterdir()}
    assert aside >= {
        "sample.mp4",
        "sample-captioned.mp4",
        "report.html",
        "report.json",
        "timeline.json",
        "manifest.json",
        "sample.en-GB.vtt",
    }
    values = json.loads((folder / "refused" / "report.json").read_text())
    assert values["outcome"] == "refused"
    assert not list(folder.rglob("*.part"))


@pytest.mark.usefixtures("cheaply")
def test_a_good_film_takes_its_names_and_clears_what_was_refused(copy: Settings) -> None:
    folder = copy.storyboard.parent.parent / "build" / "sample"
    (folder / "refused").mkdir()
    (folder / "refused" / "sample.mp4").write_bytes(b"an older one")
    with_profile(copy)
    report = finished(copy)
    assert not report.refused, [str(finding) for finding in report.findings]
    assert json.loads((folder / "report.json").read_text())["outcome"] == "released"
    assert not (folder / "refused").exists()


@pytest.mark.usefixtures("cheaply")
def test_qc_judges_a_build_and_a_bare_file(first: First, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(first[0].storyboard.parent.parent / ".animkit")
    assert run(["qc", str(first[1].folder), "--store", store, "--out", str(tmp_path / "one"), "--json"]) == ExitCode.OK
    states = {row["check"]: row["state"] for row in json.loads(capsys.readouterr().out)["checks"]}
    assert states["signs"] == states["loudness"] == states["as-recorded"] == states["over-bed"] == "pass"
    code = 0
    try:
        run(["qc", str(first[1].folder / "sample.mp4"), "--out", str(tmp_path / "two"), "--json"])
    except SystemExit as ended:
        code = int(str(ended.code))
    said = json.loads(capsys.readouterr().out)
    states = {row["check"]: row["state"] for row in said["checks"]}
    assert states["signs"] == states["pauses"] == "not run"
    assert states["loudness"] == "pass"
    assert code == (ExitCode.OK if said["ok"] else ExitCode.GATE_FAILED)
    assert (tmp_path / "two" / "report.html").is_file()


@pytest.mark.slow
def test_the_sample_passes_every_check_there_is(copy: Settings, tmp_path: Path) -> None:
    with_profile(copy)
    report = finished(copy)
    assert not report.refused, [str(finding) for finding in report.findings]
    values = json.loads((report.folder / "report.json").read_text())
    assert {row["check"]: row["not_run"] for row in values["checks"] if row["state"] == "not run"} == {}
    again = judge_film(report.folder, store_root=copy.storyboard.parent.parent / ".animkit", out=tmp_path, today=copy.today, jobs=2)
    assert not again.verdict.refused
