"""From storyboard and timeline to tasks: what a picture depends on, and nothing more."""

from dataclasses import replace
from typing import Any

import pytest

from animkit import campaign as campaigns
from animkit.campaign.load import Campaign
from animkit.campaign.project import CHECKOUT, Project
from animkit.shots.model import ShotTask
from animkit.shots.tasks import shot_tasks
from animkit.storyboard.model import Chapter, Shot, Storyboard
from animkit.timing.timeline import Beat, PlacedTake, PlacedWord, Slot, Timeline

SCENES: dict[str, dict[str, Any]] = {
    "help-card": {"x-animkit-needs": ["help_routes"]},
    "door": {"x-animkit-needs": [], "properties": {"guest": {"type": "string", "default": "noor"}}},
}


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return campaigns.load(Project(CHECKOUT.resolve(), CHECKOUT.resolve()))


@pytest.fixture
def storyboard(campaign: Campaign) -> Storyboard:
    routes = tuple(route.id for route in campaign.help_routes[:2])
    shots = (
        Shot(id="hello", scene="door", params={"guest": "maya", "friends": [{"who": "des"}], "text": "Hello"}),
        Shot(id="help", scene="help-card"),
        Shot(id="call", scene="door", params={"route": routes[1]}),
    )
    chapters = (Chapter(title="All", shots=shots),)
    return Storyboard(version=1, title="T", band="11-14", review_by="2027-05-01", cast=("maya", "des"), help=routes, chapters=chapters)


def take(speaker: str, source: str = "synthetic: kokoro/bm_george@1") -> PlacedTake:
    words = (PlacedWord(text="Come", start_ms=2050, end_ms=2130), PlacedWord(text="in", start_ms=2200, end_ms=2300))
    return PlacedTake(
        line_id="help.1", shot="help", speaker=speaker, text="Come in", start=51, end=58, audio_sha256="0", source=source, words=words
    )


@pytest.fixture
def timeline() -> Timeline:
    slots = (
        Slot(shot="hello", start=0, frames=50, handle_out=5),
        Slot(shot="help", start=50, frames=250, handle_in=5),
        Slot(shot="call", start=300, frames=40),
    )
    beats = (Beat(shot="hello", name="open", frame=12), Beat(shot="help", name="open", frame=75))
    return Timeline(fps=25, frames=340, slots=slots, takes=(take("des"),), beats=beats)


Tasks = dict[str, ShotTask]


def tasks_of(storyboard: Storyboard, timeline: Timeline, campaign: Campaign) -> Tasks:
    return {task.shot: task for task in shot_tasks(storyboard, timeline, campaign, scenes=SCENES, size=(640, 360))}


def test_a_task_counts_from_its_own_first_frame(storyboard: Storyboard, timeline: Timeline, campaign: Campaign) -> None:
    tasks = tasks_of(storyboard, timeline, campaign)
    assert list(tasks) == ["hello", "help", "call"]
    help_task = tasks["help"]
    assert (help_task.frames, help_task.handle_in, help_task.handle_out, help_task.fps) == (250, 5, 0, 25)
    assert (help_task.width_px, help_task.height_px) == (640, 360)
    assert help_task.beats == {"open": 25}
    assert [(word.text, word.start, word.end) for word in help_task.words] == [("Come", 1, 4), ("in", 5, 8)]


def test_a_task_has_the_people_and_routes_that_it_names_and_no_others(
    storyboard: Storyboard, timeline: Timeline, campaign: Campaign
) -> None:
    tasks = tasks_of(storyboard, timeline, campaign)
    assert set(tasks["hello"].cast) == {"maya", "des"}
    assert set(tasks["help"].cast) == {"des"}, "who speaks in it"
    assert set(tasks["call"].cast) == {"noor"}, "the guest whom the scene takes where none is named"
    assert "voice" not in tasks["hello"].cast["des"]
    assert [route["id"] for route in tasks["help"].help_routes] == list(storyboard.help)
    assert [route["id"] for route in tasks["call"].help_routes] == [storyboard.help[1]]
    assert tasks["hello"].help_routes == ()


@pytest.mark.parametrize(
    ("speaker", "source", "moves"),
    [
        ("des", "synthetic: kokoro/bm_george@1", True),
        ("des", "human: Ann", True),
        ("maya", "synthetic: kokoro/bf_emma@1", False),
        ("maya", "human: Ann", True),
        ("narrator", "human: Ann", False),
    ],
)
def test_a_childs_mouth_moves_only_to_a_persons_voice_and_the_narrators_never(
    storyboard: Storyboard, timeline: Timeline, campaign: Campaign, speaker: str, source: str, moves: bool
) -> None:
    spoken = replace(timeline, takes=(take(speaker, source),))
    assert bool(tasks_of(storyboard, spoken, campaign)["help"].words) is moves


def test_moving_a_shot_or_changing_another_changes_no_task(storyboard: Storyboard, timeline: Timeline, campaign: Campaign) -> None:
    before = tasks_of(storyboard, timeline, campaign)
    later = replace(
        timeline,
        slots=tuple(replace(slot, start=slot.start + 100) for slot in timeline.slots),
        beats=tuple(replace(beat, frame=beat.frame + 100) for beat in timeline.beats),
        takes=tuple(
            replace(
                take,
                words=tuple(PlacedWord(text=word.text, start_ms=word.start_ms + 4000, end_ms=word.end_ms + 4000) for word in take.words),
            )
            for take in timeline.takes
        ),
    )
    assert tasks_of(storyboard, later, campaign) == before
    hello, *others = storyboard.chapters[0].shots
    edited = replace(storyboard, chapters=(Chapter(title="All", shots=(replace(hello, params={"guest": "otis"}), *others)),))
    after = tasks_of(edited, timeline, campaign)
    assert {shot for shot in before if before[shot] != after[shot]} == {"hello"}


def test_the_narrators_words_draw_nothing_anew(storyboard: Storyboard, timeline: Timeline, campaign: Campaign) -> None:
    one = tasks_of(storyboard, replace(timeline, takes=(take("narrator"),)), campaign)
    other = tasks_of(storyboard, replace(timeline, takes=(replace(take("narrator"), text="Other words", words=()),)), campaign)
    assert one == other


def test_a_task_survives_json(storyboard: Storyboard, timeline: Timeline, campaign: Campaign) -> None:
    for task in tasks_of(storyboard, timeline, campaign).values():
        assert ShotTask.from_json(task.as_json()).as_json() == task.as_json()


def test_a_shot_without_words_is_the_same_in_every_language(storyboard: Storyboard, timeline: Timeline, campaign: Campaign) -> None:
    welsh = shot_tasks(replace(storyboard, language="cy", band="8-10"), timeline, campaign, scenes=SCENES)
    assert welsh == shot_tasks(storyboard, timeline, campaign, scenes=SCENES)
