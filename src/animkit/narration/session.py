"""All lines of a film get their takes: recorded ones, then those in the store, the rest spoken now, several at once.

Promise: a Narration is whole. Where one line has no take, everything that is wrong is refused together, and the takes that were made
wait in the store. Same lines, same voices, same takes: at any number of jobs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from animkit.campaign.project import Project
from animkit.findings import Finding, Refused, errors
from animkit.narration.model import Narrator, SpokenLine, Take
from animkit.narration.narrators import DRAFT, NARRATORS, RELEASE
from animkit.narration.speaking import Made, findings_of, make, no_voice, take_key, take_of
from animkit.store import Entry, Store

KIND = "take"

MOST_JOBS = 4
"""Each line that is spoken beside another costs 100 MB; the model itself (530 MB) is there once."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration:
    """A take for every line, by its id, and what there is to say about them.

    Each line is counted once: ``spoken`` now, ``from_store``, or ``recorded`` (read from assets/takes).
    """

    takes: Mapping[str, Take]
    findings: tuple[Finding, ...]
    spoken: int
    from_store: int
    recorded: int
    lines: Mapping[str, SpokenLine]


def narrate(
    lines: Sequence[SpokenLine],
    *,
    project: Project,
    store: Store,
    film: str,
    draft: bool = False,
    narrators: Sequence[str] | None = None,
    progress: Progress | None = None,
    jobs: int | None = None,
) -> Narration:
    """The takes of all ``lines`` of ``film``. ``narrators`` names the chain, in order; left out, it is RELEASE, or DRAFT for a draft.

    Refused with everything that is wrong if a line gets no take. KeyError for a narrator that there is not.
    """
    chain = [NARRATORS[name](project, film) for name in narrators or (DRAFT if draft else RELEASE)]
    findings = [note for line in lines for narrator in chain for note in narrator.notes(line)]
    chosen = {line.line_id: next((narrator for narrator in chain if narrator.can_speak(line)), None) for line in lines}
    findings += [no_voice(line) for line in lines if chosen[line.line_id] is None]
    if errors(findings):
        raise Refused(*findings)
    work = [(line, narrator, take_key(narrator, line)) for line in lines if (narrator := chosen[line.line_id])]
    entries, made = _entries(work, store, progress, jobs or min(MOST_JOBS, len(os.sched_getaffinity(0))))
    findings += made.findings
    if errors(findings):
        raise Refused(*findings)
    takes = {line.line_id: take_of(line, entries[key]) for line, _, key in work}
    for line, _, key in work:
        findings += findings_of(line, takes[line.line_id], entries[key].facts)
    recorded = sum(narrator.name == "recorded" for _, narrator, _ in work)
    spoken = sum(key in made.keys for _, narrator, key in work if narrator.name != "recorded")
    return Narration(
        takes=takes,
        findings=tuple(findings),
        spoken=spoken,
        from_store=len(work) - spoken - recorded,
        recorded=recorded,
        lines={line.line_id: line for line in lines},
    )


@dataclass
class _Made:
    """What this run made anew: keys, and refusals instead of a take."""

    keys: set[str]
    findings: list[Finding]


def _entries(
    work: Sequence[tuple[SpokenLine, Narrator, str]], store: Store, progress: Progress | None, jobs: int
) -> tuple[dict[str, Entry], _Made]:
    """The store's entry for every key, what is missing made first. The same words for the same voice are spoken once."""
    entries: dict[str, Entry] = {}
    missing: dict[str, tuple[SpokenLine, Narrator]] = {}
    for line, narrator, key in work:
        entry = None if key in entries or key in missing else store.get(KIND, key)
        if entry:
            entries[key] = entry
        elif key not in entries:
            missing.setdefault(key, (line, narrator))
    made = _Made(set(missing), [])
    total = len(entries) + len(missing)
    if progress and missing:
        progress("voices", len(entries), total)
    pool = ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="voice")
    try:
        waiting = {pool.submit(make, narrator, line): key for key, (line, narrator) in missing.items()}
        for done in as_completed(waiting):
            _keep(done, waiting[done], store, entries, made)
            if progress:
                progress("voices", len(entries), total)
    finally:
        pool.shutdown(cancel_futures=True)
    made.findings.sort(key=lambda finding: (finding.place, str(finding)))
    return entries, made


def _keep(done: Future[Made], key: str, store: Store, entries: dict[str, Entry], made: _Made) -> None:
    try:
        result = done.result()
    except Refused as refusal:
        made.findings += refusal.findings
        return
    entries[key] = store.put(KIND, key, {"audio": result.finished.wav()}, result.facts())
