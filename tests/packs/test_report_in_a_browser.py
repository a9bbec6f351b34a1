"""The gate's report as a browser and the judges of pages see it."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gate_helpers import calm, film
from small_films import planned, shot
from strategies import campaign

from animkit.findings import Severity
from animkit.gate.model import Row, State, Verdict, held
from animkit.gate.report import report_html
from animkit.packs.pages.faces import face_rules

__all__ = ["film"]


@pytest.fixture
def page(film: Callable[..., Any], tmp_path: Path) -> Path:
    """A report with findings of every weight, many of one kind, and a check that was not run."""
    error = held("flash", "light goes back and forth", why="it harms", mend="make it slower", shot="stream", frame=12)
    findings = (error, *(replace(error, code="soft", severity=Severity.WARNING, frame=number) for number in range(6)))
    person = replace(error, severity=Severity.NEEDS_A_PERSON, frame=None)
    rows = (
        Row(name="a", family="Flashes", title="IRIS", state=State.REFUSED, measured="1", limit="0", source="Source", findings=findings),
        Row(name="b", family="Sound", title="Loudness", state=State.PASS, measured="-16.0 LUFS", limit="-16 ± 1", source="Inferred"),
        Row(name="loudness", family="Sound", title="Listening", state=State.NEEDS_A_PERSON, findings=(person,)),
        Row(name="d", family="File", title="MediaConch", state=State.NOT_RUN, why="it is not installed", mend="apt-get install mediaconch"),
    )
    timeline, _ = planned(shot("You can stop at any time."))
    evidence = replace(film(calm(4)), timeline=timeline, campaign=campaign())
    path = tmp_path / "report.html"
    path.write_bytes(report_html(Verdict(rows=rows), evidence, "refused", face_rules))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1366])
def test_the_report_shuts_nobody_out_and_asks_nobody(browser: Any, axe: Callable[[Any], list[str]], page: Path, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(page.as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert axe(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    opened.close()


@pytest.mark.slow
def test_the_report_is_good_html(vnu: list[str], page: Path) -> None:
    answer = subprocess.run([*vnu, str(page)], capture_output=True, text=True, check=False)
    assert answer.stderr == ""
