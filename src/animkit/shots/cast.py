"""The cast sheet: everyone of the campaign in all moods, as `animkit cast` shows them."""

from __future__ import annotations

from contextlib import nullcontext

from animkit import campaign
from animkit.campaign.project import Project
from animkit.shots.ended import done_by
from animkit.shots.model import ShotTask
from animkit.shots.shoot import open_studio, scenes_folders
from animkit.shots.studio import Studio
from animkit.shots.tasks import FULL_SIZE, as_seen
from animkit.store import Store

SECONDS = 120.0


def cast_sheet(project: Project, store: Store, theme: str = "campaign", *, within: Studio | None = None) -> bytes:
    """The sheet as a PNG, as large as the cast. Refused with what is wrong with a look."""
    shared = campaign.load(project, theme)
    task = ShotTask(
        shot="cast",
        scene="",
        params={},
        frames=1,
        fps=25,
        width_px=FULL_SIZE[0],
        height_px=FULL_SIZE[1],
        theme=shared.theme,
        cast={who: as_seen(person) for who, person in shared.cast.items() if person.look},
    )
    with nullcontext(within) if within else open_studio(store) as opened:
        folder, ended = opened.run({"action": "cast", "task": task.as_json(), "scenes_folders": scenes_folders(project)}, SECONDS)
        done_by(ended, "", project)
        return (folder / "0.png").read_bytes()
