"""One storyboard goes the whole way to a film that plays; what did not change is not made again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from animkit.film.probe import probe
from animkit.findings import ExitCode, Refused
from animkit.production import Settings, build, verify
from animkit.production.report import Report
from animkit.store import sha256_file

First = tuple[Settings, Report]


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256_file(path) for path in sorted(folder.iterdir()) if path.is_file()}


def edit(settings: Settings, old: str, new: str) -> None:
    text = settings.storyboard.read_text()
    assert old in text
    settings.storyboard.write_text(text.replace(old, new))


def test_the_film_has_picture_voice_captions_and_chapters(first: First) -> None:
    facts = probe(first[1].folder / "sample.mp4")
    assert facts.sound is not None
    assert facts.caption_languages == ("eng",)
    assert facts.chapters == ("The start", "Help")


def test_everything_that_design_promises_lies_beside_it(first: First) -> None:
    assert set(hashes(first[1].folder)) >= {
        "sample.mp4",
        "sample-captioned.mp4",
        "sample.en-GB.vtt",
        "sample.en-GB.srt",
        "sample-chapters.en-GB.vtt",
        "sample-descriptions.en-GB.vtt",
        "sample.transcript.html",
        "sample.transcript.txt",
        "timeline.json",
        "exposure-sheet.html",
        "poster.png",
        "manifest.json",
    }


def test_nothing_half_made_is_left(first: First) -> None:
    root = first[0].storyboard.parent.parent
    assert not list(root.rglob("*.part"))
    assert not [path for path in (root / ".animkit" / "tmp").rglob("*") if path.is_file()]


def test_the_report_says_who_spoke_and_what_needs_a_person(first: First) -> None:
    text = first[1].as_text()
    assert "synthetic: hibari/heart" in text
    assert "still needs a person" in text


def test_building_again_draws_speaks_and_mixes_nothing(copy: Settings, first: First) -> None:
    before = hashes(first[1].folder)
    work = build(copy).work
    assert (work.shots_drawn, work.frames_drawn, work.lines_spoken, work.sound_mixed) == (0, 0, 0, False)
    assert hashes(copy.storyboard.parent.parent / "build" / "sample") == before


@pytest.mark.slow
def test_another_place_store_and_number_of_jobs_give_the_same_bytes(first: First, tmp_path: Path) -> None:
    settings = replace(first[0], out=tmp_path / "elsewhere", store=tmp_path / "store", jobs=1)
    build(settings)
    assert hashes(tmp_path / "elsewhere") == hashes(first[1].folder)


def test_one_word_speaks_one_line_and_draws_one_shot(copy: Settings) -> None:
    edit(copy, "In danger, call", "In danger, ring")
    work = build(copy).work
    assert work.lines_spoken == 1
    assert (work.shots_drawn, work.shots_from_store) == (1, 1)


def test_a_description_draws_nothing(copy: Settings) -> None:
    edit(copy, "description: A green door.", "description: A green door, ajar.")
    work = build(copy).work
    assert (work.lines_spoken, work.shots_drawn, work.sound_mixed) == (0, 0, False)


def test_a_refused_storyboard_leaves_the_last_good_film(copy: Settings) -> None:
    folder = copy.storyboard.parent.parent / "build" / "sample"
    before = hashes(folder)
    edit(copy, "scene: help-card", "scene: help-crad")
    with pytest.raises(Refused) as refusal:
        build(copy)
    assert refusal.value.exit_code == ExitCode.REFUSED
    (finding,) = (one for one in refusal.value.findings if one.code == "unknown-scene")
    assert "did you mean 'help-card'" in str(finding)
    assert hashes(folder) == before


def test_a_new_scene_needs_no_other_file(copy: Settings) -> None:
    scene = copy.storyboard.parent.parent / "scenes" / "plain_wall.py"
    scene.parent.mkdir()
    scene.write_text(
        '"""A plain wall with one word."""\n'
        "from dataclasses import dataclass\n"
        "from animkit.drawing.params import OnScreenText\n"
        "from animkit.drawing.type import words\n"
        "from animkit.drawing.motion.moves import Appear\n"
        "from animkit.drawing.rooms import room\n"
        "from animkit.shots.scene import ShotScene\n\n\n"
        "class PlainWall(ShotScene):\n"
        '    """A wall and a word."""\n\n'
        "    @dataclass(frozen=True, kw_only=True)\n"
        "    class Params:\n"
        '        """What it is told."""\n\n'
        '        word: OnScreenText = "Help"\n\n'
        "    def construct(self):\n"
        '        place = room("stream")\n'
        '        word = words(self.params.word, "headline", colour="white", ground="dusk")\n'
        "        self.add(place.back, place.front)\n"
        '        self.at("help", Appear(word))\n'
    )
    edit(copy, "scene: title", "scene: plain-wall")
    report = build(replace(copy, only=("note",)))
    assert report.work.shots_drawn == 1
    assert (report.folder / "shots" / "note.mp4").is_file()


def test_a_storyboard_saved_meanwhile_is_told_and_the_manifest_names_what_was_built(copy: Settings) -> None:
    before = sha256_file(copy.storyboard)
    edited: list[str] = []

    def save_another(*_: object) -> None:
        if not edited:
            edit(copy, "title: Sample", "title: Another")
            edited.append("yes")

    report = build(copy, progress=save_another)
    assert report.title == "Sample"
    (found,) = [finding for finding in report.findings if finding.code == "changed-meanwhile"]
    assert "'storyboards/sample.yaml' was saved while the film was being made" in found.what
    assert json.loads((report.folder / "manifest.json").read_bytes())["inputs"]["storyboards/sample.yaml"] == before


def test_a_manifest_names_no_place_on_this_machine(first: First) -> None:
    text = (first[1].folder / "manifest.json").read_text()
    places = {finding["place"]["path"] for finding in json.loads(text)["findings"]}
    assert places <= {"", "library:assets/help-routes.yaml", "storyboards/sample.yaml"}
    assert str(first[0].storyboard.parent.parent) not in text


def test_only_one_shot_never_touches_the_film(copy: Settings) -> None:
    folder = copy.storyboard.parent.parent / "build" / "sample"
    before = hashes(folder)
    report = build(replace(copy, only=("note",)))
    assert [made.path.name for made in report.made] == ["note.mp4"]
    assert hashes(folder) == before


def test_only_a_shot_that_there_is(copy: Settings) -> None:
    with pytest.raises(Refused, match="names no shot 'nowhere'"):
        build(replace(copy, only=("nowhere",)))


def test_verify_finds_one_flipped_byte(copy: Settings) -> None:
    folder = copy.storyboard.parent.parent / "build" / "sample"
    assert verify(folder).findings == ()
    film = folder / "sample.mp4"
    data = bytearray(film.read_bytes())
    data[len(data) // 2] ^= 1
    film.write_bytes(data)
    (finding,) = verify(folder).findings
    assert "sample.mp4" in finding.what


def test_verify_names_a_missing_paper(copy: Settings) -> None:
    folder = copy.storyboard.parent.parent / "build" / "sample"
    (folder / "sample.en-GB.vtt").unlink()
    (finding,) = verify(folder).findings
    assert "sample.en-GB.vtt" in finding.what


def test_a_caption_text_alone_draws_nothing(copy: Settings) -> None:
    edit(
        copy,
        "text: In danger, call {emergency-999} 999.",
        'text: In danger, ring 999.\n            say: "In danger, call {emergency-999} 999."',
    )
    # A synthetic voice may be asked anew, because it speaks no faster than the caption can be read; a take that is kept is not.
    assert build(copy).work.shots_drawn == 0
    assert "In danger, ring 999." in (copy.storyboard.parent.parent / "build" / "sample" / "sample.en-GB.vtt").read_text()


def test_a_build_says_why_it_draws_what_it_draws(copy: Settings) -> None:
    edit(copy, "people: [nan, pia]", "people: [pia, nan]")
    report = build(replace(copy, why=True))
    assert report.why == {"note": (), "help-card": ("what its scene is told: people[0] nan -> pia, people[1] pia -> nan",)}
    assert "note: from the store" in report.as_text()
    assert build(copy).why == {}
