"""The two kinds of pack, each ready to be written: content, pictures, and how its front page begins."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from animkit.findings import Finding
from animkit.packs.folder import parents, school
from animkit.packs.folder.model import Films
from animkit.packs.folder.write import write_pack
from animkit.packs.front.pages import lesson_welcome
from animkit.packs.model import Facts, Home, Lesson
from animkit.packs.words.school import SchoolWords

Pictures = Mapping[str, bytes]
Inputs = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPack:
    """A lesson's pack; with the guide that goes home, where the campaign has one."""

    lesson: Lesson
    home: Home | None
    pictures: Pictures
    aloud: bytes
    """The booklet read aloud: AAC in MP4, with chapters."""
    words: tuple[Path, ...]
    """The files that its words came from."""
    findings: tuple[Finding, ...] = ()

    @property
    def facts(self) -> Facts:
        """What its papers say about themselves."""
        return self.lesson.facts

    @property
    def top(self) -> str:
        """The folder that its zip opens into."""
        return f"{self.facts.film}, {self.facts.readers}"

    def write(self, folder: Path, films: Films, inputs: Inputs) -> tuple[str, ...]:
        """Write everything into ``folder``; returns the paths in the pack."""
        with tempfile.TemporaryDirectory(prefix="animkit-pack-") as workshop:
            return write_pack(
                folder,
                school.contents(self.lesson, self.home, self.pictures, self.aloud, films, Path(workshop)),
                facts=self.facts,
                welcome=lesson_welcome(self.lesson, self.pictures),
                buttons=school.BUTTONS,
                about=school.ABOUT,
                inputs=inputs,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentsPack:
    """The parents' pack. ``pauses`` is how often their film stops, for a parents' evening."""

    home: Home
    school: SchoolWords
    pictures: Pictures
    pauses: int
    words: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def facts(self) -> Facts:
        """What its papers say about themselves."""
        return self.home.facts

    @property
    def top(self) -> str:
        """The folder that its zip opens into."""
        return f"{self.facts.film}, for {self.facts.readers}"

    def write(self, folder: Path, films: Films, inputs: Inputs) -> tuple[str, ...]:
        """Write everything into ``folder``; returns the paths in the pack."""
        with tempfile.TemporaryDirectory(prefix="animkit-pack-") as workshop:
            return write_pack(
                folder,
                parents.contents(self.home, self.school, self.pictures, films, self.pauses, Path(workshop)),
                facts=self.facts,
                welcome=parents.welcome(self.home, self.pictures),
                buttons=parents.BUTTONS,
                about=parents.ABOUT,
                inputs=inputs,
            )
