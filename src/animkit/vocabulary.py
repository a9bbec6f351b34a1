"""Every name a storyboard may use in this project, gathered from the stages that own them. Imports nothing heavy."""

from __future__ import annotations

from animkit.campaign.project import Project
from animkit.film.deliverables import DELIVERABLES
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.storyboard.names import Names


def names(project: Project) -> Names:
    """The sounds, moods and deliverables there are, and the scores and themes of ``project`` and the library."""
    return Names(
        sounds={name: len(sound.onsets_ms) for name, sound in SOUNDS.items()},
        moods=tuple(MOODS),
        scores=tuple(path.stem for path in project.assets("scores/*.yaml")),
        themes=tuple(path.stem for path in project.assets("themes/*.yaml")),
        deliverables=tuple(DELIVERABLES),
    )
