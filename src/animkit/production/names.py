"""Every name that a storyboard may use in a project, gathered from the stages that own them."""

from __future__ import annotations

from animkit.campaign.load import Campaign
from animkit.campaign.project import Project
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.storyboard.names import Names


def names_in(project: Project, shared: Campaign) -> Names:
    """What a storyboard of this project may name beyond the campaign's data."""
    from animkit.film.deliverables import DELIVERABLES

    return Names(
        sounds={name: len(info.onsets_ms) for name, info in SOUNDS.items()},
        moods=MOODS,
        scores=[path.stem for path in project.assets("scores/*.yaml")],
        themes=[path.stem for path in project.assets("themes/*.yaml")],
        deliverables=DELIVERABLES,
        glyphs={*(sign.glyph for sign in shared.signs), *(action.glyph for action in shared.actions)},
    )
