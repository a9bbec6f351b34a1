"""From clips to film files, in order: bind the clean picture, plan a deliverable, write it, prove it.

This is the film stage's front door. Nothing here gives a file its name: the caller accepts what is pending when all its gates agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from animkit.campaign.profile import Profile
from animkit.captions.cue import Cue
from animkit.film.assemble import assemble
from animkit.film.captioned import Drawn, captioned_tasks, with_captions
from animkit.film.conform import conform, stretches, tiling
from animkit.film.deliver import Pending, Standing, pending, require_space
from animkit.film.deliverables import Deliverable
from animkit.film.delivery import delivery_findings
from animkit.film.derive import Progress, derived_all
from animkit.film.dissolve import as_pieces, dissolve_tasks
from animkit.film.loudness import Loudness
from animkit.film.model import FilmPlan, PieceFacts, Stretch, ours
from animkit.film.pieces import piece_facts
from animkit.film.probe import FilmFacts, probe
from animkit.film.proofs import remember, remembered
from animkit.film.small import small_tasks, width_at
from animkit.film.tracks import chapter_marks, texts
from animkit.film.verify import verify
from animkit.findings import Finding, Refused, errors
from animkit.shots.model import Clip
from animkit.store import Store, sha256_file
from animkit.timing.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """The film at full quality: what every deliverable is made from.

    ``draw`` gives a cue's picture for a frame of this width and height, as ``captions.picture.cue_picture`` does.
    """

    title: str
    language: str
    timeline: Timeline
    picture: tuple[Stretch, ...]
    sound: Path | None
    cues: tuple[Cue, ...]
    draw: Callable[[Cue, int, int], Drawn]
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A film file that was written and proved to be its plan, and waits for its name. ``findings`` are gates that it misses."""

    file: Pending
    facts: FilmFacts
    loudness: Loudness | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What making pictures needs: the store, how many to make at once, whom to tell."""

    store: Store
    jobs: int = 1
    progress: Progress | None = None


def bind(timeline: Timeline, clips: Mapping[str, Clip], workshop: Workshop, *, width_px: int, height_px: int) -> tuple[Stretch, ...]:
    """The film's clean picture, its dissolves made. Refused with every way in which the clips do not conform."""
    found = conform(timeline, clips, _facts(clips, timeline.fps))
    if found:
        raise Refused(*found)
    tasks = dissolve_tasks(timeline, clips, width_px=width_px, height_px=height_px)
    dissolves = derived_all(tasks, workshop.store, jobs=workshop.jobs, progress=workshop.progress, stage="dissolves") if tasks else ()
    picture = stretches(timeline, clips, as_pieces(dissolves))
    found = tiling(picture, timeline.frames)
    if found:
        raise Refused(*found)
    return picture


def plan_for(master: Master, spec: Deliverable, profile: Profile, workshop: Workshop) -> FilmPlan:
    """The plan of one deliverable, its pictures made (from the store where they are there)."""
    width_px, height_px = size_of(master, spec, profile)
    picture: tuple[Stretch, ...] = master.picture
    store, jobs, progress, fps = workshop.store, workshop.jobs, workshop.progress, master.timeline.fps
    if (width_px, height_px) != (master.width_px, master.height_px):
        shrunk = small_tasks(picture, width_px=width_px, height_px=height_px, fps=fps)
        picture = derived_all(shrunk, store, jobs=jobs, progress=progress, stage=spec.name)
    if spec.open_captions:
        blended = captioned_tasks(
            picture, master.cues, lambda cue: master.draw(cue, width_px, height_px), width_px=width_px, height_px=height_px, fps=fps
        )
        picture = with_captions(picture, derived_all(blended, store, jobs=jobs, progress=progress, stage=spec.name))
    return FilmPlan(
        title=master.title,
        language=master.language,
        fps=fps,
        frames=master.timeline.frames,
        stretches=picture,
        sound=master.sound,
        texts=texts(master.cues) if spec.caption_track else (),
        chapters=chapter_marks(master.timeline),
    )


def size_of(master: Master, spec: Deliverable, profile: Profile) -> tuple[int, int]:
    """Width and height of the deliverable's picture; a draft that is small already is never blown up."""
    height_px = profile.delivery.small_height_px
    if not spec.small or master.height_px <= height_px:
        return master.width_px, master.height_px
    return width_at(height_px, master.width_px, master.height_px), height_px


def write(plan: FilmPlan, final: Path, profile: Profile, *, size_px: tuple[int, int], store: Store | None = None) -> Written:
    """Write the plan's film beside ``final`` and prove it. Refused where it is not its plan, or the disk has no room: then it is gone.

    ``store`` remembers what was proved: where the same plan's film still stands at ``final``, byte for byte, it is not made again.
    """
    file, loudness = (_standing(plan, final, store) if store else None) or _proved(plan, final, store)
    try:
        facts = probe(file.part)
    except BaseException:
        file.drop()
        raise
    missed = delivery_findings(
        facts,
        profile.delivery,
        width_px=size_px[0],
        height_px=size_px[1],
        language=plan.language,
        captions=bool(plan.texts),
        chapters=bool(plan.chapters),
    )
    return Written(file=file, facts=facts, loudness=loudness, findings=missed)


def _proved(plan: FilmPlan, final: Path, store: Store | None) -> tuple[Pending, Loudness | None]:
    require_space(final.parent, _weight(plan))
    file = pending(final, lambda part: assemble(plan, part))
    try:
        found, loudness = verify(file.part, plan)
        if errors(found):
            raise Refused(*(replace(finding, what=f"'{final.name}': {finding.what}") for finding in found))
        if store is not None:
            remember(store, plan, sha256_file(file.part), loudness)
    except BaseException:
        file.drop()
        raise
    return file, loudness


def _standing(plan: FilmPlan, final: Path, store: Store) -> tuple[Pending, Loudness | None] | None:
    proof = remembered(store, plan)
    if proof is None or not final.is_file() or sha256_file(final) != proof.sha256:
        return None
    return Standing(final), proof.loudness


def _facts(clips: Mapping[str, Clip], fps: int) -> dict[str, PieceFacts]:
    facts = {}
    problems = []
    for clip in clips.values():
        for part in clip.pieces:
            try:
                facts[part.sha256] = piece_facts(part.path, fps)
            except (OSError, ValueError) as problem:
                problems.append(ours("piece-unreadable", f"the {part.role} of its clip cannot be read: {problem}", shot=clip.shot))
    if problems:
        raise Refused(*problems)
    return facts


def _weight(plan: FilmPlan) -> int:
    files: Sequence[Path] = [stretch.path for stretch in plan.stretches] + ([plan.sound] if plan.sound else [])
    return sum(path.stat().st_size for path in files)
