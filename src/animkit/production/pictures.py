"""Pictures as a command's stage: the shots' tasks, their clips and their panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from animkit.captions.cue import Cue
from animkit.film.captioned import Drawn
from animkit.findings import Finding, Refused
from animkit.production.prepare import Prepared
from animkit.production.settings import DRAFT_HEIGHT_PX
from animkit.shots.model import ShotTask
from animkit.shots.tasks import shot_tasks
from animkit.storyboard.near import choose
from animkit.timing.timeline import Timeline


def size_of(prepared: Prepared, *, draft: bool) -> tuple[int, int]:
    """Width and height of the film's picture in pixels: the profile's, or a draft's small one of the same shape."""
    rules = prepared.campaign.profile.delivery
    if not draft:
        return rules.width_px, rules.height_px
    return round(DRAFT_HEIGHT_PX * rules.width_px / rules.height_px / 2) * 2, DRAFT_HEIGHT_PX


def tasks_of(prepared: Prepared, timeline: Timeline, size: tuple[int, int], only: Sequence[str] = ()) -> tuple[ShotTask, ...]:
    """The shots' tasks, or those of ``only``."""
    tasks = shot_tasks(prepared.storyboard, timeline, prepared.campaign, scenes=prepared.scenes, size=size)
    return tuple(task for task in tasks if not only or task.shot in only)


def require_shots(prepared: Prepared, only: Sequence[str]) -> None:
    """Refused where one of ``only`` names no shot; asked before anything is spoken or drawn."""
    names = [shot.id for shot in prepared.storyboard.shots()]
    unknown = [name for name in only if name not in names]
    if unknown:
        raise Refused(*(Finding("unknown-shot", f"--only names no shot '{name}'", mend=choose(name, names)) for name in unknown))


def caption_drawer(prepared: Prepared) -> Callable[[Cue, int, int], Drawn]:
    """What draws a cue for a picture of a given size, in the film's theme and language."""

    def draw(cue: Cue, width_px: int, height_px: int) -> Drawn:
        from animkit.captions.picture import cue_picture

        return cue_picture(cue, prepared.campaign.theme, width_px, height_px, language=prepared.storyboard.language)

    return draw
