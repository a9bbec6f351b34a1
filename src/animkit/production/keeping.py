"""What was made, kept and checked again: a build against its manifest, the store's size and its pruning."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from animkit.campaign.project import Project, library_root
from animkit.findings import Finding, errors
from animkit.store import Store

DAY_S = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What ``animkit verify`` answers: how many files were hashed, and what differs."""

    count: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSize:
    """How large a store is, and what pruning took away."""

    root: Path
    files: int
    bytes: int
    pruned_files: int = 0
    pruned_bytes: int = 0


def store_size(store: Store, *, prune_days: int | None = None) -> StoreSize:
    """The store's size; with ``prune_days``, after removing what no build has read or written for so many days.

    Pruning waits until no build holds the store.
    """
    pruned: list[int] = []
    if prune_days is not None:
        with store.in_use(exclusive=True):
            pruned = store.prune(older_than=time.time() - prune_days * DAY_S)
    sizes = [path.stat().st_size for path in store.root.rglob("*") if path.is_file()]
    return StoreSize(root=store.root, files=len(sizes), bytes=sum(sizes), pruned_files=len(pruned), pruned_bytes=sum(pruned))


def _project_of(folder: Path) -> Project | None:
    """The project whose build/ holds ``folder``; None for a build that lies elsewhere, whose inputs cannot be found."""
    builds = folder.resolve().parent
    return Project(builds.parent, library_root().resolve()) if builds.name == "build" else None


def verified(folder: Path) -> Verified:
    """Every file of a build hashed again and compared with its manifest."""
    import json

    from animkit.film.manifest import MANIFEST, verify_build

    findings = verify_build(folder, project=_project_of(folder))
    count = 0 if errors(findings) else len(json.loads((folder / MANIFEST).read_bytes())["outputs"])
    return Verified(count=count, findings=findings)
