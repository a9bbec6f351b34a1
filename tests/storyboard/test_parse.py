"""From text to Storyboard: what good files say, all problems at once, and never a crash."""

import dataclasses
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import campaign as real_campaign
from strategies import storyboards

from animkit.campaign.load import Campaign
from animkit.storyboard.model import Dissolve, Storyboard
from animkit.storyboard.names import Names
from animkit.storyboard.parse import Parsed, parse, read

STORYBOARDS = Path(__file__).parent.parent / "storyboards"
GOOD = sorted(STORYBOARDS.glob("good/*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in [*GOOD, *STORYBOARDS.glob("bad/*.yaml")]]
HEAD = "version: 1\ntitle: Knock\nband: 11-14\nreview_by: 2027-05-01\n"
SHOT = "chapters:\n  - title: Live\n    shots:\n      - id: door\n        scene: doorway\n        lines:\n          - text: Stop.\n"

MUTATIONS = ["", " ", "\n", "- ", ": ", "{", "}", "[", '"', "'", "#", "\t", "\0", "é", "null", "0", "*a", "&a ", "!x "]

Parse = Callable[..., Parsed]


@pytest.mark.parametrize("path", [path for path in GOOD if path.stem != "sample"], ids=lambda path: str(path.stem))
def test_good_storyboards_have_no_findings(path: Path, parsed: Parse) -> None:
    result = parsed(path.read_text(encoding="utf-8"), path.name)
    assert [str(item) for item in result.findings] == []
    assert result.storyboard is not None


def test_the_sample_is_good_for_the_real_campaign() -> None:
    result = read(STORYBOARDS / "good" / "sample.yaml", "sample.yaml", campaign=real_campaign())
    assert [str(item) for item in result.findings] == []
    assert result.storyboard is not None
    assert [shot.id for shot in result.storyboard.shots()] == ["note", "help-card"]


def test_every_key_arrives_as_the_value_it_says(parsed: Parse) -> None:
    board = parsed((STORYBOARDS / "good" / "everything.yaml").read_text()).storyboard
    assert board is not None
    first, second = board.shots()
    assert (board.deliverables, first.beats, first.sounds[1].at) == (
        ("web", "captioned", "480p"),
        {"lift": "knock.3", "late": 2.5},
        "knock.5",
    )
    assert (first.params["viewers"], first.params["crowd"], first.params["friends"]) == (120, False, ["des"])
    assert (first.lines[1].speaker, first.lines[1].gap, first.sounds[2].caption) == ("des", 0.5, "")
    assert second.transition == Dissolve(dissolve=0.4)
    assert second.mood is None
    for value in (board, first, first.lines[1], first.pause, first.helps):
        for item in dataclasses.fields(value):  # type: ignore[arg-type]  # pause and helps are there
            assert item.name in ("mood", "pause") or getattr(value, item.name) is not None


def test_words_stay_words_however_they_are_written(parsed: Parse) -> None:
    board = parsed((STORYBOARDS / "good" / "ways-to-write.yaml").read_text()).storyboard
    assert board is not None
    assert (board.title, board.outcomes, board.chapters[0].title) == ("Ways to write", ("yes", "No", "true", "12"), "On")
    one, two, three, _ = board.shots()
    assert [line.text for line in one.lines] == ["Stop", "It's yours"]
    assert two.lines[0].text == three.lines[0].text == "You can {end} end the stream at any time."


@settings(max_examples=40, deadline=None)
@given(storyboards())
def test_what_a_storyboard_says_is_read_back(board: Storyboard) -> None:
    board = replace(board, cast=("des", "noor"))
    plain = json.loads(json.dumps(dataclasses.asdict(board), default=dict))
    text = yaml.safe_dump(_stated(plain), allow_unicode=True, sort_keys=False)
    result = parse(text, "film.yaml", campaign=real_campaign())
    assert [str(item) for item in result.findings] == []
    assert result.storyboard == board


def _stated(value: object) -> object:
    """Plain values without the keys that an editor leaves out."""
    if isinstance(value, dict):
        return {key: _stated(item) for key, item in value.items() if item is not None}
    return [_stated(item) for item in value] if isinstance(value, list) else value


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutated_storyboard_is_parsed_or_told_what_is_wrong(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        middle = data.draw(
            st.sampled_from(["", " ", "\n", "- ", ": ", "{", "}", "[", '"', "'", "#", "\t", "\0", "é", "null", "0", "*a", "&a ", "!x "])
        )
        text = text[:start] + middle + text[end:]
    result = parse(text, "film.yaml", campaign=real_campaign(), scenes={}, names=Names(sounds={"knock": 5}, moods=()))
    assert (result.storyboard is None) == bool(result.findings)
    last = text.count("\n") + 1
    assert all(0 <= item.place.line <= last for item in result.findings)
    assert all(str(item).startswith("film.yaml") for item in result.findings)


def test_a_wrong_part_does_not_hide_what_is_wrong_elsewhere(parsed: Parse) -> None:
    text = HEAD.replace("Knock", "[]").replace("11-14", "12") + "cast: des\n" + SHOT
    text += "            speaker: des\n            sya: x\n        mood: grove\n"
    text += "      - scene: doorway\n        seconds: 0\n        sign: dare\n"
    text += "      - text\n"
    text += "      - id: last\n        scene: nowhere\n"
    assert [(item.place.line, item.code) for item in parsed(text).findings] == [
        (2, "list-for-text"),
        (3, "number-for-text"),
        (5, "no-list"),
        (14, "unknown-key"),
        (15, "unknown-mood"),
        (16, "missing"),
        (17, "not-above"),
        (18, "unknown-sign"),
        (19, "no-keys"),
        (20, "no-length"),
        (21, "unknown-scene"),
    ]


def test_what_is_missing_because_it_was_wrong_is_not_missed_again(parsed: Parse) -> None:
    text = HEAD + SHOT.replace("text: Stop.", "txt: Stop.") + "        sounds: [{sound: knock, at: end}]\n"
    assert [item.code for item in parsed(text).findings] == ["missing", "unknown-key"]


def test_findings_are_in_the_order_of_the_text_and_each_stands_once(parsed: Parse) -> None:
    text = (STORYBOARDS / "bad" / "many-at-once.yaml").read_text()
    places = [item.place for item in parsed(text).findings]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_marks_answer_by_shot(parsed: Parse) -> None:
    marks = parsed(HEAD + SHOT).marks
    assert str(marks.shot("door", "lines", 0, "text")) == "film.yaml:11:19"
    assert str(marks.shot("door")) == "film.yaml:8:9"
    assert str(marks.shot("nobody")) == "film.yaml:1:1"
    assert marks.shot_of(("chapters", 0, "shots", 0, "lines")) == "door"
    assert marks.shot_of(("chapters", 0)) == ""


def test_names_and_scenes_that_are_not_given_are_not_checked(campaign: Campaign) -> None:
    text = (
        HEAD
        + "theme: none\nscore: none\ndeliverables: [none]\n"
        + SHOT
        + "        mood: any\n        sounds: [{sound: any}]\n        params: {a: 1}\n"
    )
    assert parse(text, "film.yaml", campaign=campaign).findings == ()


def test_only_pydantic_objects_to_a_name_that_ends_in_a_line_break(parsed: Parse) -> None:
    (finding,) = parsed(HEAD + SHOT.replace("id: door", 'id: "door\\n"')).findings
    assert (finding.code, str(finding.place)) == ("not-valid", "film.yaml:8:13")


def test_a_mark_that_is_nearly_a_beat_of_the_scene_is_only_a_warning(parsed: Parse) -> None:
    shot = SHOT.replace("doorway", "stream").replace("Stop.", "They all {sane} want {other} it.") + "        params: {host: des}\n"
    result = parsed(HEAD + "cast: [des]\n" + shot)
    assert [str(item) for item in result.findings] == [
        "film.yaml:12:28: warning: shot 'door': scene 'stream' does nothing on {sane}; did you mean {same}?"
    ]
    assert result.storyboard is not None
    assert parsed(HEAD + "cast: [des]\n" + shot + "        sounds: [{sound: lid, at: sane}]\n").findings == ()


def test_a_film_has_an_end(parsed: Parse) -> None:
    shot = "      - {id: s, scene: doorway, seconds: 2}\n"
    (finding,) = parsed(HEAD + "chapters:\n  - title: Long\n    shots:\n" + shot * 2001).findings
    assert (finding.code, finding.place.line) == ("too-many-shots", 2008)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_windows_line_ends_change_no_place(ending: str, parsed: Parse) -> None:
    text = (HEAD + SHOT + "        mood: grove\n").replace("\n", ending)
    assert [str(item.place) for item in parsed(text).findings] == ["film.yaml:12:15"]


def test_reading_tells_what_is_wrong_with_the_bytes(tmp_path: Path, campaign: Campaign) -> None:
    (tmp_path / "film.yaml").write_bytes(b"\xff\xfea\0")
    assert [item.code for item in read(tmp_path / "film.yaml", "film.yaml", campaign=campaign).findings] == ["utf-16"]
    (tmp_path / "film.yaml").write_bytes(b"\xef\xbb\xbf" + (HEAD + SHOT).encode())
    assert read(tmp_path / "film.yaml", "film.yaml", campaign=campaign).storyboard is not None
