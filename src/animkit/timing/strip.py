"""The film at a glance: its tracks drawn to scale on one strip. Pure; gives SVG for a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from animkit import frames
from animkit.timing.timeline import Timeline

WIDTH = 1200
LABELS = 74
"""Where the tracks begin: their names stand before."""

TICKS, GAP = 22, 8
TRACKS = {"Chapters": 26, "Shots": 34, "Voice": 18, "Beats": 18, "Sounds": 18, "Music": 24}
"""The height of each track, in the strip's units."""

INK, WHITE, QUIET, MIST = "#191231", "#ffffff", "#453f61", "#e7e2fa"
LAVENDER, DUSK, MUSTARD, WOOD = "#cfc4f4", "#4c429c", "#f7b93e", "#d9925f"
"""The campaign's colours. None of them is the one that means a sign, or the one that means help."""

KEY = {
    DUSK: "somebody speaks",
    MUSTARD: "the picture acts",
    WOOD: "a sound is heard",
    LAVENDER: "music plays",
    QUIET: "a class stops to talk",
}


def strip(timeline: Timeline) -> str:
    """The strip with its key: a figure. The sheet's table says the same in words, so that it is one picture with a short name."""
    drawing = _Drawing(timeline, _tops())
    key = "".join(f"<li>{_swatch(colour)}{meaning}</li>" for colour, meaning in KEY.items())
    height = sum(TRACKS.values()) + GAP * len(TRACKS) + TICKS
    return (
        f'<figure class="strip"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="The film’s tracks, to scale">\n'
        + "\n".join([*drawing.names(), *drawing.ticks(), *drawing.tracks()])
        + f'\n</svg><ul class="key">{key}</ul></figure>'
    )


def _swatch(colour: str) -> str:
    return f'<svg viewBox="0 0 14 8" aria-hidden="true"><rect width="14" height="8" rx="2" fill="{colour}"/></svg>'


def _tops() -> dict[str, int]:
    tops: dict[str, int] = {}
    top = TICKS
    for name, height in TRACKS.items():
        tops[name], top = top, top + height + GAP
    return tops


@dataclass(frozen=True, slots=True)
class _Drawing:
    timeline: Timeline
    tops: dict[str, int]

    def names(self) -> Iterator[str]:
        """The tracks' names."""
        for name in TRACKS:
            yield _text(0, self._middle(name), 13, INK, name, bold=True)

    def ticks(self) -> Iterator[str]:
        """The time, at most twenty times."""
        fps = self.timeline.fps
        seconds = self.timeline.frames // fps
        every = next((step for step in (1, 2, 5, 10, 15, 30, 60) if seconds <= 20 * step), 300)
        for second in range(0, seconds + 1, every):
            if self._x(second * fps) < WIDTH - 24:
                yield _text(self._x(second * fps), 8, 12, QUIET, frames.timecode(second * fps, fps).rsplit(":", 1)[0])

    def tracks(self) -> Iterator[str]:
        """Everything on the tracks."""
        timeline = self.timeline
        for chapter in timeline.chapters:
            yield self._bar("Chapters", chapter.start, chapter.end, INK, chapter.title)
            yield self._words("Chapters", chapter.start, chapter.end, WHITE, chapter.title)
        for number, slot in enumerate(timeline.slots, 1):
            yield self._bar(
                "Shots", slot.start, slot.end, MIST if number % 2 else LAVENDER, f"{slot.shot}, {slot.frames / timeline.fps:.2f} s"
            )
            yield self._words("Shots", slot.start, slot.end, INK, str(number))
        for take in timeline.takes:
            yield self._bar("Voice", take.start, take.end, DUSK, f"{take.speaker_name or take.speaker}: {take.text}")
        for beat in timeline.beats:
            yield self._diamond(beat.frame, f"{beat.name}, frame {beat.frame}")
        for sound in timeline.sounds:
            end = min(sound.frame + sound.caption_frames, timeline.frames)
            yield self._bar("Sounds", sound.frame, end, WOOD, f"{sound.sound}, frame {sound.frame}")
        for mood in timeline.moods:
            yield self._bar("Music", mood.start, mood.end, LAVENDER, mood.mood)
            yield self._words("Music", mood.start, mood.end, INK, mood.mood)
        for pause in timeline.pauses:
            top, height = self.tops["Shots"] - 4, TRACKS["Shots"] + 8
            yield f'<rect x="{self._x(pause.frame) - 2:g}" y="{top}" width="4" height="{height}" rx="2" fill="{QUIET}"/>'

    def _x(self, frame: int) -> float:
        return round(LABELS + frame * (WIDTH - LABELS) / self.timeline.frames, 2)

    def _middle(self, track: str) -> float:
        return self.tops[track] + TRACKS[track] / 2

    def _bar(self, track: str, start: int, end: int, fill: str, title: str) -> str:
        left = self._x(start)
        width = max(1.5, round(self._x(end) - left - 1, 2))
        size = f'x="{left:g}" y="{self.tops[track]}" width="{width:g}" height="{TRACKS[track]}"'
        return f'<rect {size} rx="{min(4, width / 2):g}" fill="{fill}"><title>{escape(title)}</title></rect>'

    def _words(self, track: str, start: int, end: int, fill: str, words: str) -> str:
        room = self._x(end) - self._x(start) - 8
        return _text(self._x(start) + 5, self._middle(track), 13, fill, words) if len(words) * 7.4 <= room else ""

    def _diamond(self, frame: int, title: str) -> str:
        x, y, half = self._x(frame), self._middle("Beats"), 6
        points = f"{x:g},{y - half:g} {x + half:g},{y:g} {x:g},{y + half:g} {x - half:g},{y:g}"
        return f'<polygon points="{points}" fill="{MUSTARD}" stroke="{INK}"><title>{escape(title)}</title></polygon>'


def _text(x: float, middle: float, size: int, fill: str, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x:g}" y="{middle + size * 0.35:g}" font-size="{size}" fill="{fill}"{weight}>{escape(words)}</text>'
