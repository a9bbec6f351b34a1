"""How long the film will be, told before anything is spoken: words at the band's pace. Pure.

Promise: good enough to say which lines fall into the film's last seconds; the timeline has the true frames.
"""

from __future__ import annotations

from animkit.campaign import Campaign
from animkit.checks.routes import routes_named
from animkit.checks.texts import heard
from animkit.storyboard.model import Line, Storyboard


def line_starts_before_end(storyboard: Storyboard, campaign: Campaign) -> dict[tuple[str, int], int]:
    """For each line (shot id, index from 0): milliseconds from its start to the end of the film."""
    timing = campaign.profile.timing
    starts: dict[tuple[str, int], int] = {}
    left_ms = 0
    for shot in reversed(tuple(storyboard.shots())):
        spoken = [_line_ms(line, text.words, storyboard, campaign) for line, text in zip(shot.lines, heard(shot), strict=True)]
        tail_ms = timing.after_speech_ms + round(shot.hold * 1000)
        until_end_ms = left_ms + tail_ms
        for index in reversed(range(len(spoken))):
            until_end_ms += spoken[index]
            starts[shot.id, index] = until_end_ms
        left_ms += max(round((shot.seconds or 0) * 1000), sum(spoken) + tail_ms)
    return starts


def _line_ms(line: Line, text: str, storyboard: Storyboard, campaign: Campaign) -> int:
    """One line with the gap before it, and the quiet after a help route. ``text`` is its words without marks."""
    timing = campaign.profile.timing
    pace_wpm = campaign.profile.bands[storyboard.band].narration_wpm
    gap_ms = timing.line_gap_ms if line.gap is None else round(line.gap * 1000)
    quiet_ms = timing.quiet_after_route_ms if routes_named(text, campaign.help_routes) else 0
    return round(len((line.say or text).split()) / pace_wpm * 60_000) + gap_ms + quiet_ms
