"""Cues: what captions show, and when. Pure.

Promise: every cue lies inside its shot's slot; its words are shown from just before they are heard until they can be read; cues never
overlap; the words of a line's cues, joined, are the line. Sounds are captioned where nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from animkit import frames
from animkit.campaign.model import Band
from animkit.campaign.profile import CaptionRules, Profile
from animkit.timing.aligned import caption_words
from animkit.timing.reading import SOUND_LATE_MS, Part, Reader, reader_for, spans
from animkit.timing.split import label_of, parts, rows
from animkit.timing.timeline import PlacedTake, PlacedWord, Slot, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One timed caption, in film frames (``end`` is exclusive). It lies inside its shot's slot.

    ``rows`` are one or two rows of text, already broken; ``speaker`` is the name of who says them, empty for the narrator and for
    sounds. ``is_sound`` marks a sound: its rows carry the brackets. ``labelled`` says that the speaker's name is shown before the
    first row, because the speaker has changed; the name is not part of ``rows``, but has its room there.
    """

    start: int
    end: int
    rows: tuple[str, ...]
    shot: str
    line_id: str = ""
    speaker: str = ""
    is_sound: bool = False
    labelled: bool = False

    @property
    def label(self) -> str:
        """What is shown before the first row: ``Miss Noor: `` with its space, or nothing."""
        return label_of(self.speaker) if self.labelled else ""


def cues(timeline: Timeline, profile: Profile, band: Band, *, shape: str = "16:9") -> tuple[Cue, ...]:
    """The film's cues in order, for readers of ``band`` and a picture of this ``shape``. KeyError for a band or shape not known."""
    reader = reader_for(profile, band, timeline.fps, shape)
    takes: dict[str, list[PlacedTake]] = defaultdict(list)
    for take in timeline.takes:
        takes[take.shot].append(take)
    heard = _heard(timeline)
    found: list[Cue] = []
    for slot in timeline.slots:
        room = _Room.of(slot, reader.rules)
        items = _speech(takes[slot.shot], slot, reader)
        for caption, hit, stays, late in heard[slot.shot]:
            items = _with_sound(items, _sound(caption, hit, stays, slot, reader), late, room, reader)
        found += _ended(items, room, reader)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A cue before its end is settled: it stays at least until ``enough``, at best until ``wanted``."""

    cue: Cue
    enough: int
    wanted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """Where a shot's cues may be: not inside a dissolve, and not ending just before the cut at ``end``."""

    start: int
    last: int
    end: int
    clear: int

    @classmethod
    def of(cls, slot: Slot, rules: CaptionRules) -> _Room:
        last = slot.end - max(rules.cut_clear_frames, slot.handle_out) if slot.handle_out else slot.end
        return cls(start=slot.start + slot.handle_in, last=last, end=slot.end, clear=rules.cut_clear_frames)


def _speech(takes: Sequence[PlacedTake], slot: Slot, reader: Reader) -> list[_Item]:
    placed: list[tuple[PlacedTake, bool, Part]] = []
    before = ""
    for take in takes:
        labelled = bool(take.speaker_name) and take.speaker != before
        found = parts(_words(take, reader.fps), reader, len(label_of(take.speaker_name)) if labelled else 0)
        placed += [(take, labelled and index == 0, part) for index, part in enumerate(found)]
        before = take.speaker
    return [
        _Item(
            cue=Cue(
                start=span.start,
                end=span.enough,
                rows=part.rows,
                shot=slot.shot,
                line_id=take.line_id,
                speaker=take.speaker_name,
                labelled=labelled,
            ),
            enough=span.enough,
            wanted=span.latest,
        )
        for (take, labelled, part), span in zip(placed, spans([(take.start, part) for take, _, part in placed], reader), strict=True)
    ]


def _words(take: PlacedTake, fps: int) -> tuple[PlacedWord, ...]:
    """The caption's words, in milliseconds from the take's first frame: exact at every frame rate."""
    at_ms = frames.milliseconds(take.start, fps)
    return tuple(replace(w, start_ms=w.start_ms - at_ms, end_ms=w.end_ms - at_ms) for w in caption_words(take.text, take.words))


def _heard(timeline: Timeline) -> Mapping[str, list[tuple[str, int, int, int]]]:
    """What is heard in each shot and captioned: words, frame, how long it lasts, and how late it may be shown, in frames.

    Music goes on, so that its caption may wait for the first quiet place in the shot; a sound's may not.
    """
    found: dict[str, list[tuple[str, int, int, int]]] = defaultdict(list)
    begins = {mood.start: mood.caption for mood in timeline.moods if mood.caption}
    for slot in timeline.slots:
        if slot.start in begins:
            found[slot.shot].append((begins[slot.start], slot.start, 0, slot.frames))
    late = frames.end_frame(SOUND_LATE_MS, timeline.fps)
    for sound in sorted(timeline.sounds, key=lambda sound: sound.frame):
        if sound.caption:
            found[sound.shot].append((sound.caption, sound.frame, sound.caption_frames, late))
    return found


def _sound(caption: str, hit: int, stays: int, slot: Slot, reader: Reader) -> _Item:
    texts = f"[{caption}]".split()
    shown = rows(texts, reader) or (" ".join(texts),)
    need = reader.need_frames(len(" ".join(texts)))
    longest = frames.start_frame(reader.rules.longest_ms, reader.fps)
    cue = Cue(start=hit, end=hit + need, rows=shown, shot=slot.shot, is_sound=True)
    return _Item(cue=cue, enough=hit + need, wanted=hit + min(max(need, stays), longest))


def _with_sound(items: list[_Item], sound: _Item, late: int, room: _Room, reader: Reader) -> list[_Item]:
    """``items`` with the sound's cue where nothing is said, from its hit on or soon after; without it where there is no such place."""
    need = sound.enough - sound.cue.start
    open_from = room.start
    for index in range(len(items) + 1):
        until = items[index].cue.start if index < len(items) else room.last
        start = max(open_from, sound.cue.start)
        before = items[index - 1].wanted if index else room.start
        if 0 < start - before < reader.rules.gap_frames:
            start = before  # Rather a frame early than a frame apart: from the cue before, or from one that ends on the cut.
        if start + need <= until and start - sound.cue.start <= late:
            later = start - sound.cue.start
            moved = _Item(cue=replace(sound.cue, start=start, end=start + need), enough=start + need, wanted=sound.wanted + later)
            return [*items[:index], moved, *items[index:]]
        if index < len(items):
            open_from = items[index].enough
    return items


def _ended(items: Sequence[_Item], room: _Room, reader: Reader) -> list[Cue]:
    """The cues with their ends: as long as wanted, but not into the next one, and on the cut or well before it."""
    found: list[Cue] = []
    for index, item in enumerate(items):
        until = items[index + 1].cue.start if index + 1 < len(items) else room.last
        end = min(item.wanted, until)
        if item.cue.is_sound and until - end < reader.rules.gap_frames and index + 1 < len(items):
            end = until
        if room.end - room.clear < end < room.end and until == room.end:
            end = room.end - room.clear if room.end - room.clear >= item.enough else room.end
        found.append(replace(item.cue, end=max(end, item.cue.start + 1)))
    return found
