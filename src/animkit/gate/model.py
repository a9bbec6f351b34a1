"""What the gate passes on, as values: what a check found, and what became of all of them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from animkit.findings import ExitCode, Finding, Severity

if TYPE_CHECKING:
    from animkit.gate.evidence import Evidence

Cost = Literal["cheap", "dear"]
"""What a draft's build can afford: cheap checks read what the build knows already; dear ones decode, draw or listen."""


class State(StrEnum):
    """What became of a check."""

    PASS = "pass"
    WARNING = "warning"
    REFUSED = "refused"
    NEEDS_A_PERSON = "needs a person"
    NOT_RUN = "not run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a check measured, its limit, what that rests on (Source, Inferred, Measured or Rule), and what it holds against the film."""

    measured: str
    limit: str
    source: str = "Rule"
    findings: tuple[Finding, ...] = ()


class NotRunError(Exception):
    """A check cannot be run here. ``why`` is a clause; ``mend`` what would let it run (for a missing judge the line that installs it)."""

    def __init__(self, why: str, mend: str = "") -> None:
        super().__init__(why, mend)
        self.why, self.mend = why, mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that is asked of a film. ``needs`` names fields of Evidence without which it cannot be asked."""

    name: str
    family: str
    title: str
    run: Callable[[Evidence], Outcome]
    needs: tuple[str, ...] = ()
    cost: Cost = "cheap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A check and what became of it: a row of the report. ``why`` and ``mend`` are for one that was not run."""

    name: str
    family: str
    title: str
    state: State
    measured: str = ""
    limit: str = ""
    source: str = ""
    findings: tuple[Finding, ...] = ()
    why: str = ""
    mend: str = ""

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return {
            "check": self.name,
            "family": self.family,
            "title": self.title,
            "state": str(self.state),
            "measured": self.measured,
            "limit": self.limit,
            "source": self.source,
            "findings": [finding.as_json() for finding in self.findings],
            **({"not_run": self.why, "mend": self.mend} if self.state is State.NOT_RUN else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All rows, in the table's order."""

    rows: tuple[Row, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks hold against the film, gravest first, each once."""
        order = list(Severity)
        found = dict.fromkeys(finding for row in self.rows for finding in row.findings)
        return tuple(sorted(found, key=lambda one: (order.index(one.severity), one.frame if one.frame is not None else -1)))

    @property
    def refused(self) -> bool:
        """Whether one check at least refuses the film."""
        return any(row.state is State.REFUSED for row in self.rows)

    def count(self, state: State) -> int:
        """How many checks ended so."""
        return sum(row.state is state for row in self.rows)


GRAVITY = {Severity.ERROR: State.REFUSED, Severity.WARNING: State.WARNING, Severity.NEEDS_A_PERSON: State.NEEDS_A_PERSON}


def state_of(findings: tuple[Finding, ...]) -> State:
    """The state of a check with these findings: that of the gravest."""
    grave = [GRAVITY[severity] for severity in Severity if any(one.severity is severity for one in findings)]
    return grave[0] if grave else State.PASS


def held(code: str, what: str, *, why: str = "", mend: str = "", shot: str = "", frame: int | None = None, grave: bool = True) -> Finding:
    """Something held against the film: it refuses, or, not ``grave``, it is a warning."""
    severity = Severity.ERROR if grave else Severity.WARNING
    return Finding(code, what, why=why, mend=mend, severity=severity, exit_code=ExitCode.GATE_FAILED, shot=shot, frame=frame)
