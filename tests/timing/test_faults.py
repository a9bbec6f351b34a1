"""What cannot be timed as it is written, with its place."""

from __future__ import annotations

import pytest
from small_films import At, codes, film, planned, shot, take
from strategies import campaign

from animkit.findings import Severity
from animkit.narration.lines import spoken_lines
from animkit.storyboard.model import Dissolve
from animkit.timing.plan import plan

MELT = Dissolve(dissolve=2.0)


@pytest.mark.parametrize(
    ("code", "place", "shots"),
    [
        ("no-length", "stream", [shot()]),
        ("shot-too-short", "stream.seconds", [shot(seconds=0.9)]),
        ("dissolve-too-long", "stream.seconds", [shot("One."), *[shot(name="stream", seconds=2.0, transition=MELT)]]),
        ("dissolve-from-nothing", "stream.transition", [shot("One.", transition=MELT)]),
        ("unknown-mood", "stream.mood", [shot("One.", mood="groovy")]),
        ("routes-in-one-line", "stream.lines.0.text", [shot("Danger? 999. Childline, 0800 1111.")]),
    ],
)
def test_each_fault_is_found_at_its_place(code, place, shots):
    if len(shots) == 2:
        shots = [shot("One.", name="before"), shots[1], shot("One.", name="after", transition=MELT)]
    _, findings = planned(*shots)
    assert codes(findings) == [(code, place)]


def test_two_routes_in_a_line_are_a_warning():
    _, (finding,) = planned(shot("Danger? 999. Childline, 0800 1111."))
    assert finding.severity is Severity.WARNING
    assert "emergency-999, childline" in finding.what


def test_one_route_by_its_name_and_number_is_one():
    assert planned(shot("Childline is 0800 1111."))[1] == ()


def test_a_line_without_a_take_is_left_out_and_found():
    storyboard = film(shot("Maya drums.", "Otis films."))
    first, second = spoken_lines(storyboard, campaign())
    timeline, findings = plan(storyboard, {second.line_id: take(second)}, campaign(), marks=At())
    assert codes(findings) == [("no-take", "stream.lines.0.text")]
    assert [placed.line_id for placed in timeline.takes] == [second.line_id]
    assert first.line_id in findings[0].what


def test_a_take_with_too_few_words_cannot_carry_its_beats():
    storyboard = film(shot("You can end the {stream} stream."))
    (line,) = spoken_lines(storyboard, campaign())
    short = take(spoken_lines(film(shot("You can.")), campaign())[0])
    timeline, findings = plan(storyboard, {line.line_id: short}, campaign(), marks=At())
    assert codes(findings) == [("beat-without-word", "stream.lines.0.text")]
    assert timeline.beats_of("stream")["stream"] < timeline.frames
