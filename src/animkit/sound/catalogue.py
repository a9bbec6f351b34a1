"""What can be heard: every sound and every mood by name, as plain data.

Promise: imports nothing heavy, so that storyboards are checked and timed without synthesising anything. What is declared here is
what ``sound.effects`` renders: a test measures each onset and each length.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundInfo:
    """A sound that the picture makes."""

    caption: str
    """What the caption says, without brackets."""
    length_ms: int
    """From its first sample to its last, tail included."""
    hit_ms: int = 0
    """From its first sample to its meaning: where a creak is taut, a lid shut. This moment falls on the beat."""
    onsets_ms: tuple[int, ...] = (0,)
    """Its parts after the hit, in order; ``knock.3`` in a storyboard is the third of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodInfo:
    """A kind of music. How it is played stands in the film's score."""

    caption: str
    """What the caption says when it begins, without brackets; empty where there is nothing to hear."""
    description: str
    """For an editor who chooses."""
    stops: str = ""
    """What the caption says where it gives way to quiet, if that matters to the story."""


def _at_frames(*frames: int) -> tuple[int, ...]:
    """Milliseconds of frames at 25 a second, on which picture and sound are drawn together."""
    return tuple(frame * 40 for frame in frames)


KNOCK_MS = _at_frames(0, 16, 24, 32, 48)
"""Five taps: tum, ta-ta, tum, tum. The rhythm of all four films."""

_SOUNDS = {
    # The thread: door, knock, string.
    "knock": SoundInfo(caption="five knocks", length_ms=2600, onsets_ms=KNOCK_MS),
    "tap": SoundInfo(caption="a tap", length_ms=420),
    "taps": SoundInfo(caption="two taps", length_ms=740, onsets_ms=_at_frames(0, 8)),
    "door": SoundInfo(caption="a door opens", length_ms=1100),
    "creak": SoundInfo(caption="a string creaks", length_ms=970, hit_ms=500),
    "twang": SoundInfo(caption="a string twangs", length_ms=1250),
    # On the phone.
    "message": SoundInfo(caption="a message pops up", length_ms=410),
    "pop": SoundInfo(caption="a bubble pops", length_ms=260),
    "heart": SoundInfo(caption="two soft notes", length_ms=1150, onsets_ms=(0, 140)),
    "star": SoundInfo(caption="a rising chime", length_ms=1850, onsets_ms=_at_frames(0, 2, 4)),
    "stop": SoundInfo(caption="a button is pressed", length_ms=1150),
    "leaves": SoundInfo(caption="falling notes", length_ms=2650, onsets_ms=_at_frames(0, 2, 4, 6, 8, 10, 12, 15, 18, 21, 24, 28, 32)),
    # Paper and cloth.
    "riffle": SoundInfo(caption="cards riffle", length_ms=1000, hit_ms=540),
    "pages": SoundInfo(caption="pages flutter", length_ms=2300, onsets_ms=_at_frames(0, 10, 18, 25, 31, 36, 40, 43)),
    "paper": SoundInfo(caption="paper slides", length_ms=800),
    "curtain": SoundInfo(caption="a curtain slides", length_ms=1350),
    # Drums.
    "tum": SoundInfo(caption="a low drum beat", length_ms=600),
    "ta": SoundInfo(caption="a drum beat", length_ms=450),
    "hit": SoundInfo(caption="everyone drums at once", length_ms=1400),
    "tada": SoundInfo(caption="ta-da", length_ms=1700, onsets_ms=_at_frames(0, 4)),
    "thud": SoundInfo(caption="a thud", length_ms=500),
    "flump": SoundInfo(caption="a cushion lands", length_ms=600),
    # About the house.
    "lid": SoundInfo(caption="a lid shuts", length_ms=650, hit_ms=70),
    "snap": SoundInfo(caption="a purse snaps shut", length_ms=350),
    "click": SoundInfo(caption="a click", length_ms=200),
    "chair": SoundInfo(caption="a chair is set down", length_ms=600, onsets_ms=_at_frames(0, 3)),
    "kettle": SoundInfo(caption="a kettle clicks off", length_ms=4000),
    "suds": SoundInfo(caption="washing up", length_ms=3200),
    "clock": SoundInfo(caption="a clock ticks", length_ms=4200, onsets_ms=_at_frames(0, 25, 50, 75)),
    # People and the open air.
    "breath": SoundInfo(caption="a breath in, and out", length_ms=2300, hit_ms=920),
    "clap": SoundInfo(caption="gentle clapping", length_ms=2200),
    "yard": SoundInfo(caption="the hum of a school yard", length_ms=7000),
    "pigeon": SoundInfo(caption="a wood pigeon coos", length_ms=2600, onsets_ms=_at_frames(0, 9, 25, 38, 47)),
}

_MOODS = {
    "none": MoodInfo(caption="", description="No music: the quiet of the room, so that a sound or a sentence stands alone."),
    "room": MoodInfo(caption="", description="The same as none, for shots in which being in the room is the point."),
    # score: knock
    "groove": MoodInfo(
        caption="bucket drumming", description="The knock as a groove: buckets, kalimba, bass. Friends at play.", stops="drumming stops"
    ),
    "tick": MoodInfo(
        caption="fast ticking",
        description="Pressure: one dry note, faster than the groove, which loses its hits to it. Never louder than the groove.",
        stops="ticking stops",
    ),
    "quick": MoodInfo(caption="quick, light music", description="Flattery and speed: a kalimba in a hurry over fluttering paper."),
    "brushes": MoodInfo(caption="soft brushed drums", description="Room to think: brushes, bass and a few kalimba notes."),
    "muffled": MoodInfo(caption="muffled music", description="The groove behind cloth: secrecy.", stops="muffled music fades"),
    "hum": MoodInfo(caption="a low hum", description="Threat without fear: a soft, steady hum that thins out as it goes on."),
    "warm": MoodInfo(caption="warm, gentle music", description="Being believed: brushes, kettle, marimba and the open tune."),
    "full": MoodInfo(caption="everyone drumming", description="Their own beat is back. Ends the film with the whole tune."),
    # score: star
    "lullaby": MoodInfo(caption="a gentle tune", description="The den: a rocking kalimba tune with soft brushes."),
    "hurry": MoodInfo(caption="the tune speeds up", description="Too much, too fast: the same tune, quicker, without its bass."),
    "low": MoodInfo(caption="one low note", description="Threat for the youngest: one low note, held softly.", stops="the low note fades"),
    "hush": MoodInfo(caption="a few quiet notes", description="A breath of space: the tune's first notes, far apart."),
    "together": MoodInfo(
        caption="the tune returns", description="Heard and helped: tune, marimba, brushes. Ends the film with the whole tune."
    ),
    # score: door
    "wall": MoodInfo(
        caption="drumming through a wall", description="The children's groove, heard from the hall.", stops="the drumming has stopped"
    ),
    "marimba": MoodInfo(caption="soft marimba", description="Listening: a slow marimba, brushes, long notes."),
    "kitchen": MoodInfo(caption="drumming on bowls", description="Washing-up bowls as drums. Ends the film with the whole tune."),
}

SOUNDS: Mapping[str, SoundInfo] = MappingProxyType(_SOUNDS)
"""Every sound by the name a storyboard uses."""

MOODS: Mapping[str, MoodInfo] = MappingProxyType(_MOODS)
"""Every mood by the name a storyboard uses."""

QUIET = frozenset({"none", "room"})
"""Moods in which the bed is empty. The mix adds the room's tone there as everywhere, so that nothing is ever digital silence."""
