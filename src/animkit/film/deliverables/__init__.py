"""In: a deliverable's name, as a storyboard lists it. Out: its spec, which is data. One file and one line below make a new one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from animkit.film.deliverables.captioned import CAPTIONED
from animkit.film.deliverables.described import DESCRIBED
from animkit.film.deliverables.extended import EXTENDED
from animkit.film.deliverables.model import Deliverable, Version
from animkit.film.deliverables.small import SMALL
from animkit.film.deliverables.web import WEB

__all__ = ["DELIVERABLES", "Deliverable", "Version"]

DELIVERABLES: Mapping[str, Deliverable] = MappingProxyType({spec.name: spec for spec in (WEB, CAPTIONED, SMALL, DESCRIBED, EXTENDED)})
"""Every kind of file that can be made from a film, by name."""
