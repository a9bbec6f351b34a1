"""Tables of caption formats. In: cues, frames a second, language. Out: a file's text; and back.

Writers are our own because the libraries at hand lose what we need: pysubs2 drops words in braces and writes no ``<v Name>``,
webvtt-py has no markup at all, and both read broken files without a word. The tests read every file with both of them as well.

To add a format: one module with ``write(cues, fps, language)`` and ``read(text, fps, path)``, and one line in each table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from animkit.captions.cue import Cue
from animkit.captions.formats import srt, vtt

Writer = Callable[[Sequence[Cue], int, str], str]
Reader = Callable[[str, int, str], tuple[Cue, ...]]

FORMATS: Mapping[str, Writer] = {"vtt": vtt.write, "srt": srt.write}
"""By the ending of its file: a writer of cues at ``fps`` in ``language`` (en-GB)."""

READERS: Mapping[str, Reader] = {"vtt": vtt.read, "srt": srt.read}
"""By the ending of its file: a strict reader of its text; ``path`` is named in findings. Refused for anything off the grammar."""
