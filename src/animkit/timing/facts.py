"""What the planner needs to know besides storyboard and takes: the profile's numbers in frames, who is read to, what can be heard. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from animkit import frames
from animkit.campaign.load import Campaign
from animkit.campaign.model import Band, HelpRoute
from animkit.campaign.profile import CaptionRules, TimingRules
from animkit.findings import Place
from animkit.sound.catalogue import MoodInfo, SoundInfo
from animkit.timing.reading import SHAPES, Reader, reader_for

NARRATOR = "narrator"
"""The speaker who is heard and never named or seen."""

HELP_CARD = "help-card"
"""The scene that draws the help card; its shot has a least length of its own."""


class Places(Protocol):
    """Where things stand in a storyboard's file: what ``storyboard.parse`` gives as marks."""

    def shot(self, shot_id: str, *rest: str | int) -> Place:
        """The place of a shot, or of what lies at ``rest`` inside it (keys, and list indexes from 0)."""
        ...


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The numbers of one film. ``readers`` are the film's own (16:9) and the narrower picture's, for whom the same slots must do."""

    fps: int
    timing: TimingRules
    captions: CaptionRules
    readers: tuple[Reader, ...]
    help_routes: tuple[HelpRoute, ...]
    names: Mapping[str, str]
    """Everyone's name, by the name that storyboards use."""
    sounds: Mapping[str, SoundInfo]
    moods: Mapping[str, MoodInfo]
    places: Places | None = None

    def place(self, shot_id: str, *rest: str | int) -> Place:
        """Where something of a shot stands in the storyboard's file; nowhere if no file is known."""
        return self.places.shot(shot_id, *rest) if self.places else Place()

    def name(self, speaker: str) -> str:
        """What captions call ``speaker``; nothing for the narrator."""
        return "" if speaker == NARRATOR else self.names.get(speaker, speaker)

    def frames(self, milliseconds: int) -> int:
        """A least length in whole frames."""
        return frames.end_frame(milliseconds, self.fps)

    def caption_need(self, caption: str) -> int:
        """How many frames a sound's ``caption`` must stay, brackets included; 0 for none."""
        return self.readers[0].need_frames(len(caption) + 2) if caption else 0

    def sound_caption(self, sound: str, stated: str | None) -> str:
        """What is shown for ``sound``: what its storyboard says, or its own."""
        if stated is not None:
            return stated
        return self.sounds[sound].caption if sound in self.sounds else ""

    def routes_named(self, text: str) -> tuple[str, ...]:
        """The ids of the help routes that ``text`` names, by name, number or address, each once, in order."""
        found = (self._routes[" ".join(match[0].split()).casefold()] for match in self._route_words.finditer(text))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _routes(self) -> Mapping[str, str]:
        named: dict[str, str] = {}
        for route in self.help_routes:
            for words in (route.name, route.value, route.spoken, route.url, route.email, *route.says):
                named.setdefault(" ".join(words.split()).casefold(), route.id)
        named.pop("", None)
        return named

    @cached_property
    def _route_words(self) -> re.Pattern[str]:
        longest_first = sorted(self._routes, key=len, reverse=True)
        keys = "|".join(r"\s+".join(map(re.escape, key.split())) for key in longest_first)
        return re.compile(rf"(?<![\w@/.-])(?:{keys or '(?!)'})(?![\w@/])", re.IGNORECASE)


def facts_of(
    campaign: Campaign,
    band: Band,
    fps: int,
    *,
    sounds: Mapping[str, SoundInfo],
    moods: Mapping[str, MoodInfo],
    places: Places | None = None,
) -> Facts:
    """The facts for a film for ``band`` at ``fps``. KeyError for a band that the profile does not have."""
    profile = campaign.profile
    return Facts(
        fps=fps,
        timing=profile.timing,
        captions=profile.captions,
        readers=tuple(dict.fromkeys(reader_for(profile, band, fps, shape) for shape in SHAPES)),
        help_routes=campaign.help_routes,
        names={key: person.name for key, person in campaign.cast.items()},
        sounds=sounds,
        moods=moods,
        places=places,
    )
