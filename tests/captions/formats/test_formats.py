"""Caption files: what is written is read back, by us and by others, and broken files are refused at their line."""

from __future__ import annotations

import pysubs2
import pytest
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import cue_lists, timelines

from animkit import frames
from animkit.captions.cue import Cue
from animkit.captions.formats import FORMATS, READERS, srt, vtt
from animkit.findings import Refused

FEW = settings(max_examples=60, deadline=None)
RATES = st.sampled_from([24, 25, 30, 50, 60])
LANGUAGES = st.sampled_from(["en-GB", "cy", "ar", "ur"])

DES = Cue(
    start=25,
    end=75,
    rows=("I believe you. I'm glad", "you told me."),
    shot="believed",
    line_id="believed.1",
    speaker="Grandad Des",
    labelled=True,
)
HUM = Cue(start=80, end=110, rows=("[a low hum]",), shot="threat", is_sound=True)


@FEW
@given(cue_lists(), RATES, LANGUAGES)
def test_webvtt_round_trips(cues, fps, language):
    assert vtt.read(vtt.write(cues, fps, language), fps) == cues


@FEW
@given(cue_lists(), RATES, LANGUAGES)
def test_subrip_round_trips_but_for_voices(cues, fps, language):
    assert srt.read(srt.write(cues, fps, language), fps) == tuple(map(srt.shown, cues))


@given(timelines(most_shots=2), RATES)
@settings(max_examples=10, deadline=None)
def test_chapters_round_trip(timeline, fps):
    assert vtt.read_chapters(vtt.write_chapters(timeline.chapters, fps), fps) == timeline.chapters


def test_webvtt_reads_well():
    assert vtt.write([DES, HUM], 25, "en-GB") == (
        "WEBVTT\n\n"
        "1 believed believed.1\n00:00:01.000 --> 00:00:03.000\n"
        "<v Grandad Des>Grandad Des: I believe you. I'm glad\nyou told me.</v>\n\n"
        "2 threat\n00:00:03.200 --> 00:00:04.400\n[a low hum]\n"
    )


def test_subrip_reads_well():
    assert srt.write([DES, HUM], 25, "en-GB") == (
        "1\n00:00:01,000 --> 00:00:03,000\nGrandad Des: I believe you. I'm glad\nyou told me.\n\n"
        "2\n00:00:03,200 --> 00:00:04,400\n[a low hum]\n"
    )


def test_markup_in_words_is_escaped_and_names_too():
    cue = Cue(start=0, end=25, rows=("1 < 2 & 3 > 2",), shot="a", line_id="a.1", speaker="R&B <3>")
    assert "<v R&amp;B &lt;3&gt;>1 &lt; 2 &amp; 3 &gt; 2</v>" in vtt.write([cue], 25, "en-GB")


def test_rows_that_run_from_right_to_left_say_so():
    cue = Cue(start=0, end=25, rows=("مرحبا.",), shot="a", line_id="a.1")
    for write in FORMATS.values():
        assert "\n\u202bمرحبا.\u202c\n" in write([cue], 25, "ar")
        assert "\u202b" not in write([cue], 25, "en-GB")


def test_descriptions_stand_in_their_own_file():
    text = vtt.write_descriptions([(0, 50, "Fast & close: <arrows> crowd her in.")], 25, "en-GB")
    assert text == "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\nFast &amp; close: &lt;arrows&gt; crowd her in.\n"


@given(cue_lists(), RATES)
@settings(max_examples=30, deadline=None)
def test_webvtt_py_reads_the_same(cues, fps):
    read = list(webvtt.from_string(vtt.write(cues, fps, "en-GB")))
    assert [(c.start, c.end) for c in read] == [tuple(vtt.span(cue.start, cue.end, fps, ".").split(" --> ")) for cue in cues]


@given(cue_lists(), RATES)
@settings(max_examples=30, deadline=None)
def test_pysubs2_reads_the_same_times(cues, fps):
    read = pysubs2.SSAFile.from_string(srt.write(cues, fps, "en-GB"), format_="srt")
    assert [(e.start, e.end) for e in read] == [(frames.milliseconds(c.start, fps), frames.milliseconds(c.end, fps)) for c in cues]


GOOD_VTT = vtt.write([DES, HUM], 25, "en-GB")
GOOD_SRT = srt.write([DES, HUM], 25, "en-GB")


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("vtt", GOOD_VTT.replace("WEBVTT\n", "WEBVTT\nLanguage: en-GB\n"), 1),
        ("vtt", GOOD_VTT.removeprefix("WEBVTT\n\n"), 1),
        ("vtt", "", 0),
        ("vtt", GOOD_VTT.replace("00:00:01.000", "00:00:01,000"), 4),
        ("vtt", GOOD_VTT.replace("00:00:01.000", "0:00:01.000"), 4),
        ("vtt", GOOD_VTT.replace("00:00:01.000", "00:00:09.000"), 4),
        ("vtt", GOOD_VTT.replace("00:00:01.000", "00:60:01.000"), 4),
        ("vtt", GOOD_VTT.replace("-->", "->"), 4),
        ("vtt", GOOD_VTT.replace("\n\n2", "\n\n\n2"), 8),
        ("vtt", GOOD_VTT.replace("I believe", "<b>I</b> believe"), 5),
        ("vtt", GOOD_VTT.replace("1 believed believed.1\n", ""), 4),
        ("vtt", GOOD_VTT.replace("\n", "\r\n"), 0),
        ("vtt", GOOD_VTT.rstrip("\n"), 0),
        ("srt", GOOD_SRT.replace("00:00:01,000", "00:00:01.000"), 2),
        ("srt", GOOD_SRT.replace("\n2\n", "\n3\n"), 6),
        ("srt", GOOD_SRT.replace("[a low hum]\n", ""), 6),
        ("srt", "\n" + GOOD_SRT, 1),
    ],
)
def test_a_broken_file_is_refused_at_its_line(kind, text, line):
    with pytest.raises(Refused) as refusal:
        READERS[kind](text, 25, "knock.vtt")
    (finding,) = refusal.value.findings
    assert (finding.code, finding.place.path, finding.place.line) == ("caption-file", "knock.vtt", line)
