"""Conform: do the clips fill their slots to the frame, and can they be joined by copying packets? Pure.

Measured: pieces of two encoder settings joined by copying gave the right number of frames, no error, and 94 of 100 wrong frames.
So every piece's parameter sets are compared before anything is joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from animkit.film.model import PieceFacts, Stretch, ours
from animkit.findings import Finding
from animkit.shots.model import Clip, Piece
from animkit.timing.timeline import Slot, Timeline


def conform(timeline: Timeline, clips: Mapping[str, Clip], facts: Mapping[str, PieceFacts]) -> tuple[Finding, ...]:
    """Everything that stops these clips from being bound into the film of ``timeline``.

    ``clips`` is by shot, ``facts`` (what the files hold) by the pieces' SHA-256.
    """
    found: list[Finding] = []
    for slot in timeline.slots:
        clip = clips.get(slot.shot)
        if clip is None:
            found.append(ours("clip-missing", f"its slot of {slot.frames} frames has no clip", shot=slot.shot, frame=slot.start))
        else:
            found += _lengths(slot, clip)
            found += _files(slot, clip, facts)
    found += _dissolves_meet(timeline)
    found += _tiles(timeline)
    found += _joinable(clips, facts)
    return tuple(found)


def expected_frames(slot: Slot) -> dict[str, int]:
    """How many frames each piece of the slot's clip must have, by role; 0 for a piece that must not be there."""
    return {"head": 2 * slot.handle_in, "body": slot.frames - slot.handle_in - slot.handle_out, "tail": 2 * slot.handle_out}


def piece(clip: Clip, role: str) -> Piece | None:
    """The clip's piece with this role, if it has one."""
    return next((candidate for candidate in clip.pieces if candidate.role == role), None)


def stretches(timeline: Timeline, clips: Mapping[str, Clip], dissolves: Mapping[str, Piece]) -> tuple[Stretch, ...]:
    """The film's picture in order: bodies, and the dissolve before each shot that begins with one (``dissolves`` is by that shot).

    KeyError where a clip or a dissolve is missing: conform first.
    """
    made: list[Stretch] = []
    before = ""
    for slot in timeline.slots:
        if slot.handle_in:
            made.append(_stretch(dissolves[slot.shot], slot.start - slot.handle_in, (before, slot.shot)))
        if expected_frames(slot)["body"]:
            body = piece(clips[slot.shot], "body")
            if body is None:
                raise KeyError(f"{slot.shot}: no body")
            made.append(_stretch(body, slot.start + slot.handle_in, (slot.shot,)))
        before = slot.shot
    return tuple(made)


def tiling(runs: tuple[Stretch, ...], frames: int) -> tuple[Finding, ...]:
    """Whether the stretches fill the film's ``frames`` without gap or overlap."""
    found = []
    at = 0
    for run in runs:
        if run.start != at or run.frames < 1:
            found.append(
                ours("stretch-misplaced", f"its picture starts at frame {run.start}, the film is at {at}", shot=run.shots[0], frame=at)
            )
        at = run.end
    if at != frames:
        found.append(ours("film-length", f"the picture lasts {at} frames, the timeline {frames}"))
    return tuple(found)


def _lengths(slot: Slot, clip: Clip) -> Iterator[Finding]:
    for role, frames in expected_frames(slot).items():
        pieces = [candidate for candidate in clip.pieces if candidate.role == role]
        if frames < 0:
            what = f"its slot has {slot.frames} frames, its dissolves take {slot.handle_in + slot.handle_out}"
            yield ours("no-frames-left", what, mend="make the shot longer or its dissolves shorter", shot=slot.shot, frame=slot.start)
        elif len(pieces) != (frames > 0):
            what = f"its clip has {len(pieces)} {role} pieces, its slot needs {int(frames > 0)}"
            yield ours("pieces-wrong", what, shot=slot.shot, frame=slot.start)
        elif pieces and pieces[0].frames != frames:
            what = f"the {role} of its clip has {pieces[0].frames} frames, its slot needs {frames}"
            yield ours("clip-length", what, why="a clip fills its slot to the frame", shot=slot.shot, frame=slot.start)


def _files(slot: Slot, clip: Clip, facts: Mapping[str, PieceFacts]) -> Iterator[Finding]:
    for part in clip.pieces:
        held = facts.get(part.sha256)
        if held is None:
            yield ours("piece-unread", f"the {part.role} of its clip could not be read", shot=slot.shot, frame=slot.start)
        elif held.frames != part.frames:
            what = f"the {part.role} of its clip holds {held.frames} frames, its record says {part.frames}"
            yield ours("piece-length", what, shot=slot.shot, frame=slot.start)
        elif not held.starts_on_key:
            what = f"the {part.role} of its clip does not begin with a whole picture"
            yield ours("piece-open", what, why="a join would show frames of the shot before", shot=slot.shot, frame=slot.start)


def _dissolves_meet(timeline: Timeline) -> Iterator[Finding]:
    if timeline.slots and timeline.slots[0].handle_in:
        yield ours("dissolve-from-nothing", "the film's first shot begins with a dissolve", shot=timeline.slots[0].shot, frame=0)
    for before, after in zip(timeline.slots, (*timeline.slots[1:], None), strict=False):
        wanted = after.handle_in if after else 0
        if before.handle_out != wanted:
            what = f"{before.handle_out} frames reach past its slot, the next shot's dissolve needs {wanted}"
            yield ours("handles-differ", what, shot=before.shot, frame=before.end)


def _tiles(timeline: Timeline) -> Iterator[Finding]:
    at = 0
    for slot in timeline.slots:
        if slot.start != at:
            what = f"its slot starts at frame {slot.start}, the shot before ends at {at}"
            yield ours("slots-apart", what, shot=slot.shot, frame=slot.start)
        at = slot.end
    if at != timeline.frames:
        yield ours("slots-length", f"the slots fill {at} frames, the film has {timeline.frames}")


def _joinable(clips: Mapping[str, Clip], facts: Mapping[str, PieceFacts]) -> Iterator[Finding]:
    owners = [(clip.shot, part, facts[part.sha256]) for clip in clips.values() for part in clip.pieces if part.sha256 in facts]
    kinds = Counter((held.parameters_sha256, held.width_px, held.height_px) for _, _, held in owners)
    if len(kinds) < 2:
        return
    usual = kinds.most_common(1)[0][0]
    for shot, part, held in owners:
        if (held.parameters_sha256, held.width_px, held.height_px) != usual:
            yield ours(
                "settings-differ",
                f"the {part.role} of its clip was encoded with other settings "
                f"({held.width_px}x{held.height_px}, {held.parameters_sha256[:8]}; the film has {usual[1]}x{usual[2]}, {usual[0][:8]})",
                why="joined by copying, it would show wrong frames without any error",
                shot=shot,
            )


def _stretch(part: Piece, start: int, shots: tuple[str, ...]) -> Stretch:
    return Stretch(start=start, frames=part.frames, path=part.path, sha256=part.sha256, shots=shots)
