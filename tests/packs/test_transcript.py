"""Transcript and descriptions."""

from __future__ import annotations

from hypothesis import given, settings
from small_films import film, shot, takes
from strategies import campaign, films, spoken_lines

from animkit.captions.described import descriptions, quiet
from animkit.packs.transcript import transcript_html, transcript_text
from animkit.storyboard.model import Line, Pause, Sound
from animkit.timing.plan import plan

SHOTS = [
    shot(
        "Maya {drums} drums.",
        name="first",
        mood="groove",
        description="A room.  Its door\nis green.",
        sounds=(Sound(sound="tap", at="drums"),),
    ),
    shot(
        Line(text="I believe you & you.", speaker="noor"),
        name="second",
        description="Noor <nods>.",
        pause=Pause(question="What changed?", minutes=3, who="In pairs"),
    ),
]


def timed(*made, **more):
    storyboard = film(*made, **more)
    return plan(storyboard, takes(storyboard), campaign())[0], storyboard


def test_the_text_has_all_that_is_said_heard_and_seen():
    assert transcript_text(*timed(*SHOTS, summary="Two friends drum.")) == (
        "Knock\n\nTwo friends drum.\n\n"
        "What is said stands after the speaker’s name. What is heard stands in [brackets]. What is seen is marked “Seen”.\n\n"
        "Live (0:00)\n-----------\n\n"
        "[bucket drumming]\n\nSeen: A room. Its door is green.\n\nNarrator: Maya drums.\n\n[a tap]\n\n"
        "Miss Noor: I believe you & you.\n\nSeen: Noor <nods>.\n\nPause: What changed? (3 minutes. In pairs.)\n"
    )


def test_the_page_escapes_words_and_has_a_heading_for_each_chapter():
    page = transcript_html(*timed(*SHOTS), campaign().theme)
    assert "<b>Miss Noor:</b> I believe you &amp; you." in page
    assert "Noor &lt;nods&gt;." in page
    assert page.count("<h1>") == page.count("<h2 id=") == 1
    assert '<html lang="en-GB">' in page


def test_it_is_stamped_until_its_routes_are_confirmed():
    stamp = "Draft: help routes not yet confirmed"
    assert stamp in transcript_html(*timed(*SHOTS), campaign().theme, unconfirmed=True)
    assert stamp not in transcript_html(*timed(*SHOTS), campaign().theme)


def test_a_language_that_runs_from_right_to_left_says_so():
    assert '<html lang="ur" dir="rtl">' in transcript_html(*timed(*SHOTS, language="ur"), campaign().theme)


@given(films())
@settings(max_examples=15, deadline=None)
def test_every_line_is_in_the_transcript_and_no_description_is_over_speech(drawn):
    storyboard, found = drawn
    timeline, _ = plan(storyboard, found, campaign(), lines=spoken_lines(storyboard))
    text = transcript_text(timeline, storyboard)
    assert all(f": {take.text}\n" in text for take in timeline.takes)
    described = descriptions(timeline, storyboard)
    assert len(described) == sum(bool(shot.description) for shot in storyboard.shots())
    for start, end, _ in described:
        assert 0 <= start < end <= timeline.frames
        assert all(take.end <= start or take.start >= end for take in timeline.takes)


def test_the_longest_quiet_is_found():
    timeline, _ = timed(shot("Maya drums.", Line(text="Otis films.", gap=3.0), name="first", seconds=2))
    assert quiet(timeline, "first") == (32, 32 + 75)


def test_no_reader_is_shut_out(browser, axe, tmp_path):
    (tmp_path / "transcript.html").write_text(transcript_html(*timed(*SHOTS), campaign().theme), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((tmp_path / "transcript.html").as_uri())
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
