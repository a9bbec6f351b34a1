"""Words that cannot be read and pictures that stand still, drawn for real and judged from their pixels."""

from dataclasses import replace

import numpy as np
import pytest
from gate_helpers import ask, calm, codes, grey, ruled
from small_films import film as board_of
from small_films import planned, shot
from strategies import campaign

from animkit.campaign.project import CHECKOUT, Project
from animkit.gate.measure.drawn import frames_for
from animkit.gate.measure.letters import measured
from animkit.gate.measure.still import Liveliest, still_stretches
from animkit.shots.model import Acted, Clip, DrawnText, ShotTask
from animkit.store import Store

SCENE = '''"""Words in bad places, over a picture that does not move."""

from manim import Rectangle

from animkit.drawing.layout import px
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene


class BadWords(ShotScene):
    """Four texts: a good one, one on a ground that it did not declare, one half covered, one at the edge."""

    def construct(self):
        ground = Rectangle(width=16, height=9, fill_color="#FFF7EB", fill_opacity=1, stroke_width=0)
        grey = Rectangle(width=6, height=1.2, fill_color="#8A8A8A", fill_opacity=1, stroke_width=0).move_to([-3, 0, 0])
        good, pale, hidden, edge = (words(text, "label", colour="ink", ground="paper") for text in ("Good", "Pale", "Hidden", "Edge"))
        good.move_to([-3, 2.5, 0])
        pale.move_to([-3, 0, 0])
        hidden.move_to([-3, -2.5, 0])
        edge.move_to([-6.25, 3.2, 0])
        lid = Rectangle(width=0.8, height=1, fill_color="#F7B93E", fill_opacity=1, stroke_width=0).move_to([-2.6, -2.5, 0])
        self.add(ground, grey, good, pale, hidden, edge, lid)
'''


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The evidence parts of a film of one shot of that scene, four seconds long."""
    root = tmp_path_factory.mktemp("project")
    (root / "scenes").mkdir()
    (root / "scenes" / "bad_words.py").write_text(SCENE)
    timeline, _ = planned(shot("Stop.", name="first"), shot("You can stop.", name="bad", scene="bad-words", seconds=4.4))
    board = board_of(shot("Stop.", name="first"), shot("You can stop.", name="bad", scene="bad-words"))
    frames = timeline.slot("bad").frames
    task = ShotTask(shot="bad", scene="bad-words", params={}, frames=frames, fps=25, width_px=1920, height_px=1080, theme=campaign().theme)
    texts = tuple(
        DrawnText(text=text, box_px=(0, 0, 9, 9), size_px=size, colour="#191231", ground="#FFF7EB", first=0, last=frames - 1)
        for text, size in (("Good", 54.0), ("Pale", 54.0), ("Hidden", 54.0), ("Edge", 30.0), ("Source", 40.0))
    )
    clips = {"bad": Clip(shot="bad", key="k", pieces=(), texts=texts, acts=(Acted(who="maya", what="smiles", frame=20),))}
    return {
        "timeline": timeline,
        "storyboard": board,
        "campaign": campaign(),
        "tasks": (task,),
        "clips": clips,
        "project": Project(root, CHECKOUT),
        "store": Store(tmp_path_factory.mktemp("store")),
    }


def said(outcome):
    return {finding.what.partition("”")[0].lstrip("“"): finding.code for finding in outcome.findings}


def test_words_are_judged_by_the_ground_they_really_stand_on(film, drawn):
    outcome = ask("text-contrast", replace(film(calm(1)), **drawn))
    assert said(outcome) == {"Pale": "text-contrast"}
    assert "#191231 on #8A8A8A" in outcome.findings[0].what
    assert outcome.findings[0].shot == "bad"


def test_words_that_are_covered_or_reach_into_the_edge(film, drawn):
    outcome = ask("text-whole", replace(film(calm(1)), **drawn))
    found = {key.partition("of “")[2] or key: code for key, code in said(outcome).items()}
    assert found == {"Hidden": "text-cut", "Edge": "text-edge"}


def test_a_picture_that_stands_still_is_told_with_its_place(film, drawn):
    outcome = ask("still", replace(film(calm(1)), **drawn))
    assert codes(outcome) == ["still-picture"]
    start = drawn["timeline"].slot("bad").start
    assert outcome.findings[0].frame == start
    assert float(outcome.measured.split()[0]) > 3


def test_what_was_drawn_and_judged_once_is_not_drawn_again(film, drawn, monkeypatch):
    evidence = replace(film(calm(1)), **drawn)
    first = ask("still", evidence)
    monkeypatch.setattr("animkit.gate.measure.drawn.open_studio", None)
    assert ask("still", evidence) == first


def test_key_words_that_are_too_small_and_a_source_that_may_be(film, drawn):
    evidence = replace(film(calm(1)), **drawn)
    evidence.__dict__["facts"] = replace(evidence.facts, picture=replace(evidence.facts.picture, width_px=1920, height_px=1080))
    assert said(ask("text-size", evidence)) == {"Edge": "text-size"}


def test_nobody_acts_on_a_beat(film, drawn):
    evidence = replace(film(calm(1)), **drawn)
    assert codes(ask("acting", evidence)) == ["acting"]
    task = replace(drawn["tasks"][0], beats={"smile": 25})
    assert codes(ask("acting", replace(evidence, tasks=(task,)))) == []


def test_black_for_more_than_a_second(film):
    frames = calm(1) + [grey(0)] * 40 + calm(1)
    outcome = ask("black", film(frames))
    assert codes(outcome) == ["black-picture"]
    assert outcome.findings[0].frame == 25
    assert codes(ask("black", ruled(film(frames), "picture", black_longest_ms=2000))) == []


def test_still_stretches_are_found_where_they_are():
    samples = np.zeros((30, 20, 20, 3), np.uint8)
    for number in range(10):
        samples[number, :, number : number + 5] = 200
    samples[10:, :, 15:] = 90
    assert still_stretches(samples, share=0.005, levels=8, least=15) == ([(10, 29)], 19)


def test_a_slow_drift_moves_in_the_end():
    drift = np.repeat(np.arange(30, dtype=np.uint8), 100 * 3).reshape(30, 10, 10, 3)
    assert still_stretches(drift, share=0.005, levels=8, least=15) == ([], 8)


def test_contrast_of_black_on_white_is_twenty_one():
    bare = np.full((30, 60, 3), 255, np.uint8)
    words = bare.copy()
    words[10:20, 10:50] = 0
    row = {"box_px": [10, 10, 50, 20], "size_px": 10, "colour": "#000000"}
    found = measured(words, bare, words, row)
    assert (round(found.contrast, 1), found.shown_share, found.colour, found.ground) == (21.0, 1.0, "#000000", "#FFFFFF")


def test_words_are_looked_at_in_the_middle_of_their_stay():
    text = DrawnText(text="a", box_px=(0, 0, 1, 1), size_px=54, colour="", ground="", first=0, last=40)
    assert frames_for((text, text)) == [20, 30]


def test_a_shot_that_moves_far_more_than_breath_is_not_drawn_again(film, drawn, monkeypatch):
    monkeypatch.setattr("animkit.gate.measure.drawn.open_studio", None)
    slot = drawn["timeline"].slot("bad")
    frames = calm(drawn["timeline"].frames / 25)
    for number in range(slot.start, slot.end):
        frames[number][:] = 60 + 8 * (number % 20)
    outcome = ask("still", replace(film(frames), **drawn))
    assert (outcome.measured, codes(outcome)) == ("moves throughout", [])


def test_the_least_of_all_windows_is_told():
    follows = Liveliest(3, 8)
    for level in (0, 100, 0, 0, 0, 100):
        picture = np.zeros((10, 10, 3), np.uint8)
        picture[:5] = level
        follows.see(picture)
    assert follows.least == 0.0
    assert Liveliest(3, 8).least is None
