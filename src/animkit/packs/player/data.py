"""What the player's script reads: times in seconds, texts, file names. Pure.

Promise: nothing is in the data that is not shown to its audience; a teacher's notes stay in the storyboard.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from animkit.captions.formats.vtt import write, write_chapters, write_descriptions
from animkit.packs.player.model import Captions, Playable, Show
from animkit.packs.transcript.entries import Section, sections
from animkit.timing.timeline import Timeline

LABELS = {"film": "Film", "described": "Described", "extended": "Described in full: the picture waits"}


def data_of(show: Show) -> dict[str, Any]:
    """Everything that the script needs, as plain JSON values."""
    return {"versions": [_playable(show, version) for version in show.versions]}


def as_json(values: dict[str, Any]) -> str:
    """``values`` as JSON that may stand inside a script element: no ``<`` can end it early."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def track(text: str) -> str:
    """A WebVTT file's text as the address of a track: a browser loads no other file beside a page from ``file:``."""
    return f"data:text/vtt;base64,{base64.b64encode(text.encode()).decode()}"


def caption_track(captions: Captions, version: Playable) -> str:
    """The address of a version's captions."""
    return track(write(captions.cues, version.timeline.fps, captions.language))


def chapter_track(version: Playable) -> str:
    """The address of a version's chapters."""
    return track(write_chapters(version.timeline.chapters, version.timeline.fps))


def description_track(version: Playable, language: str) -> str:
    """The address of a version's spoken descriptions, as text."""
    told = [(take.start, take.end, take.text) for take in version.descriptions]
    return track(write_descriptions(told, version.timeline.fps, language))


def transcript_of(show: Show, version: Playable) -> tuple[Section, ...]:
    """The transcript with the times of ``version``; a film without spoken descriptions has them where their quiet is."""
    placed = {
        take.shot: take.start
        for described in (*show.versions, version)
        for take in described.descriptions
        if described.timeline == version.timeline
    }
    return sections(version.timeline, show.board, placed)


def _playable(show: Show, version: Playable) -> dict[str, Any]:
    timeline = version.timeline
    return {
        "name": version.name,
        "label": LABELS[version.name],
        "file": version.file,
        "length": _seconds(timeline.frames, timeline),
        "chapters": [_seconds(chapter.start, timeline) for chapter in timeline.chapters],
        "pauses": [_seconds(pause.frame, timeline) for pause in timeline.pauses],
        "entries": [_seconds(entry.frame, timeline) for section in transcript_of(show, version) for entry in section.entries],
        "frame": round(1 / timeline.fps, 4),
    }


def _seconds(frame: int, timeline: Timeline) -> float:
    return round(frame / timeline.fps, 3)
