"""The table, what becomes of a check, and the two reports."""

import json
from dataclasses import replace

import pytest
from gate_helpers import calm, tone
from small_films import film as board_of
from small_films import planned, shot
from strategies import campaign

from animkit.captions.cue import Cue
from animkit.findings import Place, Severity
from animkit.gate import judge
from animkit.gate.evidence import LACKS, Evidence
from animkit.gate.model import Check, NotRunError, Outcome, State, held
from animkit.gate.report import report_html, report_json
from animkit.gate.report.charts import caption_chart
from animkit.gate.report.page import clock
from animkit.gate.table import CHECKS
from animkit.storyboard.marks import Marks


def checks_of(monkeypatch, *checks):
    monkeypatch.setattr("animkit.gate.verdict.CHECKS", checks)


def check(run, **more):
    return Check(name="a-check", family="Picture", title="A check", run=run, **more)


def failing(*findings):
    return check(lambda _: Outcome(measured="1", limit="0", findings=findings))


def test_names_are_told_apart_and_every_need_has_its_reason():
    assert len({one.name for one in CHECKS}) == len(CHECKS)
    fields = set(Evidence.__dataclass_fields__)
    for one in CHECKS:
        assert set(one.needs) <= fields, one.name
        optional = [need for need in one.needs if need not in {"campaign", "marks", "project", "store"}]
        assert set(optional) <= set(LACKS), one.name


def test_the_gravest_finding_decides(film, monkeypatch):
    evidence = film(calm(1))
    warning, error = held("a", "soft", grave=False), held("b", "hard")
    person = replace(error, severity=Severity.NEEDS_A_PERSON)
    for findings, state in (((), "pass"), ((warning,), "warning"), ((person, warning), "warning"), ((warning, error), "refused")):
        checks_of(monkeypatch, failing(*findings))
        verdict = judge(evidence)
        assert verdict.rows[0].state == state
        assert verdict.refused == (state == "refused")


def test_a_finding_gets_its_shot_and_the_storyboards_line(film, monkeypatch):
    timeline, _ = planned(shot("Stop.", name="one"), shot("Tell.", name="two"))

    class Lines(Marks):
        def __init__(self):
            pass

        def shot(self, shot_id, *_):
            return Place("talk.yaml", {"one": 3, "two": 9}[shot_id], 5)

    checks_of(monkeypatch, failing(held("a", "dark", frame=timeline.slot("two").start)))
    (finding,) = judge(replace(film(calm(1)), timeline=timeline, marks=Lines())).findings
    assert (finding.shot, str(finding.place)) == ("two", "talk.yaml:9:5")


def test_what_cannot_be_run_says_why_and_how_to_mend_it(film, monkeypatch):
    def missing(_):
        raise NotRunError("the judge is not installed", "apt-get install judge")

    checks_of(
        monkeypatch, check(missing), check(missing, needs=("timeline",)), check(lambda _: Outcome(measured="", limit=""), cost="dear")
    )
    rows = judge(film(calm(1)), cheap=True).rows
    assert [row.state for row in rows] == [State.NOT_RUN] * 3
    assert rows[0].mend == "apt-get install judge"
    assert rows[1].why == LACKS["timeline"]
    assert "draft" in rows[2].why


def test_a_bare_file_is_judged_as_far_as_it_goes(film, monkeypatch):
    checks_of(
        monkeypatch, *(one for one in CHECKS if one.name in {"loudness", "silence", "delivery", "captions", "pauses", "signs", "text-size"})
    )
    rows = {row.name: row.state for row in judge(film(calm(2), tone(2, 0.172))).rows}
    assert rows["loudness"] == rows["silence"] == rows["delivery"] == State.PASS
    assert rows["pauses"] == rows["signs"] == rows["text-size"] == State.NOT_RUN


@pytest.fixture
def judged(film, monkeypatch):
    """A verdict with one of each, on two seconds of film."""
    error = held("flash", "a <flash> & a bang", why="it harms", mend="make it slower", shot="stream", frame=30)
    checks_of(
        monkeypatch,
        failing(error),
        check(lambda _: Outcome(measured="-16.0 LUFS", limit="-16 ± 1", source="Inferred")),
        check(lambda _: Outcome(measured="", limit=""), needs=("papers",)),
    )
    timeline, _ = planned(shot("You can stop at any time."))
    cues = (Cue(start=0, end=50, rows=("You can stop",), shot="stream"),)
    evidence = replace(
        film(calm(2)), timeline=timeline, cues=cues, storyboard=board_of(shot("You can stop at any time.")), campaign=campaign()
    )
    return judge(evidence), evidence


def test_the_page_says_where_what_and_how_to_mend_and_shows_the_picture(judged):
    page = report_html(*judged, "refused").decode()
    assert "A &lt;flash&gt; &amp; a bang" in page
    assert "0:01.2" in page
    assert "To mend: Make it slower." in page
    assert 'src="data:image/jpeg;base64,' in page
    assert "is in refused/" in page
    assert "<b>A check</b>: a file alone has no papers beside it" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_page_takes_the_houses_fonts_for_its_letters(judged):
    asked = []
    page = report_html(*judged, "released", lambda letters: asked.append(letters) or "@font-face{}").decode()
    assert "@font-face{}" in page
    assert "<" in asked[0]


def test_the_json_has_every_row_and_every_finding(judged):
    values = json.loads(report_json(*judged, "refused"))
    assert values["outcome"] == "refused"
    assert values["counts"]["refused"] == values["counts"]["not run"] == 1
    assert values["checks"][0]["findings"][0]["what"] == "a <flash> & a bang"
    assert values["checks"][2]["not_run"]


def test_equal_verdicts_give_equal_pages(judged):
    assert report_html(*judged, "released") == report_html(*judged, "released")


def test_a_caption_over_the_limit_stands_out():
    chart = caption_chart([10.0, 16.2, 12.0], 15)
    assert chart.count('class="over"') == 1
    assert "caption 2: 16.2" in chart


def test_a_clock_as_players_show_it():
    assert clock(191 * 25 + 11, 25) == "3:11.4"
