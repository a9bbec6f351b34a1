from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from animkit import campaign as campaign_package
from animkit.campaign import Campaign, Project
from animkit.checks.storyboard_checks import check_storyboard
from animkit.findings import Finding, Severity
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard
from animkit.storyboard.parse import parse

TODAY = date(2026, 11, 24)

GOOD = """\
version: 1
title: Drums
band: 11-14
kind: film
review_by: 2027-05-01
cast: [maya, des]
help: [emergency-999, childline, ceop, report-remove]
chapters:
  - title: Live
    shots:
      - id: opening
        scene: doorway
        lines:
          - text: This film is about pressure online. It ends with help.
      - id: flood
        scene: stream
        sign: comment-pressure
        lines:
          - text: They all want the same thing.
        description: Arrows crowd her in.
      - id: stop
        scene: stopping
        lines:
          - text: You can {end} end the stream at any time.
        helps: {action: stop-the-stream, signs: [comment-pressure]}
        pause: {question: What changed?, minutes: 3, who: In pairs, notes: Leave time to think.}
      - id: threat
        scene: threat
        sign: threats
        lines:
          - text: Then it turns into a threat.
      - id: telling
        scene: telling
        lines:
          - speaker: des
            text: I believe you. It is never your fault.
          - text: It's never too late to tell. If one adult does not listen, tell another.
          - text: A secret that worries you is one to tell.
        helps: {action: tell, signs: [threats]}
      - id: box
        scene: table
        lines:
          - text: Keep the messages.
        helps: {action: keep-the-messages, signs: [threats]}
      - id: flag
        scene: table
        lines:
          - text: Report it in the app.
        helps: {action: report-and-block, signs: [threats]}
      - id: help-card
        scene: help-card
        lines:
          - text: Tell an adult you trust, such as a parent or a teacher.
          - text: In danger, call 999. Childline is 0800 1111.
          - text: Or the CEOP Safety Centre. Or Report Remove.
          - text: It is never your fault.
"""
"""A storyboard without a fault. Line 19 is what the flood shot says."""

Board = Callable[[str], tuple[Storyboard, Marks]]
Errors = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    return campaign_package.load(Project.holding(Path("storyboards/any.yaml")))


@pytest.fixture(scope="session")
def good() -> str:
    return GOOD


@pytest.fixture(scope="session")
def board(campaign: Campaign) -> Board:
    """Reads a storyboard's text into the storyboard and its marks; its errors of form fail the test."""

    def read(text: str) -> tuple[Storyboard, Marks]:
        parsed = parse(text, "storyboards/film.yaml", campaign=campaign)
        assert parsed.storyboard is not None, [str(finding) for finding in parsed.findings]
        return parsed.storyboard, parsed.marks

    return read


@pytest.fixture
def errors(campaign: Campaign, board: Board) -> Errors:
    """The errors of the good storyboard with ``before`` replaced by ``after``, pair by pair."""

    def check(*changes: tuple[str, str], **options: object) -> list[Finding]:
        text = GOOD
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after)
        storyboard, marks = board(text)
        found = check_storyboard(storyboard, campaign, marks, TODAY, **options)
        return [finding for finding in found if finding.severity is Severity.ERROR]

    return check
