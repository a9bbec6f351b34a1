"""Findings: what any stage or check reports, and the refusal that carries them.

Promise: a finding says where, what, why and how to mend, in the editor's words; it can be sorted, pickled and turned into JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

SHOWN_AT_ONCE = 50
"""How many findings of one file are printed before the rest is only counted (promise 5)."""


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NEEDS_A_PERSON = "needs a person"


class ExitCode(IntEnum):
    """What a command's exit status means. 130 and 143 are left to SIGINT and SIGTERM."""

    OK = 0
    RENDER_FAILED = 1
    REFUSED = 2
    ENVIRONMENT = 3
    GATE_FAILED = 4
    INTERRUPTED = 130
    TERMINATED = 143


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding is. ``line`` and ``col`` count from 1; 0 means the file as a whole."""

    path: str = ""
    line: int = 0
    col: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path or "animkit"
        return f"{self.path}:{self.line}:{self.col}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend or to know.

    ``code`` is a short stable name in kebab case (``unknown-key``). ``what`` is the problem in one sentence without a full stop,
    ``why`` the reason, ``mend`` what the editor can do. ``shot`` and ``frame`` say where in the film it is, when that is known.
    """

    code: str
    what: str
    why: str = ""
    mend: str = ""
    place: Place = field(default_factory=Place)
    severity: Severity = Severity.ERROR
    exit_code: ExitCode = ExitCode.REFUSED
    shot: str = ""
    frame: int | None = None

    def __str__(self) -> str:
        shot = f"shot '{self.shot}': " if self.shot else ""
        parts = "; ".join(part for part in (self.why, self.mend) if part)
        label = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{self.place}: {label}{shot}{self.what}" + (f"; {parts}" if parts else "")

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON values, for ``--json`` and report.json."""
        return asdict(self) | {"severity": str(self.severity), "exit_code": int(self.exit_code)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Finding:
        """The finding that `as_json` made these values of."""
        place, severity, code = Place(**values["place"]), Severity(values["severity"]), ExitCode(values["exit_code"])
        return cls(**{**values, "place": place, "severity": severity, "exit_code": code})


class Refused(Exception):
    """A stage refuses to go on. Carries every finding that led to it; always picklable."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings: tuple[Finding, ...] = findings

    @property
    def exit_code(self) -> ExitCode:
        """The gravest reason among the errors: the environment, then rendering, then the storyboard, then a gate."""
        codes = {finding.exit_code for finding in errors(self.findings)} or {ExitCode.REFUSED}
        order = (ExitCode.ENVIRONMENT, ExitCode.RENDER_FAILED, ExitCode.REFUSED, ExitCode.GATE_FAILED)
        return next((code for code in order if code in codes), ExitCode.REFUSED)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that refuse."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
