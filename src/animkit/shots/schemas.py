"""What each scene may be told: the JSON Schemas of all scenes' params, read from their code in a child once a change.

A schema bears, besides the params, ``description`` (the scene's docstring), ``x-animkit-beats`` (its beats, and what it does on each) and
``x-animkit-needs`` (``help_routes``). A scene that does not load has one that allows anything and bears ``x-animkit-broken``: a film
that does not use it is none the worse for it.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from typing import Any

from animkit.campaign.project import Project
from animkit.findings import Finding
from animkit.shots.dependencies import Sources, recall, remember, versions
from animkit.shots.ended import done_by, shown
from animkit.shots.shoot import open_studio, scenes_folders
from animkit.shots.studio import Studio
from animkit.store import Store, key_of

KIND = "scene-schemas"
SECONDS = 120.0


def scene_schemas(project: Project, store: Store, *, within: Studio | None = None) -> dict[str, dict[str, Any]]:
    """The schema of every scene of the project and the library, by the name a storyboard uses."""
    names = sorted(project.scenes())
    if not names:
        return {}
    recall(store)
    reader = Sources([root / "scenes" for root in project.roots()])
    sources = {name: reader.reached(name) for name in names}
    remember(store)
    key = key_of({"sources": sources, "versions": {**versions(), "pydantic": importlib.metadata.version("pydantic")}})
    entry = store.get(KIND, key)
    if entry is None:
        job = {"action": "schemas", "names": names, "scenes_folders": scenes_folders(project)}
        with nullcontext(within) if within else open_studio(store) as opened:
            _, ended = opened.run(job, SECONDS)
        entry = store.put(KIND, key, {}, done_by(ended, "", project))
    schemas: dict[str, dict[str, Any]] = dict(entry.facts["schemas"])
    return schemas


def broken_scenes(schemas: Mapping[str, Mapping[str, Any]], used: Iterable[str], project: Project) -> tuple[Finding, ...]:
    """A finding, with its line, for each of the scenes in ``used`` that does not load."""
    return tuple(
        shown(Finding.from_json(schemas[name]["x-animkit-broken"]), project)
        for name in sorted(set(used))
        if "x-animkit-broken" in schemas.get(name, {})
    )
