import pytest

from animkit.campaign.document import parse_document
from animkit.campaign.project import CHECKOUT
from animkit.findings import Refused
from animkit.sound.catalogue import MOODS, QUIET, SOUNDS
from animkit.sound.read_score import check_moods, parse_score, read_score

GOOD = """\
version: 1
title: Small
scale: [G, A, B]
phrases:
  beat:
    frames: 64
    notes:
      - {i: tum, at: 0, v: 0.8}
      - {i: kalimba, at: 16, note: G4, v: 0.6, len: 20, chance: 0.5}
moods:
  groove:
    bar: 64
    parts:
      drums: {then: [beat]}
    ending: {frames: 64, parts: {drums: [beat]}}
"""

WRONG = [
    ("i: tum", "i: tun", "unknown-instrument", 8, "did you mean 'tum'?"),
    ("note: G4", "note: H4", "not-a-note", 9, "such as G4"),
    (", note: G4", "", "not-a-note", 9, "such as G4"),
    ("note: G4", "note: C4", "note-outside-scale", 9, "G A B"),
    ("at: 0", "at: 0, note: G3", "stroke-with-note", 8, "remove note:"),
    ("at: 16", "at: 64", "note-after-phrase", 9, "lengthen the phrase"),
    ("groove:", "grove:", "unknown-mood", 11, "did you mean 'groove'?"),
    ("groove:", "none:", "quiet-mood-scored", 11, "remove it"),
    ("then: [beat]", "then: [beet]", "unknown-phrase", 14, "did you mean 'beat'?"),
    ("drums: [beat]", "drums: [boat]", "unknown-phrase", 15, "did you mean 'beat'?"),
    ("moods:", "  rest: {frames: 64}\nmoods:", "phrase-unused", 10, "name it in a part"),
    ("at: 0", "att: 0", "unknown-data-key", 8, "did you mean 'at'?"),
    ("v: 0.8", "v: 1.8", "wrong-value", 8, "1.8"),
    ("bar: 64", "bar: long", "wrong-value", 12, "long"),
    ("title: Small", "", "missing-key", 1, "add title:"),
]  # fmt: skip


def test_a_good_score_is_read():
    score = parse_score(GOOD, "assets/scores/small.yaml")
    assert score.phrases["beat"].notes[1].len == 20
    assert score.moods["groove"].ending.frames == 64


@pytest.mark.parametrize(("old", "new", "code", "line", "mend"), WRONG)
def test_each_slip_is_found_at_its_line_with_the_way_to_mend_it(old, new, code, line, mend):
    with pytest.raises(Refused) as refused:
        parse_score(GOOD.replace(old, new, 1), "assets/scores/small.yaml")
    found = [finding for finding in refused.value.findings if finding.code == code]
    assert [(finding.place.path, finding.place.line) for finding in found] == [("assets/scores/small.yaml", line)]
    assert mend in str(found[0])


def test_all_slips_are_told_together():
    text = GOOD.replace("i: tum", "i: tun").replace("note: G4", "note: C4").replace("then: [beat]", "then: [beet]")
    with pytest.raises(Refused) as refused:
        parse_score(text, "small.yaml")
    assert [finding.place.line for finding in refused.value.findings] == [8, 9, 14]


def test_a_score_that_is_not_there_is_refused_with_those_that_are(project):
    with pytest.raises(Refused, match="did you mean 'knock'") as refused:
        read_score(project, "knok")
    assert refused.value.findings[0].code == "unknown-score"


def test_a_project_brings_its_own_score(project, score_path):
    score_path.write_text(GOOD)
    assert read_score(project, "own").title == "Small"


def test_a_mood_without_music_in_this_score_is_a_finding(scores):
    findings = check_moods(scores["door"], ["wall", "none", "room", "tick", "tick"])
    assert [finding.what for finding in findings] == ["the mood 'tick' has no music"]
    assert "wall" in findings[0].why


def test_every_mood_of_the_catalogue_has_music_in_some_score(scores):
    assert set().union(*(score.moods for score in scores.values())) == set(MOODS) - QUIET


def test_every_shipped_score_is_in_order(project):
    names = sorted(path.stem for path in (CHECKOUT / "assets" / "scores").glob("*.yaml"))
    assert {name: bool(read_score(project, name).moods) for name in names} == dict.fromkeys(names, True)


@pytest.mark.parametrize("path", sorted((CHECKOUT / "storyboards").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_storyboard_names_moods_that_its_score_plays_and_sounds_that_exist(project, path):
    film = parse_document(path.read_text(encoding="utf-8"), path.name).value
    shots = [shot for chapter in film["chapters"] for shot in chapter["shots"]]
    assert check_moods(read_score(project, film["score"]), [shot["mood"] for shot in shots if "mood" in shot]) == ()
    assert {sound["sound"] for shot in shots for sound in shot.get("sounds", ())} <= set(SOUNDS)
