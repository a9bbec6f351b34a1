"""A show for the player's tests: a planned film of four shots, three versions, and films to lie beside it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
from PIL import Image
from small_films import film, shot, takes
from strategies import campaign

from animkit.captions.cue import cues
from animkit.narration.described import description_lines
from animkit.narration.model import Take, Word
from animkit.packs.player import Captions, Playable, Route, Show
from animkit.storyboard.model import Chapter, Line, Pause, Sound, Storyboard
from animkit.timing.describing import Told, placed_at
from animkit.timing.holding import held
from animkit.timing.plan import plan
from animkit.timing.timeline import PlacedTake, Timeline

NOTES = "For the teacher alone."
LIVE = (
    shot("This film is about pressure. You can step out. It ends with help.", name="note", description="A green door."),
    shot(
        "Maya {drums} drums.",
        name="drums",
        sounds=(Sound(sound="tap", at="drums"),),
        pause=Pause(question="What changed <in> the comments?", minutes=3, who="In pairs", notes=NOTES),
    ),
)
HELP = (
    shot(Line(text="I believe you.", speaker="noor"), name="tell", pause=Pause(question="Who next?", minutes=1, who="All")),
    shot("It is never your fault.", name="help", description="An open door."),
)
HOLD = 25


def board() -> Storyboard:
    made = film(*LIVE, *HELP, summary="Two friends drum.", help=("childline", "ceop", "report-remove", "emergency-999"))
    return replace(made, chapters=(Chapter(title="Live", shots=LIVE), Chapter(title="Help & more", shots=HELP)))


def show(**more: object) -> Show:
    """The film, its described and its extended version."""
    story = board()
    timeline, _ = plan(story, takes(story, 300), campaign())
    longer = held(timeline, {"drums": HOLD})
    versions = (
        _playable("film", "small.mp4", timeline),
        _playable("described", "small-described.mp4", timeline, _described(story, timeline)),
        _playable("extended", "small-extended.mp4", longer, _described(story, longer)),
    )
    routes = [route for name in story.help if (route := campaign().help_route(name))]
    pictures = {"opening": _picture(), "pause-1": _picture(), "chapter-1": _picture(), "end": _picture()}
    values = {
        "board": story,
        "theme": campaign().theme,
        "versions": versions,
        "routes": tuple(Route(id=one.id, label=one.name, value=one.value, note=one.plain_line("11-14")) for one in routes),
        "unconfirmed": True,
        "pictures": pictures,
    }
    return Show(**(values | more))


def make_films(shown: Show, folder: Path) -> None:
    """The show's films, 160x90 px: each frame a flat grey of its own, and a soft tone."""
    for version in shown.versions:
        with av.open(str(folder / version.file), "w", options={"movflags": "+faststart"}) as container:
            video = container.add_stream("libx264", rate=25, options={"g": "10", "preset": "ultrafast"})
            video.width, video.height, video.pix_fmt = 160, 90, "yuv420p"
            audio = container.add_stream("aac", rate=48_000, layout="mono")
            for number in range(version.timeline.frames):
                picture = np.full((90, 160, 3), 40 + number % 160, np.uint8)
                container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            container.mux(video.encode(None))
            for at in range(0, version.timeline.frames * 1920, 1024):
                tone = 0.05 * np.sin(2 * np.pi * 220 * np.arange(at, at + 1024) / 48_000)
                frame = av.AudioFrame.from_ndarray(tone.astype(np.float32)[None], format="fltp", layout="mono")
                frame.sample_rate, frame.pts = 48_000, at
                container.mux(audio.encode(frame))
            container.mux(audio.encode(None))


def _playable(name: str, file: str, timeline: Timeline, told: tuple[PlacedTake, ...] = ()) -> Playable:
    captions = Captions(language="en-GB", label="English", cues=cues(timeline, campaign().profile, "11-14"))
    return Playable(name=name, file=file, timeline=timeline, captions=(captions,), descriptions=told)


def _described(story: Storyboard, timeline: Timeline) -> tuple[PlacedTake, ...]:
    found = []
    for line in description_lines(story, campaign()):
        words = (Word(text=line.text, start_ms=0, end_ms=400),)
        take = Take(
            line_id=line.line_id,
            text_sha256="",
            audio=Path("take.wav"),
            audio_sha256="3" * 64,
            duration_ms=400,
            words=words,
            source="synthetic: silent/none@0",
        )
        found.append(placed_at(Told(line=line, take=take), timeline.slot(line.shot).end - 11, 25))
    return tuple(found)


def _picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (160, 90), "#E7E2FA").save(data, "PNG")
    return data.getvalue()
