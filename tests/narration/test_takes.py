import json
import wave

import numpy as np
import pytest

from animkit.findings import Refused
from animkit.narration.decode import decode
from animkit.narration.session import Narration, narrate
from animkit.narration.takes import opus, record

TEXT = "Real friends are not in a hurry."


def as_release(narration):
    """A draft's takes, as if the release's voice had spoken them: it takes half a minute to load, and only its name matters here."""
    from dataclasses import replace

    takes = {name: replace(take, source=f"synthetic: kokoro/{narration.lines[name].voice}@00") for name, take in narration.takes.items()}
    return replace(narration, takes=takes)


@pytest.fixture
def spoken(project, store):
    def speak(*lines, draft=True) -> Narration:
        return narrate(lines, project=project, store=store, film="knock", draft=draft)

    return speak


@pytest.fixture
def folder(project):
    return project.root / "assets" / "takes" / "en-GB" / "knock"


def timing(take):
    return take.duration_ms, take.words, take.text_sha256, take.source


def test_a_kept_take_has_the_timing_it_was_spoken_with(spoken, project, line, folder):
    narration = as_release(spoken(line()))
    (path,) = record("knock", narration, project, "en-GB")
    assert path == folder / "no-hurry.1.opus"
    again = spoken(line(), draft=False)
    assert timing(again.takes["no-hurry.1"]) == timing(narration.takes["no-hurry.1"])
    assert (again.spoken, again.recorded, again.findings) == (0, 1, ())


def test_a_kept_take_sounds_as_it_was_spoken(spoken, project, line):
    narration = as_release(spoken(line()))
    (path,) = record("knock", narration, project, "en-GB")
    with wave.open(str(narration.takes["no-hurry.1"].audio)) as file:
        original = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32767
    kept = decode(path.read_bytes()).samples
    assert len(kept) == len(original)
    assert np.corrcoef(kept, original)[0, 1] > 0.98


def test_the_same_take_is_kept_as_the_same_bytes(spoken, project, line, folder):
    narration = as_release(spoken(line()))
    record("knock", narration, project, "en-GB")
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.unlink()
    record("knock", narration, project, "en-GB")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert b"Lavc" not in b"".join(first.values())


def test_what_is_kept_already_is_left_alone(spoken, project, line):
    record("knock", as_release(spoken(line())), project, "en-GB")
    assert record("knock", spoken(line(), draft=False), project, "en-GB") == ()


def test_an_edited_line_replaces_its_take_alone(spoken, project, line, folder):
    other = line("Tell an adult.", line_id="b.1")
    record("knock", as_release(spoken(line(), other)), project, "en-GB")
    kept = (folder / "b.1.opus").read_bytes()
    narration = as_release(spoken(line("Real friends can wait."), other))
    assert [path.name for path in record("knock", narration, project, "en-GB")] == ["no-hurry.1.opus"]
    assert (folder / "b.1.opus").read_bytes() == kept
    assert json.loads((folder / "no-hurry.1.json").read_text("utf-8"))["text"] == "Real friends can wait."


def test_takes_of_lines_that_are_gone_are_removed_and_a_persons_stay(spoken, project, line, keep, folder):
    record("knock", as_release(spoken(line())), project, "en-GB")
    keep("en-GB/knock/gone.1.wav", b"a", source="human: Jo", text="Gone.")
    record("knock", as_release(spoken(line("Stop.", line_id="b.1"))), project, "en-GB")
    assert sorted(path.name for path in folder.iterdir()) == ["b.1.json", "b.1.opus", "gone.1.json", "gone.1.wav"]


def test_a_take_that_moved_is_kept_under_its_new_name(spoken, project, line, folder):
    record("knock", as_release(spoken(line())), project, "en-GB")
    renamed = line(line_id="true-friends.1")
    assert [path.name for path in record("knock", spoken(renamed, draft=False), project, "en-GB")] == ["true-friends.1.opus"]
    assert sorted(path.name for path in folder.iterdir()) == ["true-friends.1.json", "true-friends.1.opus"]
    assert spoken(renamed, draft=False).findings == ()


def test_a_persons_sidecar_is_never_overwritten(spoken, project, line, keep, folder):
    keep("en-GB/knock/no-hurry.1.wav", b"a", source="human: Jo", text="Old words.")
    record("knock", as_release(spoken(line())), project, "en-GB")
    assert json.loads((folder / "no-hurry.1.json").read_text("utf-8"))["source"] == "human: Jo"
    assert spoken(line(), draft=False).recorded == 1


def test_a_drafts_voice_is_not_kept(spoken, project, line, folder):
    with pytest.raises(Refused, match="draft"):
        record("knock", spoken(line()), project, "en-GB")
    assert not folder.exists()


@pytest.mark.parametrize("length_ms", [33, 500, 501, 1234, 3000])
def test_opus_gives_every_sample_back(length_ms):
    sound = (0.3 * np.sin(np.arange(length_ms * 48) * 2 * np.pi * 300 / 48_000)).astype(np.float32)
    data = opus(sound)
    assert data == opus(sound)
    assert len(decode(data).samples) == len(sound)
    assert len(data) < 1_500 + length_ms * 10
