"""The transcript: all that is said, heard and seen, in order, under its chapters. As a page and as text. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from animkit import frames
from animkit.captions.described import quiet
from animkit.storyboard.model import Chapter, Shot, Storyboard
from animkit.timing.page import page
from animkit.timing.timeline import Timeline

STYLE = """
body { max-width: 46rem; font-size: 1.125rem; }
h2 { border-top: 3px solid var(--ink); padding-top: 1rem; }
h2 span { color: var(--quiet); font-size: 1rem; font-weight: 400; margin-inline-start: .6rem; }
.lead { font-size: 1.3rem; margin: 0 0 1.5rem; }
.how { background: var(--mist); border-radius: 14px; padding: .75rem 1.1rem; }
p { margin: 0 0 .8rem; }
.said b { font-weight: 700; }
.heard { color: var(--quiet); }
.seen { background: var(--white); border-inline-start: 6px solid var(--lavender); border-radius: 0 10px 10px 0; padding: .4rem .9rem; }
.pause { background: var(--pause); border-radius: 14px; padding: .75rem 1.1rem; }
"""

HOW = "What is said stands after the speaker’s name. What is heard stands in [brackets]. What is seen is marked “Seen”."
SEEN, PAUSE = "Seen", "Pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of the transcript, at its frame. ``kind`` is said, heard, seen or pause; ``who`` is its speaker, or its kind in words."""

    frame: int
    kind: str
    who: str
    text: str

    def plain(self) -> str:
        """The entry as a line of text."""
        return f"[{self.text}]" if self.kind == "heard" else f"{self.who}: {self.text}"


def entries(timeline: Timeline, chapter: Chapter) -> tuple[Entry, ...]:
    """All that is said, heard and seen in ``chapter``, in order; what is seen comes where its description is spoken."""
    found = [entry for shot in chapter.shots for entry in _shot(timeline, shot)]
    order = ("heard", "seen", "said", "pause")
    return tuple(sorted(found, key=lambda entry: (entry.frame, order.index(entry.kind))))


def _shot(timeline: Timeline, shot: Shot) -> Iterator[Entry]:
    slot = timeline.slot(shot.id)
    if shot.description:
        yield Entry(frame=quiet(timeline, shot.id)[0], kind="seen", who=SEEN, text=" ".join(shot.description.split()))
    for mood in timeline.moods:
        if mood.caption and slot.start <= mood.start < slot.end:
            yield Entry(frame=mood.start, kind="heard", who="", text=mood.caption)
    for sound in timeline.sounds:
        if sound.caption and sound.shot == shot.id:
            yield Entry(frame=sound.frame, kind="heard", who="", text=sound.caption)
    for take in timeline.takes_of(shot.id):
        yield Entry(frame=take.start, kind="said", who=take.speaker_name or take.speaker.capitalize(), text=take.text)
    for pause in timeline.pauses:
        if pause.shot == shot.id:
            minutes = f"{pause.minutes} minute{'s' if pause.minutes > 1 else ''}"
            yield Entry(frame=pause.frame, kind="pause", who=PAUSE, text=f"{pause.question} ({minutes}. {pause.who}.)")


def transcript_text(timeline: Timeline, storyboard: Storyboard) -> str:
    """The transcript as plain text, one paragraph for each entry."""
    paragraphs = [storyboard.title, *([storyboard.summary] if storyboard.summary else []), HOW]
    for chapter, at in _chapters(timeline, storyboard):
        paragraphs.append(f"{chapter.title} ({at})\n{'-' * (len(chapter.title) + len(at) + 3)}")
        paragraphs += [entry.plain() for entry in entries(timeline, chapter)]
    return "\n\n".join(paragraphs) + "\n"


def transcript_html(timeline: Timeline, storyboard: Storyboard) -> str:
    """The transcript as a page that needs nothing else."""
    lead = f'<p class="lead">{escape(storyboard.summary)}</p>' if storyboard.summary else ""
    body = [f"<main><h1>{escape(storyboard.title)}: transcript</h1>", lead, f'<p class="how">{HOW}</p>']
    for chapter, at in _chapters(timeline, storyboard):
        body.append(f"<section><h2>{escape(chapter.title)} <span>{at}</span></h2>")
        body += [_paragraph(entry) for entry in entries(timeline, chapter)]
        body.append("</section>")
    body.append("</main>")
    return page(f"{storyboard.title}: transcript", storyboard.language, STYLE, "\n".join(body))


def _chapters(timeline: Timeline, storyboard: Storyboard) -> Iterator[tuple[Chapter, str]]:
    for chapter, placed in zip(storyboard.chapters, timeline.chapters, strict=True):
        yield chapter, frames.timecode(placed.start, timeline.fps).rsplit(":", 1)[0]


def _paragraph(entry: Entry) -> str:
    if entry.kind == "heard":
        return f'<p class="heard">[{escape(entry.text)}]</p>'
    return f'<p class="{entry.kind}"><b>{escape(entry.who)}:</b> {escape(entry.text)}</p>'
