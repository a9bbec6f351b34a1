"""Panels: stills of a shot, drawn without drawing what lies between, and a contact sheet of them.

The clock of the scene runs to each wanted frame, so a panel is to the pixel that frame of the clip. What needs layout (words that do
not fit, letters that no font has) is found here, before any shot is rendered.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from animkit.campaign.project import Project
from animkit.frames import timecode
from animkit.shots.ended import done_by
from animkit.shots.model import ShotTask
from animkit.shots.parallel import each
from animkit.shots.shoot import SECONDS_A_FRAME, SECONDS_AT_LEAST, Progress, keys_of, length, open_studio, scenes_folders
from animkit.shots.studio import Studio
from animkit.store import Store, key_of

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

KIND = "panels"
GAP_PX, LABEL_PX = 12, 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One still: a PNG in the store, as large as the film. ``frame`` counts from the shot's first."""

    shot: str
    frame: int
    path: Path


def moments_of(task: ShotTask, count: int) -> tuple[int, ...]:
    """The frames of ``count`` panels, each in the middle of its share of the shot."""
    return tuple(sorted({(2 * number + 1) * task.frames // (2 * count) for number in range(count)}))


def panels(
    tasks: Sequence[ShotTask],
    *,
    project: Project,
    store: Store,
    moments: int = 1,
    at: Mapping[str, Sequence[int]] | None = None,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
    within: Studio | None = None,
) -> dict[str, tuple[Panel, ...]]:
    """``moments`` panels of each task, by its shot, from the store or drawn; or those of the frames that ``at`` names for its shot.

    Refused with the findings of all that cannot be drawn.
    """
    fingerprints = keys_of(tasks, project)
    wanted = {task.shot: tuple(sorted(set(at[task.shot]))) if at else moments_of(task, moments) for task in tasks}
    keys = {shot: key_of([fingerprint, wanted[shot]]) for shot, fingerprint in fingerprints.items()}
    found: dict[str, tuple[Panel, ...]] = {}
    for task in tasks:
        entry = store.get(KIND, keys[task.shot])
        if entry is not None:
            found[task.shot] = tuple(Panel(shot=task.shot, frame=frame, path=entry.files[str(frame)]) for frame in wanted[task.shot])
    missing = [task for task in tasks if task.shot not in found]
    progress("panels", len(found), len(tasks))
    if missing:
        with nullcontext(within) if within else open_studio(store) as opened:

            def draw(task: ShotTask) -> tuple[Panel, ...]:
                return stills(task, wanted[task.shot], keys[task.shot], opened, project, store)

            for task, drawn in each(draw, missing, min(jobs, len(missing))):
                found[task.shot] = drawn
                progress("panels", len(found), len(tasks))
    return {task.shot: found[task.shot] for task in tasks}


def stills(task: ShotTask, frames: Sequence[int], key: str, opened: Studio, project: Project, store: Store) -> tuple[Panel, ...]:
    """Draw these frames of a shot in a child and keep them. Refused if they cannot be drawn."""
    job = {"action": "stills", "task": task.as_json(), "frames": list(frames), "exact": False, "scenes_folders": scenes_folders(project)}
    folder, ended = opened.run(job, SECONDS_AT_LEAST + SECONDS_A_FRAME * length(task))
    facts = done_by(ended, task.shot, project)
    entry = store.put(KIND, key, {str(frame): folder / f"{frame}.png" for frame in frames}, facts)
    shutil.rmtree(folder)
    return tuple(Panel(shot=task.shot, frame=frame, path=entry.files[str(frame)]) for frame in frames)


def contact_sheet(shown: Sequence[Panel], *, fps: int, columns: int = 4, width_px: int = 480) -> bytes:
    """The panels side by side as a PNG, each with its shot, its time in the shot and its frame."""
    from PIL import Image, ImageDraw

    thumbs = [_thumb(panel.path, width_px) for panel in shown]
    row_px = max(thumb.height for thumb in thumbs) + LABEL_PX + GAP_PX
    columns = min(columns, len(thumbs))
    rows = -(-len(thumbs) // columns)
    sheet = Image.new("RGB", (columns * (width_px + GAP_PX) + GAP_PX, rows * row_px + GAP_PX), "white")
    pen = ImageDraw.Draw(sheet)
    for number, (panel, thumb) in enumerate(zip(shown, thumbs, strict=True)):
        row, column = divmod(number, columns)
        left, top = GAP_PX + column * (width_px + GAP_PX), GAP_PX + row * row_px
        sheet.paste(thumb, (left, top + LABEL_PX))
        pen.text((left, top + 3), f"{panel.shot}  {timecode(panel.frame, fps)}  (frame {panel.frame})", fill="black", font_size=15)
    file = io.BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()


def _thumb(path: Path, width_px: int) -> Picture:
    from PIL import Image

    with Image.open(path) as image:
        thumb: Image.Image = image.convert("RGB").resize((width_px, image.height * width_px // image.width), Image.Resampling.LANCZOS)
    return thumb
