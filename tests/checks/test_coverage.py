from __future__ import annotations

from animkit.checks.coverage import coverage, coverage_table


def test_each_sign_has_a_row_for_each_action_that_answers_it(campaign, board, good):
    storyboard, _ = board(good)
    rows = [(row.sign, row.shown_in, row.action, row.helped_in) for row in coverage(storyboard, campaign)]
    assert rows == [
        ("comment-pressure", "flood", "stop-the-stream", "stop"),
        ("threats", "threat", "tell", "telling"),
        ("threats", "threat", "keep-the-messages", "box"),
        ("threats", "threat", "report-and-block", "flag"),
    ]


def test_an_action_answers_its_own_shots_sign_where_it_names_none(campaign, board, good):
    storyboard, _ = board(good.replace("        description: Arrows crowd her in.", "        helps: {action: check-with-someone}"))
    assert ("flood", "check-with-someone", "flood") in {(row.shown_in, row.action, row.helped_in) for row in coverage(storyboard, campaign)}


def test_the_table_shows_what_is_not_answered(campaign, board, good):
    storyboard, _ = board(good.replace("helps: {action: stop-the-stream, signs: [comment-pressure]}", "hold: 1"))
    table = coverage_table(coverage(storyboard, campaign)).splitlines()
    assert table[0].split("  ")[0] == "sign"
    assert table[1].split() == ["Comment", "pressure", "flood", "nothing", "yet"]


def test_a_film_without_signs_says_so():
    assert coverage_table(()) == "This film teaches no sign."
