"""Which synthetic lines must be said more slowly, so that each of their captions can be read. Pure.

A line that is slow enough as a whole can still be too fast in one of its captions: long words stand together. The timeline gives way,
never the words, so production asks the narrator again. A human take over its speed stays a finding (``caption-speed``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from animkit.campaign.model import Band
from animkit.campaign.profile import Profile
from animkit.captions.cue import Cue
from animkit.timing.reading import reader_for
from animkit.timing.timeline import Timeline

MARGIN = 0.98
"""Said a little more slowly than needed, because a voice does not slow down evenly."""


def slower(cues: Sequence[Cue], timeline: Timeline, profile: Profile, band: Band) -> Mapping[str, float]:
    """For each synthetic line that is too fast, by id: the most characters a second at which to say it (``SpokenLine.captions_cps``)."""
    reader = reader_for(profile, band, timeline.fps)
    takes = {take.line_id: take for take in timeline.takes if take.source.startswith("synthetic:")}
    asked: dict[str, float] = {}
    for cue in cues:
        need = reader.need_frames(len(cue.label) + len(" ".join(cue.rows)))
        has = cue.end - cue.start
        if cue.line_id in takes and has < need:
            take = takes[cue.line_id]
            said_cps = len(take.text) * timeline.fps / (take.end - take.start)
            asked[cue.line_id] = min(asked.get(cue.line_id, said_cps), said_cps * has / need * MARGIN)
    return asked
