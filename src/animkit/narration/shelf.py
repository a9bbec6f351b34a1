"""The recordings that a project keeps: assets/takes/LANG/FILM/ID.wav for one film, assets/takes/LANG/ID.wav for all of them.

Promise: a take that says other words, in another voice or for another pace than its line is never chosen, and is always told.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from animkit.campaign.project import Project
from animkit.findings import Finding, Place, Refused, Severity
from animkit.narration.model import SpokenLine
from animkit.narration.sidecar import Sidecar, parse, text_hash
from animkit.store import sha256_file
from animkit.strict.reading import read_text

SUFFIXES = (".wav", ".flac", ".opus", ".ogg", ".mp3", ".m4a")

COMMIT = "keep the new one with animkit narrate --commit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One recording with its sidecar. ``shared`` is one of assets/takes/LANG/ itself."""

    take_id: str
    path: Path
    beside: Path
    """Where its sidecar is."""
    shown: str
    sidecar: Sidecar
    shared: bool

    def stale_for(self, line: SpokenLine) -> str:
        """Why it is no take of ``line``, as a clause; empty if it is one."""
        said = {text_hash(line.spoken)}
        if self.sidecar.is_human and not self.sidecar.words:
            said.add(text_hash(line.text))  # A person's sidecar may quote the caption.
        if text_hash(self.sidecar.text) not in said:
            return "says other words than the line does now"
        if self.sidecar.speaker not in (None, line.speaker):
            return f"is {self.sidecar.speaker}'s, and the line is {line.speaker}'s"
        if self.sidecar.is_human:
            return ""
        if self.sidecar.voice != line.voice:
            return f"was spoken by {self.sidecar.voice}, and the line's voice is {line.voice or 'a person'}"
        asked = (line.pace_wpm, line.captions_cps)
        if (self.sidecar.pace_wpm or asked[0], self.sidecar.captions_cps or asked[1]) != asked:
            return "was spoken for another audience's pace"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All recordings of one film in one language, and what is wrong with those that cannot be used, by take id."""

    kept: tuple[Kept, ...]
    faults: Mapping[str, tuple[Finding, ...]]

    def choose(self, line: SpokenLine) -> Kept | None:
        """The take of ``line``: a person's before a synthetic one, its own before one from another line, the film's before a shared one."""
        fresh = [kept for kept in self.kept if not kept.stale_for(line)]
        return min(fresh, key=lambda kept: (not kept.sidecar.is_human, kept.take_id != line.line_id, kept.shared), default=None)

    def notes(self, line: SpokenLine) -> Iterator[Finding]:
        """What a person should know of the recordings of ``line``."""
        yield from self.faults.get(line.line_id, ())
        chosen = self.choose(line)
        for kept in self.kept:
            stale = kept.stale_for(line) if kept.take_id == line.line_id else ""
            if stale and kept.sidecar.is_human:
                what = f"the take of line '{line.line_id}' by {kept.sidecar.source.removeprefix('human: ')} {stale}"
                yield _note("stale-take", line, f"{what}; it is not played", f"record it again, or take {kept.shown} away", person=True)
            elif stale and chosen is None:
                yield _note("stale-take", line, f"the kept take of line '{line.line_id}' {stale}; it is not played", COMMIT)
        if chosen and chosen.take_id != line.line_id:
            what = f"line '{line.line_id}' uses the take of '{chosen.take_id}', which has the same words"
            yield _note("take-moved", line, what, "keep it under its new name with animkit narrate --commit")
        if chosen and not chosen.sidecar.words and line.language.split("-")[0] != "en":
            what = f"the word times of line '{line.line_id}' are estimated from its letters"
            yield _note("word-times-estimated", line, what, "write words into its sidecar: animkit hears words in English only")


def shelve(project: Project, film: str, language: str) -> Shelf:
    """Everything that is kept for ``film`` in ``language``."""
    kept: list[Kept] = []
    faults: dict[str, tuple[Finding, ...]] = {}
    for folder, shared in ((f"takes/{language}/{film}", False), (f"takes/{language}", True)):
        for path in project.assets(f"{glob.escape(folder)}/*"):
            if path.suffix.lower() not in SUFFIXES:
                continue
            try:
                kept.append(_kept(path, project.shown(path), shared))
            except Refused as refusal:
                faults[path.stem] = (*faults.get(path.stem, ()), *refusal.findings)
    return Shelf(kept=tuple(kept), faults=faults)


def human_lines(lines: Iterable[SpokenLine], project: Project, film: str) -> frozenset[str]:
    """The ids of those lines that a person has recorded."""
    shelves: dict[str, Shelf] = {}
    found = set()
    for line in lines:
        shelf = shelves.get(line.language) or shelves.setdefault(line.language, shelve(project, film, line.language))
        chosen = shelf.choose(line)
        if chosen and chosen.sidecar.is_human:
            found.add(line.line_id)
    return frozenset(found)


def _kept(path: Path, shown: str, shared: bool) -> Kept:
    namesakes = [other for suffix in SUFFIXES if (other := path.with_suffix(suffix)) != path and other.is_file()]
    for beside in (path.with_name(f"{path.name}.json"), path.with_suffix(".json")):
        if not beside.is_file():
            continue
        shown_beside = str(Path(shown).with_name(beside.name))
        try:
            sidecar = parse(read_text(beside, shown_beside))
        except ValueError as problem:
            what = f"the sidecar of {path.name} cannot be used: {problem}"
            raise Refused(
                _fault("bad-sidecar", what, "the take is not played", "mend it, or record the line again", shown_beside)
            ) from None
        if beside.stem == path.name or not namesakes or sidecar.audio_sha256 == sha256_file(path):
            return Kept(take_id=path.stem, path=path, beside=beside, shown=shown, sidecar=sidecar, shared=shared)
    mend = f'write {path.name}.json beside it: {{"source": "human: NAME", "text": "what is said"}}'
    why = "nothing says whose voice it is; it is not played"
    raise Refused(_fault("take-without-sidecar", f"the recording {path.name} has no sidecar", why, mend, shown))


def _fault(code: str, what: str, why: str, mend: str, shown: str) -> Finding:
    return Finding(code, what, why, mend, Place(shown), Severity.NEEDS_A_PERSON)


def _note(code: str, line: SpokenLine, what: str, mend: str, *, person: bool = False) -> Finding:
    severity = Severity.NEEDS_A_PERSON if person else Severity.WARNING
    return Finding(code, what, mend=mend, place=line.place, severity=severity, shot=line.shot)
