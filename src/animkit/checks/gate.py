"""The two kinds of finding a storyboard's checks make: the gate that stays shut, and what only a person can do."""

from __future__ import annotations

from animkit.findings import ExitCode, Finding, Place, Severity


def gate(code: str, what: str, why: str, mend: str, place: Place, shot: str = "") -> Finding:
    """An error of safety or access: the build stops with exit code 4, and ``mend`` has the better words."""
    return Finding(code, what, why, mend, place, Severity.ERROR, ExitCode.GATE_FAILED, shot)


def person(code: str, what: str, why: str, mend: str, place: Place, shot: str = "") -> Finding:
    """Something that a person must do, listen to or sign; it stops no draft."""
    return Finding(code, what, why, mend, place, Severity.NEEDS_A_PERSON, ExitCode.GATE_FAILED, shot)
