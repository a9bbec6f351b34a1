"""The transcript as plain text, for braille displays, mail and whatever else reads no HTML. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from animkit.packs.transcript.entries import sections
from animkit.storyboard.model import Storyboard
from animkit.timing.timeline import Timeline

HOW = "What is said stands after the speaker’s name. What is heard stands in [brackets]. What is seen is marked “Seen”."


def transcript_text(timeline: Timeline, storyboard: Storyboard, described: Mapping[str, int] | None = None) -> str:
    """The transcript, one paragraph for each entry."""
    paragraphs = [storyboard.title, *([storyboard.summary] if storyboard.summary else []), HOW]
    for section in sections(timeline, storyboard, described):
        paragraphs.append(f"{section.title} ({section.at})\n{'-' * (len(section.title) + len(section.at) + 3)}")
        paragraphs += [entry.plain() for entry in section.entries]
    return "\n\n".join(paragraphs) + "\n"
