"""One short bad sentence for each term, and sentences that are right although they come near one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from animkit.checks.storyboard_checks import check_storyboard
from animkit.findings import ExitCode

SPOKEN = "They all want the same thing."

BAD = {
    "child-pornography": "That is child pornography.",
    "child-prostitution": "They call it child prostitution.",
    "sextortion": "This is sextortion.",
    "sexting": "It begins with sexting.",
    "historical-abuse": "It is about historical abuse.",
    "victim": "She is a victim.",
    "monster": "He is a monster.",
    "stranger": "Think of stranger danger.",
    "abuser-as-partner": "He calls himself her boyfriend.",
    "risky-child": "She put herself at risk.",
    "consent": "But she agreed.",
    "should-have-known": "She should have known.",
    "silly-child": "That was silly.",
    "why-did-you": "Why did you answer?",
    "let-it-happen": "He fell for it.",
    "child-to-blame": "It was your fault.",
    "ruined-forever": "It will be there forever.",
    "never-go-online": "Never go online.",
    "in-trouble": "You'll be in trouble.",
    "scare": "There is no way out.",
    "crying-child": "She is crying.",
    "promise-of-secrecy": "I'll keep it secret.",
    "promise-of-removal": "The picture will be removed.",
    "promise-of-outcome": "He will be caught.",
    "keeping-images": "Save the picture.",
    "deleting-messages": "Delete the messages.",
    "confronting": "Reply to them.",
    "paying": "Just pay them.",
    "method": "They pretend to be a child.",
    "undress": "Then come undressed people.",
    "self-harm": "It is about self-harm.",
    "blame-parents": "Parents should have seen it.",
    "claim-of-approval": "This film is approved by the NSPCC.",
    "real-platform": "They met on Instagram.",
    "real-platform-word": "They met on Discord.",
    "logo": "Look for the CEOP logo.",
    "adult-words": "Talk with your child.",
}

BAD_FOR_THE_YOUNGEST = {"explicit-for-young": "It is about nudes."}

RIGHT = [
    "You are not in trouble.",
    "You won't be in trouble for telling.",
    "Keep it a secret, they say.",
    "I can't keep it secret. I'll tell people who can help.",
    "Never view, copy or share the image.",
    "Do not delete the messages.",
    "Don't pay. Don't send any more.",
    "Whatever you said or sent, it is never your fault.",
    "Report Remove can help with a picture.",
    "Liking the praise isn't a mistake.",
    "First comes a silly dare.",
    "It isn't always a stranger.",
    "Real friends are not in a hurry.",
    "You needn't do it, or answer.",
    "It can get better.",
    "A steam train signals its way.",
    "Talk about what a healthy relationship with a friend looks like.",
    "A child cannot consent.",
]


def test_the_good_storyboard_has_no_error(errors):
    assert errors() == []


@pytest.mark.parametrize(("term", "sentence"), BAD.items())
def test_each_term_is_found_where_it_stands(errors, campaign, term, sentence):
    found = [finding for finding in errors((SPOKEN, f'"{sentence}"')) if finding.code == f"word-{term}"]
    assert len(found) == 1
    finding = found[0]
    entry = next(entry for entry in campaign.terms.terms if entry.id == term)
    match_words = finding.what.split("'", 1)[1].rsplit("' is not", 1)[0]
    assert (finding.place.line, finding.place.col) == (19, 20 + sentence.index(match_words))
    assert entry.prefer in finding.mend
    assert finding.exit_code is ExitCode.GATE_FAILED
    assert finding.shot == "flood"


@pytest.mark.parametrize(("term", "sentence"), BAD_FOR_THE_YOUNGEST.items())
def test_words_for_older_bands_are_kept_from_the_youngest(errors, term, sentence):
    assert f"word-{term}" in {finding.code for finding in errors((SPOKEN, sentence), ("band: 11-14", "band: 8-10"))}
    assert f"word-{term}" not in {finding.code for finding in errors((SPOKEN, sentence))}


def test_every_term_has_its_bad_sentence(campaign):
    assert {term.id for term in campaign.terms.terms} == {*BAD, *BAD_FOR_THE_YOUNGEST}


def test_every_term_speaks_differently(errors):
    messages = {term: next(f for f in errors((SPOKEN, f'"{words}"')) if f.code == f"word-{term}") for term, words in BAD.items()}
    assert len({(finding.why, finding.mend) for finding in messages.values()}) == len(BAD)


@pytest.mark.parametrize("sentence", RIGHT)
def test_words_that_only_come_near_a_term_pass(errors, sentence):
    assert [str(finding) for finding in errors((SPOKEN, f'"{sentence}"'))] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Drums", "title: The monster"),
        ("  - title: Live", "  - title: The monster"),
        ("Arrows crowd her in.", "A monster crowds her in."),
        ("What changed?", "Is it a monster?"),
        ("Leave time to think.", "It is no monster."),
        ("        scene: stream", "        scene: stream\n        params: {cards: [{text: A monster}]}"),
        (f"          - text: {SPOKEN}", f"          - text: {SPOKEN}\n            say: They are monsters."),
        (f"          - text: {SPOKEN}", f"          - text: {SPOKEN}\n            direction: Like a monster."),
        ("        sign: comment-pressure", "        sign: comment-pressure\n        outcome: I can spot a monster."),
        ("        sign: comment-pressure", "        sign: comment-pressure\n        sounds: [{sound: tick, caption: monster}]"),
    ],
)
def test_every_text_is_read(errors, before, after):
    found = errors((before, after))
    assert [finding.code for finding in found] == ["word-monster"]
    lines = after.splitlines() or [after]
    assert "onster" in lines[-1]
    assert found[0].place.line > 1


def test_words_meant_for_adults_may_stand_in_the_notes(errors):
    assert errors(("Leave time to think.", "Follow the safeguarding policy; tell the DSL.")) == []


def test_a_say_that_repeats_the_fault_of_its_text_is_told_once(errors):
    found = errors((f"text: {SPOKEN}", "text: He is a monster.\n            say: He is a monster."))
    assert [finding.code for finding in found] == ["word-monster"]


def test_a_fault_behind_a_mark_is_found_at_its_own_column(errors):
    found = errors((SPOKEN, "They want a {same} monster."))
    assert (found[0].place.line, found[0].place.col) == (19, 19 + len("They want a {same} "))


def test_a_film_in_another_language_says_that_its_words_were_not_checked(campaign, board, good):
    storyboard, marks = board(good.replace("kind: film", "kind: film\nlanguage: cy"))
    codes = {finding.code for finding in check_storyboard(storyboard, campaign, marks, date(2026, 11, 24))}
    assert "language-unchecked" in codes


def test_the_page_on_safeguarding_has_every_entry_with_its_mark(campaign):
    page = (Path(__file__).parents[2] / "docs" / "safeguarding.md").read_text()
    rows = {match[1]: match[0] for match in re.finditer(r"^\| `([a-z-]+)` \|.*$", page, re.MULTILINE)}
    for entry in (*campaign.terms.terms, *campaign.terms.musts):
        assert entry.why in rows[entry.id]
        assert (entry.prefer if hasattr(entry, "prefer") else entry.mend) in rows[entry.id]
        assert rows[entry.id].endswith(f"| {entry.status} | {entry.source} |")
    for name, source in campaign.terms.sources.items():
        assert f"- `{name}`: {source}" in page
