"""The profile's numbers, and the pages that print them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from animkit import campaign
from animkit.campaign import Project

ROOT = Project.holding(Path("storyboards/any.yaml")).library


@pytest.fixture(scope="module")
def profile():
    return campaign.load(Project.holding(Path("storyboards/any.yaml"))).profile


@pytest.mark.parametrize(
    ("band", "pace", "cps", "grade", "words"),
    [
        ("8-10", (110, 130), 13, 4, 15),
        ("11-14", (130, 150), 15, 6, 20),
        ("14-18", (130, 150), 17, 8, 25),
        ("adults", (135, 160), 17, 8, 25),
    ],
)
def test_each_band_has_its_numbers(profile, band, pace, cps, grade, words):
    rules = profile.bands[band]
    assert (rules.pace_wpm, rules.captions_cps, rules.grade, rules.sentence_words) == (pace, cps, grade, words)
    assert rules.narration_wpm == sum(pace) / 2


def test_every_value_says_what_it_rests_on(profile):
    assert len(profile.facts) == 101
    for name, fact in profile.facts.items():
        assert fact.source in profile.sources if fact.status == "S" else fact.why, name


def test_every_source_is_used(profile):
    assert {fact.source for fact in profile.facts.values()} - {""} == set(profile.sources)


def test_the_page_of_standards_prints_every_value(profile):
    rows = {}
    for line in (ROOT / "docs" / "standards.md").read_text().splitlines():
        if match := re.match(r"\| `([a-z_0-9.-]+)` \| ([^|]*) \| ([SIM]) \|", line):
            rows[match[1]] = (match[2].strip(), match[3])
    assert rows == {name: (_shown(fact.value), fact.status) for name, fact in profile.facts.items()}


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def test_an_exception_frees_its_kind_only(profile):
    assert profile.excepted("pauses", kind="short", band="8-10")
    assert profile.excepted("pauses", kind="film", band="8-10") is None
    assert profile.excepted("content-note", kind="short", band="8-10") is None
