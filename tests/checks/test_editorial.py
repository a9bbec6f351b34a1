"""Each rule of shape, truth and figures, with the smallest storyboard that breaks it."""

from __future__ import annotations

from datetime import date

import pytest

from animkit.checks.storyboard_checks import CHECKS, check_storyboard
from animkit.findings import ExitCode, Severity

TODAY = date(2026, 11, 24)
OPENING = "This film is about pressure online. It ends with help."
CARD = "        scene: help-card\n"
LAST = "          - text: It is never your fault.\n"
THINGS = "They all want the same thing."
PAUSE = "        pause: {question: What changed?, minutes: 3, who: In pairs, notes: Leave time to think.}\n"
MUST_SAY = "Keep the messages."

BROKEN = {
    "content-note": [(OPENING, "Maya drums.")],
    "no-pause": [(PAUSE, "")],
    "pause-under-threat": [
        (
            "          - text: Then it turns into a threat.",
            "          - text: Then it turns.\n        pause: {question: And now?, minutes: 1, who: All}",
        )
    ],
    "help-card-last": [("scene: help-card", "scene: doorway")],
    "sign-on-help-card": [(CARD, CARD + "        sign: threats\n")],
    "help-card-silent": [("Childline is 0800 1111.", ""), ("Report it in the app.", "Report it in the app, or ring Childline.")],
    "action-missing": [("action: report-and-block", "action: tell")],
    "child-speaks": [("speaker: des", "speaker: maya")],
    "signpost-missing": [("help: [emergency-999, childline, ceop, report-remove]", "help: [childline, ceop, report-remove]")],
    "signpost-unsaid": [(" Or Report Remove.", "")],
    "route-for-others": [("report-remove]", "report-remove, nspcc-helpline]"), ("Or Report Remove.", "Or Report Remove, or the NSPCC.")],
    "must-never-your-fault": [("It is never your fault.", "You did well.")],
    "must-never-your-fault-again": [
        (" It is never your fault.\n          - text: It's never", " You did well.\n          - text: It's never")
    ],
    "must-never-your-fault-at-the-end": [
        (LAST, "          - text: You are not alone.\n        hold: 25\n"),
        (THINGS, "It is never your fault."),
    ],
    "must-you-can-stop": [("You can {end} end the stream at any time.", "Then it is {end} over.")],
    "must-never-too-late": [("It's never too late to tell. ", "")],
    "must-trusted-adult": [("Tell an adult you trust, such as a parent or a teacher.", "A parent or a teacher is there.")],
    "must-trusted-adult-by-example": [
        (", such as a parent or a teacher", ""),
        ("          - speaker: des\n            text", "          - text"),
    ],
    "must-believed": [("I believe you.", "He nods.")],
    "must-why-secrecy": [("A secret that worries you is one to tell.", "It is good to talk.")],
    "must-keep-telling": [(" If one adult does not listen, tell another.", "")],
    "figure-for-the-young": [(THINGS, "One in five do so.")],
    "operation-figure": [(THINGS, "There were 192 arrests.")],
    "sign-without-action": [("signs: [comment-pressure]", "signs: [threats]")],
    "action-without-sign": [("signs: [comment-pressure]", "signs: [comment-pressure, dares]")],
    "unknown-pair": [("action: stop-the-stream", "action: do-not-pay")],
    "long-sentence": [(THINGS, " ".join(["on and"] * 11) + ".")],
    "reading-grade": [
        ("          - text: " + THINGS, "          - text: Simultaneous participation intensifies everybody's vulnerability.\n" * 8)
    ],
}

ONLY_YOUNGEST = {
    "sign-for-older": [],
    "ceop-with-an-adult": [("Or the CEOP Safety Centre.", "Or the CEOP Safety Centre, at any time.")],
}

ADULTS = {
    "must-stay-calm": [],
    "must-listen": [(" If one adult does not listen, tell another.", "")],
    "must-not-their-fault": [("It is never your fault.", "You did well.")],
    "must-never-view-or-forward": [],
    "must-no-punishment": [],
    "figure-without-source": [(THINGS, "So said 84 % of adults.")],
}


@pytest.mark.parametrize(("code", "changes"), BROKEN.items())
def test_each_rule_refuses_what_breaks_it(errors, code, changes):
    assert errors() == []
    found = {finding.code: finding for finding in errors(*changes)}
    assert code in found
    finding = found[code]
    assert finding.exit_code is ExitCode.GATE_FAILED
    assert finding.place.path == "storyboards/film.yaml"
    assert finding.place.line > 0
    assert finding.mend


@pytest.mark.parametrize(("code", "changes"), ONLY_YOUNGEST.items())
def test_rules_for_the_youngest(errors, code, changes):
    assert code in {finding.code for finding in errors(("band: 11-14", "band: 8-10"), *changes)}
    assert code not in {finding.code for finding in errors(*changes)}


@pytest.mark.parametrize(("code", "changes"), ADULTS.items())
def test_rules_for_parents_and_carers(errors, code, changes):
    assert code in {finding.code for finding in errors(("band: 11-14", "band: adults"), *changes)}
    assert code not in {finding.code for finding in errors(*changes)}


def test_older_pupils_hear_not_to_pay(errors):
    assert "must-do-not-pay" in {finding.code for finding in errors(("band: 11-14", "band: 14-18"))}
    assert "must-do-not-pay" not in {finding.code for finding in errors(("band: 11-14", "band: 14-18"), (MUST_SAY, "Don't pay."))}


def test_a_short_keeps_fewer_rules(errors):
    changes = [(" If one adult does not listen, tell another.", ""), ("such as a parent or a teacher", "always")]
    changes.append((PAUSE, ""))
    assert {finding.code for finding in errors(*changes)} == {"must-keep-telling", "no-pause"}
    assert errors(("kind: film", "kind: short"), *changes) == []


def test_a_short_says_which_rules_it_is_free_of(campaign, board, good):
    storyboard, marks = board(good.replace("kind: film", "kind: short").replace(PAUSE, ""))
    [finding] = [f for f in check_storyboard(storyboard, campaign, marks, TODAY) if f.code == "exceptions"]
    assert finding.severity is Severity.WARNING
    assert "pauses" in finding.what


def test_a_figure_with_source_and_year_may_stand_for_adults(errors):
    changes = (
        (THINGS, "So said 84 % of adults."),
        ("        sign: comment-pressure", "        sign: comment-pressure\n        params: {source: Source: UK survey, 2017}"),
    )
    quoted = (changes[0], (changes[1][0], changes[1][1].replace("Source: UK survey, 2017", '"Source: UK survey, 2017"')))
    assert "figure-without-source" not in {finding.code for finding in errors(("band: 11-14", "band: adults"), *quoted)}


def test_a_child_may_speak_in_a_persons_take(errors):
    assert errors(("speaker: des", "speaker: maya"), recorded={"telling.1"}) == []


def test_a_pause_after_somebody_told_is_fine(errors):
    assert (
        errors(
            (
                "        helps: {action: tell, signs: [threats]}",
                "        helps: {action: tell, signs: [threats]}\n        pause: {question: And now?, minutes: 1, who: All}",
            )
        )
        == []
    )


def test_people_are_asked_for_what_only_they_can_do(campaign, board, good):
    storyboard, marks = board(good)
    found = check_storyboard(storyboard, campaign, marks, TODAY)
    asked = {finding.code for finding in found if finding.severity is Severity.NEEDS_A_PERSON}
    assert asked == {"safeguarding-reader", "human-listening", "help-fact-unconfirmed"}


def test_an_overdue_review_asks_for_a_person(campaign, board, good):
    storyboard, marks = board(good)
    codes = {finding.code for finding in check_storyboard(storyboard, campaign, marks, date(2027, 5, 2))}
    assert "review-overdue" in codes
    assert "review-overdue" not in {finding.code for finding in check_storyboard(storyboard, campaign, marks, date(2027, 5, 1))}


def test_every_finding_speaks_differently(errors):
    findings = [next(f for f in errors(*changes) if f.code == code) for code, changes in BROKEN.items()]
    assert len({finding.what for finding in findings}) == len(BROKEN)


def test_every_must_is_tested(campaign):
    tested = {*BROKEN, *ONLY_YOUNGEST, *ADULTS, "must-do-not-pay"}
    assert {f"must-{must.id}" for must in campaign.terms.musts} <= tested


def test_the_checks_have_names():
    assert set(CHECKS) == {"safeguarding", "coverage", "reading", "help facts"}
