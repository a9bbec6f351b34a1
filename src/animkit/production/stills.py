"""Stills as commands' stages: contact sheets, the cast sheet, the animatic."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from animkit.campaign.project import Project
from animkit.findings import Finding
from animkit.narration.session import Narration
from animkit.production import pictures
from animkit.production.prepare import Prepared, at_their_lines
from animkit.production.settings import Progress
from animkit.store import Store, write_whole
from animkit.timing.timeline import Timeline


def contact_sheets(
    prepared: Prepared,
    timeline: Timeline,
    store: Store,
    folder: Path,
    *,
    moments: int,
    only: Sequence[str],
    jobs: int,
    draft: bool,
    progress: Progress,
) -> tuple[Path, tuple[Path, ...]]:
    """Draw ``moments`` stills of each shot into panels/ and one labelled sheet of them all; returns the sheet and the stills."""
    from animkit.shots.panels import contact_sheet, panels

    tasks = pictures.tasks_of(prepared, timeline, pictures.size_of(prepared, draft=draft), only)
    with store.in_use(), at_their_lines(prepared):
        drawn = panels(tasks, project=prepared.project, store=store, moments=moments, jobs=jobs, progress=progress)
        flat = [panel for task in tasks for panel in drawn[task.shot]]
        paths = []
        for panel in flat:
            path = folder / "panels" / f"{panel.shot}-{panel.frame:04d}.png"
            write_whole(path, panel.path.read_bytes())
            paths.append(path)
        sheet = folder / "panels.png"
        write_whole(sheet, contact_sheet(flat, fps=timeline.fps, columns=moments if moments > 2 else 4))
    return sheet, tuple(paths)


def make_animatic(
    prepared: Prepared, narration: Narration, store: Store, folder: Path, *, jobs: int, progress: Progress
) -> tuple[Path, Timeline, tuple[Finding, ...]]:
    """The animatic at NAME-animatic.mp4: panels held for their slots, the film's own sound."""
    from animkit.film.animatic import animatic_task
    from animkit.film.derive import derived
    from animkit.film.films import write
    from animkit.film.model import FilmPlan
    from animkit.film.tracks import chapter_marks
    from animkit.production.sound import film_sound
    from animkit.production.timetable import timetable
    from animkit.shots.panels import panels

    timeline, findings = timetable(prepared, narration)
    tasks = pictures.tasks_of(prepared, timeline, pictures.size_of(prepared, draft=True))
    drawn = panels(tasks, project=prepared.project, store=store, moments=2, jobs=jobs, progress=progress)
    task = animatic_task(timeline, {shot: [(panel.frame, panel.path) for panel in stills] for shot, stills in drawn.items()})
    picture = derived(task, store)
    sound, _ = film_sound(prepared, timeline, narration, store)
    plan = FilmPlan(
        title=f"{prepared.storyboard.title} (animatic)",
        language=prepared.storyboard.language,
        fps=timeline.fps,
        frames=timeline.frames,
        stretches=(picture,),
        sound=sound.path,
        chapters=chapter_marks(timeline),
    )
    path = folder / f"{prepared.name}-animatic.mp4"
    with write(plan, path, prepared.campaign.profile, size_px=(0, 0)).file as file:
        file.accept()
    return path, timeline, (*prepared.findings, *narration.findings, *findings)


def draw_cast(project: Project, store: Store, out: Path) -> Path:
    """The cast sheet as a PNG at ``out``."""
    from animkit.shots.cast import cast_sheet

    write_whole(out, cast_sheet(project, store))
    return out
