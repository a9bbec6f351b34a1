"""A second opinion on a finished film: MediaConch with our policy, where it is installed.

It exits with 0 whatever it finds, so its words are read: ``pass!`` or ``fail!``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from animkit.film.model import gate
from animkit.findings import Finding

POLICY = Path(__file__).parent / "delivery-policy.xml"
POLICY_NAME = "animkit film"
DEADLINE_S = 120
FAILED = re.compile(r"\[fail:(.+)\]")


def mediaconch_findings(path: Path) -> tuple[Finding, ...] | None:
    """What MediaConch holds against the film at ``path``; None where it is not installed or does not answer."""
    program = shutil.which("mediaconch")
    if program is None:
        return None
    command = [program, "-p", str(POLICY), str(path.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_S, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.stdout.startswith("pass!"):
        return ()
    if not done.stdout.startswith("fail!"):
        return None
    failed = [rule for rule in FAILED.findall(done.stdout) if rule != POLICY_NAME]
    return tuple(gate("mediaconch", f"MediaConch holds against '{path.name}': {rule}") for rule in failed or ["the policy as a whole"])
