"""Captions: the rules, the words, the grammar of the file, and how the open ones look."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from animkit.campaign.project import library_root
from animkit.captions.check import check
from animkit.captions.cue import Cue
from animkit.findings import Finding, Place
from animkit.gate.evidence import Evidence
from animkit.gate.measure.letters import luminance
from animkit.gate.model import NotRunError, Outcome, held
from animkit.timing.reading import reader_for

PARSER = Path(__file__).parent / "webvtt.cjs"
INSTALL = "apt-get install nodejs npm && npm install --global webvtt-parser"
JUDGES = Path("requirements") / "judges" / "node_modules"
"""Where script/test puts it, in a checkout; elsewhere npm's global folder is looked into."""

DEADLINE_S = 60
SPEED, ROWS, WORDS = {"caption-speed"}, {"caption-row-long", "caption-rows", "caption-row-text"}, {"caption-words", "caption-window"}


def cps(cue: Cue, fps: int) -> float:
    """How fast a caption is read, in characters a second."""
    return (len(cue.label) + len(" ".join(cue.rows))) * fps / max(1, cue.end - cue.start)


def speed(evidence: Evidence) -> Outcome:
    """Every caption can be read by its audience."""
    cues = _cues(evidence)
    fastest = max(cues, key=lambda cue: cps(cue, evidence.fps), default=None)
    number = cues.index(fastest) + 1 if fastest else 0
    measured = f"{cps(fastest, evidence.fps):.1f} in caption {number}" if fastest else "no captions"
    band = _band(evidence)
    limit = f"{evidence.profile.bands[band].captions_cps:g} letters a second"  # type: ignore[index]  # A band of the model.
    return Outcome(measured=measured, limit=limit, source=evidence.source(f"bands.{band}.captions_cps"), findings=_found(evidence, SPEED))


def rows(evidence: Evidence) -> Outcome:
    """No row is too long, no caption has too many."""
    reader = reader_for(evidence.profile, _band(evidence), evidence.fps)  # type: ignore[arg-type]  # A band of the model.
    longest = max(
        (len((cue.label if not number else "") + row) for cue in _cues(evidence) for number, row in enumerate(cue.rows)), default=0
    )
    source = evidence.source("captions.line_chars")
    return Outcome(measured=f"{longest} letters", limit=f"{reader.row_chars} letters", source=source, findings=_found(evidence, ROWS))


def words(evidence: Evidence) -> Outcome:
    """What is shown is what is said, while it is said."""
    assert evidence.timeline is not None
    found = _found(evidence, WORDS)
    lines = len(evidence.timeline.takes)
    wrong = len({finding.what for finding in found})
    return Outcome(measured=f"{lines - wrong} of {lines} lines", limit="all", findings=found)


def timing(evidence: Evidence) -> Outcome:
    """All other rules of captions: how long, how far apart, where they end, which sounds nobody can read."""
    found = tuple(one for one in _all(evidence) if one.code not in SPEED | ROWS | WORDS)
    rules = evidence.profile.captions
    limit = f"{rules.shortest_ms / 1000:g} to {rules.longest_ms / 1000:g} s, apart or touching"
    return Outcome(measured=f"{len(_cues(evidence))} captions", limit=limit, source=evidence.source("captions.longest_ms"), findings=found)


def grammar(evidence: Evidence) -> Outcome:
    """The caption, chapter and description files keep the grammar of the W3C, by its own parser."""
    assert evidence.papers is not None
    files = {name: path for name, path in evidence.papers.items() if name.endswith(".vtt")}
    problems = by_webvtt_parser(list(files.values())) if files else {}
    found = tuple(
        Finding(
            "caption-grammar",
            f"{path.name}: {problem['message']}",
            why="a player may leave out what it cannot read",
            mend="build it again; if it stays, it is a mistake of animkit",
            place=Place(path.name, problem["line"], max(1, problem["col"])),
            exit_code=held("", "").exit_code,
        )
        for path, found_in in problems.items()
        for problem in found_in
    )
    return Outcome(measured=f"{len(found)} in {len(files)} files", limit="0", source="Source", findings=found)


def by_webvtt_parser(paths: list[Path]) -> dict[Path, list[dict[str, Any]]]:
    """What the W3C's parser (npm webvtt-parser) holds against each file. NotRunError where node or the parser is missing."""
    node = shutil.which("node") or shutil.which("nodejs")
    if node is None:
        raise NotRunError("there is no node to run the W3C's parser", INSTALL)
    modules = os.pathsep.join([str(library_root() / JUDGES), _global_modules()])
    command = [node, str(PARSER), modules, *(str(path) for path in paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_S, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise NotRunError("the W3C's parser (webvtt-parser) is not installed", INSTALL)
    return dict(zip(paths, json.loads(done.stdout), strict=True))


def _global_modules() -> str:
    npm = shutil.which("npm")
    if npm is None:
        return ""
    with tempfile.TemporaryDirectory() as folder:  # npm writes a log of every call into its cache, which lies in the user's home.
        environment = os.environ | {"npm_config_cache": folder, "npm_config_update_notifier": "false"}
        command = [npm, "root", "--global"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_S, check=False, env=environment)
    return done.stdout.strip()


def box(draw: Callable[[Cue, int, int], tuple[np.ndarray, int, int]], evidence: Evidence) -> Outcome:
    """Open captions: white on their box, whatever lies behind it; inside the safe area."""
    rules = evidence.profile.captions
    width, height = evidence.profile.delivery.width_px, evidence.profile.delivery.height_px
    found, lowest = [], 21.0
    for cue in _cues(evidence):
        picture, left, top = draw(cue, width, height)
        lowest = min(lowest, box_contrast(picture))
        edge_x, edge_y = rules.safe_area_share * width, rules.safe_area_share * height
        if left < edge_x or top < edge_y or left + picture.shape[1] > width - edge_x + 2 or top + picture.shape[0] > height - edge_y + 2:
            what = f"the caption “{' '.join(cue.rows)}” leaves the safe area"
            found.append(held("caption-edge", what, why="projectors cut the edge off", shot=cue.shot, frame=cue.start))
    if lowest < rules.contrast:
        what = f"captions have a contrast of {lowest:.1f} to 1 on a white picture"
        found.append(held("caption-contrast", what, why=f"they need {rules.contrast:g}", mend="make the theme's caption_box darker"))
    source = evidence.source("captions.contrast")
    return Outcome(measured=f"{lowest:.1f} : 1", limit=f"{rules.contrast:g} : 1", source=source, findings=tuple(found))


def box_contrast(picture: np.ndarray) -> float:
    """The contrast of a caption's words ((height, width, 4) uint8, straight alpha) with its box over white: the worst ground there is."""
    alpha = picture[:, :, 3:].astype(np.float64) / 255
    over_white = picture[:, :, :3] * alpha + 255 * (1 - alpha)
    light = luminance(over_white[picture[:, :, 3] > 128])
    words_light, box_light = np.percentile(light, 99.9), np.median(light)
    return float((words_light + 0.05) / (box_light + 0.05))


def _cues(evidence: Evidence) -> tuple[Cue, ...]:
    assert evidence.cues is not None
    return evidence.cues


def _band(evidence: Evidence) -> str:
    assert evidence.storyboard is not None
    return evidence.storyboard.band


def _all(evidence: Evidence) -> tuple[Finding, ...]:
    band = evidence.storyboard.band if evidence.storyboard else "11-14"
    return check(_cues(evidence), evidence.profile, band, fps=evidence.fps, timeline=evidence.timeline)


def _found(evidence: Evidence, codes: set[str]) -> tuple[Finding, ...]:
    return tuple(one for one in _all(evidence) if one.code in codes)
