"""Looking at a scene while it is being made: `python -m animkit.shots.look scenes/door.py --params '{"guest": "maya"}'`.

Draws a few of its moments into a contact sheet (look.png), without a storyboard; with --film the whole shot, and how fast it was drawn.
Beats that are not stated are spread evenly over the shot, in the order in which the scene names them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from animkit import campaign
from animkit.campaign.project import Project, library_root
from animkit.findings import Refused
from animkit.frames import frames_for
from animkit.shots.model import Clip, ShotTask
from animkit.shots.panels import contact_sheet, panels
from animkit.shots.schemas import broken_scenes, scene_schemas
from animkit.shots.shoot import open_studio, shoot
from animkit.shots.tasks import as_seen, as_shown
from animkit.store import Store


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 1 if the scene cannot be drawn."""
    options = _parser().parse_args(arguments)
    root = options.scene.resolve().parent.parent
    project = Project(root, library_root().resolve())
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        try:
            with open_studio(store) as studio:
                schemas = scene_schemas(project, store, within=studio)
                task = task_for(options, project, schemas)
                if options.film:
                    began = time.monotonic()
                    clip = shoot([task], project=project, store=store, exact=options.exact, within=studio)[task.shot]
                    _film(clip, options.film, time.monotonic() - began)
                drawn = panels([task], project=project, store=store, moments=options.moments, within=studio)
                options.out.write_bytes(contact_sheet(drawn[task.shot], fps=task.fps, columns=options.columns, width_px=options.thumb))
        except Refused as refusal:
            print(refusal, file=sys.stderr)
            return 1
    print(f"{options.out}: {options.moments} moments of {task.frames} frames")
    return 0


def task_for(options: argparse.Namespace, project: Project, schemas: dict[str, dict[str, Any]]) -> ShotTask:
    """A task with everything that the campaign has, beats spread evenly where none are stated. Refused if the scene does not load."""
    shared = campaign.load(project, options.theme)
    name = options.scene.stem.replace("_", "-")
    broken = broken_scenes(schemas, [name], project)
    if broken:
        raise Refused(*broken)
    frames = frames_for(options.seconds, options.fps)
    expected = schemas[name]["x-animkit-beats"]
    spread = {beat: frames * (number + 1) // (len(expected) + 1) for number, beat in enumerate(expected)}
    return ShotTask(
        shot=name,
        scene=name,
        params=options.params,
        frames=frames,
        fps=options.fps,
        width_px=options.size[0],
        height_px=options.size[1],
        beats=spread | options.beats,
        theme=shared.theme,
        cast={who: as_seen(person) for who, person in shared.cast.items()},
        help_routes=tuple(as_shown(route) for route in shared.help_routes if route.id in options.routes),
        still_life=options.still_life,
    )


def _film(clip: Clip, path: Path, seconds: float) -> None:
    (piece,) = clip.pieces
    path.write_bytes(piece.path.read_bytes())
    for note in clip.notes:
        print(note, file=sys.stderr)
    print(f"{path}: {piece.frames} frames, {clip.frames_drawn} different, {piece.frames / seconds:.0f} frames a second")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m animkit.shots.look", description=__doc__)
    parser.add_argument("scene", type=Path, help="the scene's file")
    parser.add_argument("--params", type=json.loads, default={}, help="what it is told, as JSON")
    parser.add_argument("--beats", type=_beats, default={}, help="frames of its beats: live=40,end=90")
    parser.add_argument(
        "--routes", type=lambda text: text.split(","), default=("emergency-999", "childline", "ceop"), help="help routes, by id"
    )
    parser.add_argument("--seconds", type=float, default=6.0, help="how long the shot is")
    parser.add_argument("--moments", type=int, default=6, help="how many pictures")
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--thumb", type=int, default=640, help="width of each picture on the sheet, in px")
    parser.add_argument("--size", type=_size, default=(1920, 1080), help="the film's picture: 1920x1080")
    parser.add_argument("--fps", type=int, default=25)
    parser.add_argument("--theme", default="campaign")
    parser.add_argument("--out", type=Path, default=Path("look.png"), help="the contact sheet")
    parser.add_argument("--film", type=Path, help="also draw the whole shot into this file")
    parser.add_argument("--exact", action="store_true", help="by manim's own camera")
    parser.add_argument("--still-life", action="store_true", help="without breathing and blinking")
    return parser


def _beats(text: str) -> dict[str, int]:
    return {name: int(frame) for name, _, frame in (part.partition("=") for part in text.split(",") if part)}


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
