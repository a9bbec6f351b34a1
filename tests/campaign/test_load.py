from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from animkit import campaign
from animkit.campaign import Project
from animkit.findings import Refused

ASSETS = Project.holding(Path("storyboards/any.yaml")).library / "assets"
DATA = ("help-routes.yaml", "signs.yaml", "cast/cast.yaml", "profiles/uk-schools.yaml", "profiles/terms.yaml", "themes/campaign.yaml")


@pytest.fixture(scope="module")
def shipped():
    return campaign.load(Project.holding(Path("storyboards/any.yaml")))


@pytest.fixture
def project(tmp_path) -> Project:
    """A project with its own copy of every data file and no library behind it."""
    for name in DATA:
        target = tmp_path / "assets" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ASSETS / name, target)
    return Project(tmp_path, tmp_path)


def refusal(project: Project, name: str, before: str, after: str):
    """The findings when ``before`` in the data file reads ``after``; and the line it stands on."""
    path = project.root / "assets" / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    with pytest.raises(Refused) as refused:
        campaign.load(project)
    return refused.value.findings, text[: text.index(before)].count("\n") + 1


def test_the_shipped_campaign_is_whole(shipped):
    assert set(shipped.profile.bands) == {"8-10", "11-14", "14-18", "adults"}
    assert {sign.id for sign in shipped.signs} >= {"comment-pressure", "dares", "rewards", "secrecy", "threats", "position-of-trust"}
    assert len(shipped.signs) == 8
    assert shipped.cast["narrator"].voice == "bf_emma"
    assert shipped.cast["des"].id == "des"
    assert shipped.help_routes[0].id == "emergency-999"


def test_no_child_has_a_synthetic_voice(shipped):
    children = {person.id for person in shipped.cast.values() if person.child}
    assert children == {"maya", "otis", "pia", "wes"}
    assert not any(shipped.cast[child].voice for child in children)


def test_the_bands_name_routes_signs_and_actions_that_exist(shipped):
    for band, rules in shipped.profile.bands.items():
        assert all(band in shipped.help_route(route).bands for route in rules.signposts)
        assert all(shipped.sign(sign) for sign in rules.signs)
        assert all(shipped.action(action) for action in rules.actions)


def test_no_route_is_confirmed_before_a_person_did_it(shipped):
    assert {route.confirmed_by for route in shipped.help_routes} == {""}


def test_no_opening_hours_are_printed(shipped):
    words = " ".join(f"{route.value} {route.spoken} {route.audience}" for route in shipped.help_routes)
    assert not any(hours in words for hours in ("24/7", "24 hours", "a.m.", "midnight"))


def test_spoken_forms_read_numbers_digit_by_digit(shipped):
    forms = shipped.spoken_forms()
    assert forms["0800 1111"] == "oh eight hundred, one one one one"
    assert forms["999"] == "nine nine nine"
    assert not any(letter.isdigit() for form in forms.values() for letter in form)


def test_a_projects_own_file_shadows_the_librarys(project):
    path = project.root / "assets" / "cast" / "cast.yaml"
    path.write_text(path.read_text() + "\nzed:\n  name: Zed\n  child: true\n")
    assert campaign.load(project).cast["zed"].name == "Zed"


def test_an_unknown_key_is_refused_with_the_one_that_was_meant(project):
    [finding], line = refusal(
        project, "help-routes.yaml", "    spoken: nine nine nine", "    spokn: nine nine nine\n    spoken: nine nine nine"
    )
    assert (finding.code, finding.place.line, finding.place.col) == ("unknown-data-key", line, 5)
    assert "spoken" in finding.mend


@pytest.mark.parametrize(
    ("name", "before", "after", "code", "below"),
    [
        ("help-routes.yaml", '    value: "999"\n', "", "missing-key", -2),
        ("help-routes.yaml", '    value: "999"', "    value: 999", "wrong-value", 0),
        ("help-routes.yaml", "verified_on: 2026-11-24", "verified_on: 2026-13-24", "wrong-value", 0),
        ("help-routes.yaml", "id: police-101", "id: emergency-999", "duplicate-id", 0),
        ("help-routes.yaml", "bands: [8-10,", "bands: [7-10,", "wrong-value", 0),
        ("signs.yaml", "actions: [stop-the-stream, ", "actions: [stop-the-steam, ", "unknown-pair", 0),
        ("signs.yaml", "id: dares", "id: comment-pressure", "duplicate-id", 0),
        ("cast/cast.yaml", "  name: Maya", "  name: Maya\n  voice: bf_emma", "child-with-voice", 1),
        ("cast/cast.yaml", "narrator:", "teller:", "no-narrator", None),
        ("profiles/uk-schools.yaml", "line_chars: {value: 37,", "line_chars: {value: x,", "wrong-value", 0),
        (
            "profiles/uk-schools.yaml",
            "rows: {value: 2, status: S, source: netflix-general, ",
            "rows: {value: 2, status: S, ",
            "published-without-source",
            0,
        ),
        ("profiles/uk-schools.yaml", "contrast: {value: 7, status: S, source: wcag}", "contrast: 7", "fact-without-status", 0),
        ("profiles/uk-schools.yaml", "source: netflix-timing", "source: netflix-timer", "unknown-source", 0),
        (
            "profiles/uk-schools.yaml",
            "bed_gain_db: {value: -10, status: M, why:",
            "bed_gain_db: {value: -10, status: M, source: wcag, wy:",
            "unknown-data-key",
            0,
        ),
        ("profiles/terms.yaml", "  - id: sexting", "  - id: sextortion", "duplicate-term", 0),
        ("profiles/terms.yaml", "    source: ukcis-nudes", "    source: ukcis", "unknown-term-source", -5),
        ("profiles/terms.yaml", "avoid: [sextort*]", 'avoid: ["sextort[ion"]', "broken-phrase", -1),
        ("themes/campaign.yaml", "name: campaign", "name: campaign\nname: other", "duplicate-key", 1),
    ],
)
def test_a_fault_in_a_data_file_is_refused_at_its_line(project, name, before, after, code, below):
    findings, line = refusal(project, name, before, after)
    assert [finding.code for finding in findings] == [code]
    assert findings[0].place.path.endswith(f"assets/{name}")
    if below is not None:
        assert findings[0].place.line == line + below


def test_a_fact_that_is_inferred_says_why(project):
    findings, line = refusal(
        project,
        "profiles/uk-schools.yaml",
        "fps: {value: 25, status: I, why: the rate of television in the United Kingdom}",
        "fps: {value: 25, status: I}",
    )
    assert [(finding.code, finding.place.line) for finding in findings] == [("inferred-without-why", line)]


def test_a_missing_file_is_named(project):
    (project.root / "assets" / "signs.yaml").unlink()
    with pytest.raises(Refused, match=r"there is no assets/signs\.yaml"):
        campaign.load(project)


def test_faults_of_several_files_come_together(project):
    for name in ("signs.yaml", "help-routes.yaml"):
        (project.root / "assets" / name).write_text("nothing: here\n")
    with pytest.raises(Refused) as refused:
        campaign.load(project)
    assert {Path(finding.place.path).name for finding in refused.value.findings} == {"signs.yaml", "help-routes.yaml"}


def test_an_unknown_theme_is_refused(project):
    with pytest.raises(Refused, match=r"assets/themes/neon\.yaml"):
        campaign.load(project, "neon")
