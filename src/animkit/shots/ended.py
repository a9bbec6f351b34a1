"""How a child ended, in the editor's words: its answer, or a finding that says why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from animkit.campaign.project import Project
from animkit.findings import ExitCode, Finding, Refused
from animkit.shots.server import MEMORY_BYTES
from animkit.shots.studio import Ended


def done_by(ended: Ended, shot: str, project: Project) -> Mapping[str, Any]:
    """What the child's job was done with. Refused with its findings, or with how it was ended."""
    if ended.result is not None and "done" in ended.result and not ended.status:
        done: Mapping[str, Any] = ended.result["done"]
        return done
    if ended.result is not None and "findings" in ended.result:
        raise Refused(*(shown(Finding.from_json(values), project) for values in ended.result["findings"]))
    raise Refused(_ended_badly(ended, shot))


def shown(finding: Finding, project: Project) -> Finding:
    """The finding with its file named as messages name files."""
    place = finding.place
    return replace(finding, place=replace(place, path=project.shown(Path(place.path)))) if place.path else finding


def _ended_badly(ended: Ended, shot: str) -> Finding:
    last = ended.log.strip().splitlines()[-1:] or ["it said nothing"]
    out_of_memory = last[0].startswith(("MemoryError", "numpy._core._exceptions._ArrayMemoryError"))
    if ended.is_overdue or ended.killed_by == "SIGXCPU":
        code, what, mend = "overdue", "drawing it took too long and was stopped", "look for a loop that does not end in its scene"
    elif out_of_memory:
        most = f"{MEMORY_BYTES >> 30} GiB"
        code, what, mend = (
            "out-of-memory",
            f"drawing it needs more than the {most} it may have",
            "draw fewer or smaller things in its scene",
        )
    elif ended.killed_by == "SIGKILL":
        what = "the process that drew it was killed: by somebody, or by the machine for want of memory"
        code, mend = "child-killed", "run it again, with fewer --jobs if memory is short"
    else:
        code, what, mend = "child-failed", f"the process that drew it ended: {ended.killed_by or last[0]}", "run it again with --debug"
    return Finding(code, what, mend=mend, shot=shot, exit_code=ExitCode.RENDER_FAILED)
