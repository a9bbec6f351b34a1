import pytest

from animkit.campaign.document import parse_document
from animkit.findings import Refused
from animkit.narration import pronunciation
from animkit.narration.pronunciation import concerning


def read(text):
    return pronunciation.read(parse_document(text, "pronunciation.yaml"))


def test_the_campaigns_own_list_is_in_the_voices_alphabet(library):
    entries = pronunciation.load(library)
    assert {"CEOP", "Childline", "Otis", "live"} <= {entry.word for entry in entries}


def test_a_sound_outside_the_alphabet_is_refused_where_it_stands():
    with pytest.raises(Refused) as refusal:
        read("pronunciation:\n  - {word: Otis, gb: ˈQtɪs, us: ˈOTɪs}\n  - {word: Noor, gb: nʊr, us: n}\n")
    assert [(finding.code, finding.place.line) for finding in refusal.value.findings] == [("unknown-sound", 3), ("unknown-sound", 3)]


def test_a_project_adds_to_the_library_and_comes_first(project, library):
    path = project.root / "assets" / "pronunciation.yaml"
    path.parent.mkdir()
    path.write_text("pronunciation:\n  - {word: Otis, gb: ˈQtɪz, us: ˈOTɪz}\n", "utf-8")
    entries = pronunciation.load(project)
    assert entries[0].gb == "ˈQtɪz"
    assert entries[1:] == pronunciation.load(library)


def test_capitals_count_only_where_the_entry_has_some():
    (name,) = read("pronunciation:\n  - {word: Des, gb: dˈɛz, us: dˈɛz}\n")
    (word,) = read("pronunciation:\n  - {word: live, gb: lˈIv, us: lˈIv, before: [stream]}\n")
    assert (name.fits("Des", "", ""), name.fits("des", "", "")) == (True, False)
    assert (word.fits("Live", "", "Stream"), word.fits("live", "", "here")) == (True, False)


def test_only_entries_whose_word_is_said_concern_a_line(library):
    entries = pronunciation.load(library)
    assert {entry.word for entry in concerning(entries, "Otis tells her.")} == {"Otis"}
