"""The children's booklet as sound: spoken, levelled by the films' own rules, a chapter a page. From the store if it was made before."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from animkit.film.languages import three_letters
from animkit.film.soundtrack import sound_key, sound_track
from animkit.narration.session import narrate
from animkit.packs.aloud import aloud_lines, aloud_timeline, routes_said
from animkit.packs.model import Lesson
from animkit.production.prepare import Prepared
from animkit.production.settings import Progress
from animkit.store import Store
from animkit.timing.timeline import Timeline

if TYPE_CHECKING:
    from animkit.film.mix import Mix

ENDING = "-booklet"
"""Takes of the booklet lie beside the film's own: assets/takes/LANGUAGE/NAME-booklet/leaf-1.1.wav."""


def read_aloud(lesson: Lesson, prepared: Prepared, store: Store, *, draft: bool, progress: Progress) -> bytes:
    """The booklet's sound file, AAC in MP4 with chapters. Refused where nobody can speak its lines."""
    rules, fps = prepared.campaign.profile.sound, prepared.campaign.profile.delivery.fps
    lines = aloud_lines(lesson, prepared.campaign)
    spoken = narrate(lines, project=prepared.project, store=store, film=f"{prepared.name}{ENDING}", draft=draft, progress=progress)
    timeline = aloud_timeline(lesson, spoken.takes, fps)
    quiet = routes_said(timeline)

    def render() -> Mix:
        from animkit.film.mix import mix

        return mix(timeline, spoken.takes, rules=rules, quiet=quiet)

    sound = sound_track(store, sound_key(timeline, rules=rules, bed="", effects="", quiet=quiet), render, rules)
    return with_chapters(sound.path, timeline, f"{lesson.facts.film}: {lesson.words.booklet.subtitle}", lesson.facts.language)


def with_chapters(sound: Path, timeline: Timeline, title: str, language: str) -> bytes:
    """The sound file's packets, untouched, with its title, its language and a chapter for each page."""
    import av

    with tempfile.TemporaryDirectory(prefix="animkit-aloud-") as folder:
        path = Path(folder) / "booklet.m4a"
        options = {"fflags": "+bitexact", "movflags": "faststart"}
        with av.open(str(sound)) as source, av.open(str(path), "w", format="mp4", options=options) as made:
            stream = made.add_stream_from_template(source.streams.audio[0])
            stream.metadata["language"] = three_letters(language)
            made.metadata["title"] = title
            made.set_chapters(
                [
                    {
                        "id": number,
                        "start": chapter.start * 1000 // timeline.fps,
                        "end": chapter.end * 1000 // timeline.fps,
                        "time_base": Fraction(1, 1000),
                        "metadata": {"title": chapter.title},
                    }
                    for number, chapter in enumerate(timeline.chapters, 1)
                ]
            )
            for packet in source.demux(source.streams.audio[0]):
                if packet.dts is not None:
                    packet.stream = stream
                    made.mux(packet)
        return path.read_bytes()
