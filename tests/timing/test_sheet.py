"""The exposure sheet: a person finds every frame on it."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from small_films import film, planned, shot, takes
from strategies import campaign, films, spoken_lines

from animkit.storyboard.model import Dissolve, Line, Pause, Sound
from animkit.timing.exposure import sheets
from animkit.timing.plan import plan
from animkit.timing.sheet import exposure_sheet_html, exposure_sheet_text

SHOTS = [
    shot("Maya {drums} drums.", name="first", mood="groove", sounds=(Sound(sound="tap", at="drums"),)),
    shot(
        Line(text="I believe you & you.", speaker="noor"),
        name="second",
        transition=Dissolve(dissolve=0.4),
        pause=Pause(question="What <changed>?", minutes=1, who="In pairs"),
    ),
]


def timed(*made):
    storyboard = film(*made)
    return plan(storyboard, takes(storyboard), campaign())[0], storyboard


def test_the_text_says_what_happens_on_which_frame():
    assert exposure_sheet_text(*timed(*SHOTS)).splitlines() == [
        "Knock: 0:07:16 (minutes, seconds, frames), 191 frames at 25 a second, 2 shots",
        "",
        "== Live ==",
        "",
        "first (stream): 91 frames, 3.64 s, groove",
        "      0   0:00:00     +0  The film begins; music groove",
        "     32   0:01:07    +32  Narrator: Maya drums. (until 52)",
        "     42   0:01:17    +42  beat drums on “drums.”; sound tap [a tap]",
        "",
        "second (stream): 100 frames, 4.00 s, groove",
        "     91   0:03:16     +0  Dissolve of 10 frames (0.40 s)",
        "    103   0:04:03    +12  Miss Noor: I believe you & you. (until 153)",
        "    190   0:07:15    +99  Pause, 1 minute, in pairs: What <changed>?",
    ]


def test_the_page_escapes_words_and_heads_every_column_and_shot():
    page = exposure_sheet_html(*timed(*SHOTS))
    assert "What &lt;changed&gt;?" in page
    assert "I believe you &amp; you." in page
    assert page.count('<th scope="rowgroup" rowspan="3">') == 2
    assert page.count('scope="col"') == 8
    assert '<html lang="en-GB">' in page
    assert "http" not in page.replace("http-equiv", "")


class Balance(HTMLParser):
    """Tags that are open, and what closed out of order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong = [], []
        self.feed(text)

    def handle_starttag(self, tag, _attrs):
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        """It is closed already."""

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@given(films())
@settings(max_examples=10, deadline=None)
def test_every_beat_take_and_sound_is_on_the_sheet(drawn):
    storyboard, found = drawn
    timeline, _ = plan(storyboard, found, campaign(), lines=spoken_lines(storyboard))
    rows = [row for sheet in sheets(timeline, storyboard) for row in sheet.rows]
    assert sum(len(row.beats) for row in rows) == len(timeline.beats)
    assert sum(len(row.sounds) for row in rows) == len(timeline.sounds)
    assert {take.start for take in timeline.takes} <= {row.frame for row in rows if row.words}
    assert [row.frame for row in rows] == sorted(row.frame for row in rows)
    balance = Balance(exposure_sheet_html(timeline, storyboard))
    assert (balance.open, balance.wrong) == ([], [])


def test_a_locked_film_says_so():
    timeline, storyboard = timed(*SHOTS)
    locked, _ = plan(storyboard, takes(storyboard), campaign(), lock=timeline)
    assert "picture locked" in exposure_sheet_text(locked, storyboard)
    assert planned(*SHOTS)[0] == timeline
