"""The storyboard's rules, asked once more of the finished film; each row of the report fails a storyboard that breaks its rule."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from gate_helpers import ask, calm, codes
from strategies import campaign

from animkit.storyboard.parse import parse
from animkit.timing.timeline import Slot, Timeline

SAMPLE = (Path(__file__).parents[1] / "storyboards" / "good" / "sample.yaml").read_text()
SILENT = Timeline(fps=25, frames=25, slots=(Slot(shot="note", start=0, frames=25),))


@pytest.fixture
def told(film):
    """The evidence of a film of the sample storyboard with one text changed."""
    evidence = film(calm(1))

    def of(old="", new=""):
        assert old in SAMPLE
        parsed = parse(SAMPLE.replace(old, new) if old else SAMPLE, "sample.yaml", campaign=campaign())
        assert parsed.storyboard is not None, parsed.findings
        return replace(evidence, storyboard=parsed.storyboard, marks=parsed.marks, campaign=campaign(), timeline=SILENT)

    return of


ROWS = ("signs", "rules", "reading-grade", "sentences")


def test_the_sample_passes_every_rule(told):
    evidence = told()
    assert {name: codes(ask(name, evidence)) for name in ROWS} == {name: [] for name in ROWS}


def test_an_action_whose_sign_no_shot_shows(told):
    outcome = ask("signs", told("        sign: threats\n", "        sign: secrecy\n"))
    assert codes(outcome) == ["action-without-sign"]
    assert outcome.findings[0].place.line > 0


def test_a_word_to_avoid(told):
    outcome = ask("rules", told("A secret that worries you", "A stranger who worries you"))
    assert outcome.findings
    assert outcome.measured == str(len(outcome.findings))


def test_never_your_fault_is_said_too_late_or_not_at_all(told):
    outcome = ask("never-your-fault", told("It is {never} never your fault.", "It is {never} over."))
    assert outcome.findings
    assert outcome.measured == "never"


def test_a_sentence_that_is_too_long_and_words_that_are_too_hard(told):
    long = "This film, which is about pressure online, ends with help that you can get from an adult whom you trust."
    evidence = told("This film is about pressure online. It ends with {help} help.", f"{long} {{help}} Help.")
    assert codes(ask("sentences", evidence)) == ["long-sentence"]
    hard = "Institutional safeguarding arrangements necessitate comprehensive understanding."
    assert codes(
        ask("reading-grade", told("A secret that worries you is one to tell. It is never too late.", f"{hard} It is never too late."))
    ) == ["reading-grade"]


def test_help_routes_that_nobody_confirmed_and_that_were_read_too_long_ago(told):
    assert set(codes(ask("help-facts", told()))) == {"help-fact-unconfirmed"}
    stale = ask("help-facts", replace(told(), today=date(2028, 1, 1), release=True))
    assert "help-fact-stale" in codes(stale)
    assert "0 of 3 confirmed" in stale.measured


def test_what_needs_a_person_is_listed(told):
    assert ask("people", told()).findings
