"""The rules that captions keep, checked on the cues themselves. Pure.

Independent of how cues are made: it also judges cues that were read from a caption file. What needs the film's words and cuts
is checked when the Timeline is given. Findings are errors, since captions are how some pupils hear the film;
a sound that finds no place is a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from animkit import frames
from animkit.campaign.model import Band
from animkit.campaign.profile import CaptionRules, Profile
from animkit.captions.cue import Cue
from animkit.findings import ExitCode, Finding, Severity
from animkit.timing.aligned import caption_words
from animkit.timing.reading import Reader, reader_for
from animkit.timing.timeline import PlacedTake, PlacedWord, Timeline


def check(
    cues: Sequence[Cue], profile: Profile, band: Band, *, fps: int, shape: str = "16:9", timeline: Timeline | None = None
) -> tuple[Finding, ...]:
    """What is wrong with ``cues``, in their order; nothing for good ones. KeyError for a band or shape that is not known."""
    reader = reader_for(profile, band, fps, shape)
    found: list[Finding] = []
    for cue in cues:
        found += [*_rows(cue, reader), *_times(cue, reader)]
    for before, after in pairwise(cues):
        found += _between(before, after, reader.rules)
    if timeline is not None:
        for cue in cues:
            found += _slot(cue, timeline, reader.rules)
        found += _lines(cues, timeline, reader)
        found += _unheard(cues, timeline)
    return tuple(found)


def _rows(cue: Cue, reader: Reader) -> Iterator[Finding]:
    rows = reader.rules.rows
    if not 1 <= len(cue.rows) <= rows:
        yield _finding(cue, "caption-rows", f"it has {len(cue.rows)} rows", f"a caption has 1 to {rows}")
    for number, row in enumerate(cue.rows):
        shown = (cue.label if number == 0 else "") + row
        if len(shown) > reader.row_chars:
            what = f"a row has {len(shown)} characters: '{shown}'"
            yield _finding(cue, "caption-row-long", what, f"{reader.row_chars} fit", "use shorter words, or write the long one another way")
        if row != " ".join(row.split()) or not row.isprintable():
            yield _finding(cue, "caption-row-text", f"a row is empty, or has stray spaces or signs nobody can see: {row!r}")
    bracketed = bool(cue.rows) and cue.rows[0].startswith("[") and cue.rows[-1].endswith("]")
    if cue.is_sound and not bracketed:
        yield _finding(cue, "caption-sound", "a sound stands in [brackets]")


def _times(cue: Cue, reader: Reader) -> Iterator[Finding]:
    rules, fps = reader.rules, reader.fps
    lasts = cue.end - cue.start
    if lasts * 1000 < rules.shortest_ms * fps:
        yield _finding(cue, "caption-short", f"it stays {_ms(lasts, fps)} ms", f"a caption stays at least {rules.shortest_ms} ms")
    if lasts * 1000 > rules.longest_ms * fps:
        yield _finding(cue, "caption-long", f"it stays {_ms(lasts, fps)} ms", f"a caption stays at most {rules.longest_ms} ms")
    chars = _chars(cue)
    if 0 < lasts < frames.end_frame(reader.reading_ms(chars), fps):
        what = f"it is read at {chars * fps / lasts:.1f} characters a second"
        mend = "say it more slowly, or with fewer words"
        yield _finding(cue, "caption-speed", what, f"this audience reads {reader.cps:g}", mend)


def _chars(cue: Cue) -> int:
    return len(cue.label) + len(" ".join(cue.rows))


def _between(before: Cue, after: Cue, rules: CaptionRules) -> Iterator[Finding]:
    gap = after.start - before.end
    if gap < 0:
        yield _finding(after, "caption-overlap", f"it begins {-gap} frames before the one before it ends")
    elif 0 < gap < rules.gap_frames:
        yield _finding(
            after, "caption-gap", f"{gap} frame after the one before it", f"captions touch, or stand {rules.gap_frames} frames apart"
        )


def _slot(cue: Cue, timeline: Timeline, rules: CaptionRules) -> Iterator[Finding]:
    slot = next((slot for slot in timeline.slots if slot.shot == cue.shot), None)
    if slot is None:
        yield _finding(cue, "caption-slot", f"it belongs to the shot '{cue.shot}', which the film has not")
        return
    if cue.start < slot.start or cue.end > slot.end:
        yield _finding(cue, "caption-slot", f"frames {cue.start} to {cue.end} leave the slot of its shot, {slot.start} to {slot.end}")
    elif slot.end - rules.cut_clear_frames < cue.end < slot.end:
        away = slot.end - cue.end
        yield _finding(
            cue, "caption-cut", f"it ends {away} frames before the cut", f"it ends on the cut or {rules.cut_clear_frames} frames away"
        )


def _lines(cues: Sequence[Cue], timeline: Timeline, reader: Reader) -> Iterator[Finding]:
    """Whether the cues of every line say its words, while they are heard."""
    known = {take.line_id: take for take in timeline.takes}
    spoken = [cue for cue in cues if cue.line_id]
    said = {line_id: list(group) for line_id, group in groupby(spoken, key=lambda cue: cue.line_id)}
    for cue in spoken:
        if cue.line_id not in known:
            yield _finding(cue, "caption-words", f"it belongs to line '{cue.line_id}', which nobody says")
    for line_id, take in known.items():
        if line_id not in said:
            yield Finding(
                "caption-words", f"line '{line_id}' has no caption", exit_code=ExitCode.GATE_FAILED, shot=take.shot, frame=take.start
            )
            continue
        yield from _line(said[line_id], take, reader)


def _unheard(cues: Sequence[Cue], timeline: Timeline) -> Iterator[Finding]:
    """Sounds that nobody can read: a warning, since the picture may show them."""
    shown = Counter((cue.shot, " ".join(cue.rows)) for cue in cues if cue.is_sound)
    for sound in timeline.sounds:
        key = sound.shot, f"[{' '.join(sound.caption.split())}]"
        if sound.caption and not shown[key]:
            yield Finding(
                "sound-without-caption",
                f"nobody can read [{sound.caption}]",
                why="words are shown when it is heard",
                mend='leave a gap: of a second or two after it, or write caption: "" where the picture shows it',
                severity=Severity.WARNING,
                exit_code=ExitCode.GATE_FAILED,
                shot=sound.shot,
                frame=sound.frame,
            )
        shown[key] -= 1


def _line(cues: Sequence[Cue], take: PlacedTake, reader: Reader) -> Iterator[Finding]:
    shown = [token for cue in cues for row in cue.rows for token in row.split()]
    if shown != take.text.split():
        yield _finding(cues[0], "caption-words", f"it shows '{' '.join(shown)}', the line is '{take.text}'")
        return
    words = [word for word in caption_words(take.text, take.words) for _ in word.text.split()]
    for cue in cues:
        count = sum(len(row.split()) for row in cue.rows)
        yield from _window(cue, words[:count], take, reader)
        words = words[count:]


def _window(cue: Cue, words: Sequence[PlacedWord], take: PlacedTake, reader: Reader) -> Iterator[Finding]:
    """Shown from at most ``lead_frames`` before its words to ``tail_ms`` after them; longer only where it is read more slowly."""
    rules, fps = reader.rules, reader.fps
    at_ms = frames.milliseconds(take.start, fps)
    heard = take.start + frames.start_frame(words[0].start_ms - at_ms, fps)
    usual = take.start + frames.end_frame(words[-1].end_ms - at_ms + rules.tail_ms, fps)
    longest = take.start + frames.end_frame(words[-1].end_ms - at_ms + rules.longest_tail_ms, fps)
    slow = usual - cue.start < reader.need_frames(_chars(cue))
    if not heard - rules.lead_frames <= cue.start <= heard:
        what = f"it begins at frame {cue.start}, its words at {heard}"
        yield _finding(cue, "caption-window", what, f"it begins with them, or up to {rules.lead_frames} frames before")
    if cue.end > (longest if slow else usual):
        what = f"it stays until frame {cue.end}, too long after its words"
        yield _finding(cue, "caption-window", what, f"{rules.tail_ms} ms, or {rules.longest_tail_ms} where reading needs it")


def _ms(count: int, fps: int) -> int:
    return frames.milliseconds(count, fps)


def _finding(cue: Cue, code: str, what: str, why: str = "", mend: str = "") -> Finding:
    words = " ".join(cue.rows)
    what = f"caption '{words if len(words) <= 40 else words[:39] + '…'}': {what}"
    return Finding(code, what, why=why, mend=mend, exit_code=ExitCode.GATE_FAILED, shot=cue.shot, frame=cue.start)
