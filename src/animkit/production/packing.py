"""What a pack is made from: words, timelines and pictures, read and drawn before any film is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from animkit.campaign.project import Project
from animkit.findings import Refused
from animkit.packs import pictures as shown
from animkit.packs.folder.kinds import ParentsPack, SchoolPack
from animkit.packs.lesson import home, lesson, too_long
from animkit.packs.model import Home, Lesson
from animkit.packs.pictures import Wanted
from animkit.packs.words.check import check_words
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.read import SCHOOL, read_words
from animkit.packs.words.school import SchoolWords
from animkit.production import pictures
from animkit.production.aloud import read_aloud
from animkit.production.prepare import Prepared, at_their_lines, prepare
from animkit.production.settings import Progress, Settings
from animkit.production.timetable import timetable
from animkit.production.voices import voices
from animkit.store import Store
from animkit.timing.timeline import Timeline

STILL_PX = (1280, 720)
"""How large the film's pictures are drawn for papers: 220 dots to the inch across an A5 page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """One run of ``animkit pack``: what is asked for, and where made things are kept."""

    settings: Settings
    store: Store
    progress: Progress

    def school(self, prepared: Prepared) -> SchoolPack:
        """A lesson's pack. Refused for words or pictures that are missing or wrong."""
        project = prepared.project
        words, path = read_words(project, prepared.name, LessonWords)
        general, general_path = read_words(project, SCHOOL, SchoolWords)
        self._keeps_the_rules(prepared, (words, path), (general, general_path))
        timeline = self._timeline(prepared)
        guide, drawn, guide_path = self._guide(general, project)
        content = lesson(
            prepared.storyboard, timeline, prepared.campaign, words, general, also=guide.facts.printed if guide is not None else ()
        )
        wanted = shown.of_lesson(content, timeline)
        return SchoolPack(
            lesson=content,
            home=guide,
            pictures={**self._pictures(prepared, timeline, wanted), **drawn},
            aloud=self._aloud(content, prepared),
            words=(path, general_path, *guide_path),
            findings=too_long(content, prepared.campaign),
        )

    def parents(self, prepared: Prepared) -> ParentsPack:
        """The parents' pack. Refused for words or pictures that are missing or wrong."""
        words, path = read_words(prepared.project, prepared.name, ParentWords)
        general, general_path = read_words(prepared.project, SCHOOL, SchoolWords)
        self._keeps_the_rules(prepared, (words, path))
        timeline = self._timeline(prepared)
        return ParentsPack(
            home=home(prepared.storyboard, timeline, prepared.campaign, words),
            school=general,
            pictures=self._pictures(prepared, timeline, shown.of_home(words, timeline)),
            pauses=len(timeline.pauses),
            words=(path, general_path),
        )

    def _guide(self, general: SchoolWords, project: Project) -> tuple[Home | None, dict[str, bytes], tuple[Path, ...]]:
        """The guide that goes home with a school pack: none where the project has no such storyboard."""
        path = self.settings.storyboard.parent / f"{general.home}.yaml"
        if not general.home or not path.is_file():
            return None, {}, ()
        words, words_path = read_words(project, general.home, ParentWords)
        prepared = prepare(path, self.store, self.settings.today, release=self.settings.release)
        self._keeps_the_rules(prepared, (words, words_path))
        timeline = self._timeline(prepared)
        drawn = self._pictures(prepared, timeline, shown.of_home(words, timeline))
        return home(prepared.storyboard, timeline, prepared.campaign, words), drawn, (words_path, path)

    def _keeps_the_rules(self, prepared: Prepared, *files: tuple[LessonWords | ParentWords | SchoolWords, Path]) -> None:
        """Refused where words of the pack break the campaign's rules, or are harder to read than its film may be."""
        band, project = prepared.storyboard.band, prepared.project
        found = [one for words, path in files for one in check_words(words, band, prepared.campaign, project.shown(path))]
        if found:
            raise Refused(*found)

    def _aloud(self, content: Lesson, prepared: Prepared) -> bytes:
        with self.store.in_use():
            return read_aloud(content, prepared, self.store, draft=self.settings.draft, progress=self.progress)

    def _timeline(self, prepared: Prepared) -> Timeline:
        with self.store.in_use():
            narration = voices(prepared, self.store, draft=self.settings.draft, progress=self.progress)
        return timetable(prepared, narration)[0]

    def _pictures(self, prepared: Prepared, timeline: Timeline, wanted: Sequence[Wanted]) -> dict[str, bytes]:
        """The wanted pictures as PNGs, by their names: drawn for this, so that they are sharp."""
        from animkit.shots.panels import panels

        at = shown.by_shot(tuple(wanted))
        size = pictures.size_of(prepared, draft=True) if self.settings.draft else STILL_PX
        tasks = pictures.tasks_of(prepared, timeline, size, tuple(at))
        with self.store.in_use(), at_their_lines(prepared):
            drawn = panels(tasks, project=prepared.project, store=self.store, at=at, jobs=self.settings.jobs, progress=self.progress)
        return {one.name: next(panel.path.read_bytes() for panel in drawn[one.shot] if panel.frame == one.frame) for one in wanted}
