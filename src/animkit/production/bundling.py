"""The packs: the film as built, and everything that a class or a home is given around it, from the same storyboard.

The film is built by the same command (what is there already comes from the store), so that film, captions, transcript, player, plan,
slides and guides never disagree.
"""

from __future__ import annotations

import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from animkit.campaign.project import Project
from animkit.checks.help_facts import check_routes
from animkit.findings import ExitCode, Finding, Refused, errors
from animkit.production.filming import build
from animkit.production.prepare import Prepared, prepare
from animkit.production.report import Report
from animkit.production.settings import Progress, Settings, in_silence, out_folder, require_rights, store_at
from animkit.store import sha256_file

if TYPE_CHECKING:
    from animkit.packs.folder.kinds import ParentsPack, SchoolPack
    from animkit.packs.folder.model import Films

FOLDER = "pack"
PLAIN = ("web", "captioned", "small")
DESCRIBED = ("described", "extended")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReport:
    """What ``animkit pack`` answers."""

    title: str
    folder: Path
    zip: Path
    files: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    findings: tuple[Finding, ...]
    film_seconds: float
    """How long the film took to make."""
    took_seconds: float

    def as_text(self) -> str:
        """The report as a producer reads it."""
        took = f"made in {self.took_seconds:.1f} s, of which the film {self.film_seconds:.1f} s"
        rows = [
            f"{self.title}: a pack of {len(self.files)} files, {took}",
            f"  in {self.folder}: open START HERE.html",
            f"  as {self.zip} ({self.zip.stat().st_size / 1e6:.1f} MB)",
            *(f"  not confirmed: {point}" for point in self.unconfirmed),
        ]
        return "\n".join(rows)

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "ok": True,
            "title": self.title,
            "folder": str(self.folder),
            "zip": str(self.zip),
            "files": list(self.files),
            "unconfirmed": list(self.unconfirmed),
            "took_seconds": round(self.took_seconds, 3),
            "findings": [finding.as_json() for finding in self.findings],
        }


def pack(settings: Settings, progress: Progress = in_silence) -> PackReport:
    """Build the film and its pack. Refused, with the last pack left as it was, if a gate sets a film aside or a paper cannot be made."""
    began = time.monotonic()
    project = Project.holding(settings.storyboard)
    store = store_at(project, settings.store)
    folder = out_folder(project, settings.storyboard, settings.out)
    require_rights(store.root, folder)
    prepared = prepare(settings.storyboard, store, settings.today, release=settings.release)
    content = _content(prepared, replace(settings, store=store.root), progress)  # First, because a mistake here is to cost no film.
    report = build(replace(settings, deliverables=_deliverables(prepared)), progress)
    if report.refused:
        names = ", ".join(made.path.name for made in report.made if made.refused)
        what = f"a gate set {names} aside, and a pack holds no film that was set aside"
        raise Refused(*report.findings, Finding("film-refused", what, mend="read report.html", exit_code=ExitCode.GATE_FAILED))
    zipped, paths = _written(content, prepared, report, folder)
    return PackReport(
        title=prepared.storyboard.title,
        folder=folder / FOLDER,
        zip=zipped,
        files=paths,
        unconfirmed=content.facts.unconfirmed,
        findings=(*report.findings, *content.findings),
        film_seconds=report.took_seconds,
        took_seconds=time.monotonic() - began,
    )


def _content(prepared: Prepared, settings: Settings, progress: Progress) -> SchoolPack | ParentsPack:
    """What the pack says and shows. Refused, for a release, while a help route that it prints is not confirmed."""
    from animkit.production.packing import Packing

    _require_english(prepared)
    packing = Packing(settings=settings, store=store_at(prepared.project, settings.store), progress=progress)
    content = packing.parents(prepared) if prepared.storyboard.band == "adults" else packing.school(prepared)
    found = check_routes(content.facts.printed, prepared.campaign, settings.today, release=settings.release)
    if errors(found):
        raise Refused(*found)
    return content


def _require_english(prepared: Prepared) -> None:
    """Refused for another language: papers would mix it with English headings, and tell screen readers the wrong one."""
    language = prepared.storyboard.language
    if not language.startswith("en"):
        what = f"this film is in {language}, and the papers of a pack are English"
        mend = "make the film alone with `animkit build`"
        raise Refused(Finding("pack-language", what, mend=mend, place=prepared.marks.place(("language",))))


def _deliverables(prepared: Prepared) -> tuple[str, ...]:
    """The films that a pack holds: the described ones where the storyboard describes anything."""
    described = any(shot.description for shot in prepared.storyboard.shots())
    return (*PLAIN, *DESCRIBED) if described else PLAIN


def _written(content: SchoolPack | ParentsPack, prepared: Prepared, report: Report, folder: Path) -> tuple[Path, tuple[str, ...]]:
    from animkit.packs.folder.write import replace_folder, write_zip

    zipped = folder / f"{prepared.name}-pack.zip"
    with _fresh(folder / FOLDER) as fresh:
        paths = content.write(fresh, _films(prepared, report, folder), _inputs(prepared, content.words))
        write_zip(fresh, paths, zipped, content.top)
        replace_folder(fresh, folder / FOLDER)
    return zipped, paths


@contextmanager
def _fresh(final: Path) -> Iterator[Path]:
    """An empty folder beside ``final``, which is gone at the end unless it has got its name."""
    fresh = final.with_name(f"{final.name}.{uuid.uuid4().hex[:8]}.part")
    fresh.mkdir(parents=True)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _films(prepared: Prepared, report: Report, folder: Path) -> Films:
    """What the build has left for the pack."""
    from animkit.packs.folder.model import Films

    name = prepared.name
    papers = {path.name.removeprefix(name).removeprefix("."): path for path in report.papers if path.name.startswith(name)}
    return Films(
        name=name,
        language=prepared.storyboard.language,
        made={made.name: made.path for made in report.made},
        player=folder / f"{name}.player.html",
        papers=papers,
    )


def _inputs(prepared: Prepared, words: tuple[Path, ...]) -> dict[str, str]:
    """The files that the pack's own words come from, with their hashes; the film's are in the film's manifest."""
    project = prepared.project
    data = [path for name in ("help-routes.yaml", "signs.yaml") if (path := project.asset(name)) is not None]
    found = {}
    for path in (prepared.path.resolve(), *data, *(path.resolve() for path in words)):
        inside = path.is_relative_to(project.root)
        found[str(path.relative_to(project.root)) if inside else f"library:{path.relative_to(project.library)}"] = sha256_file(path)
    return found
