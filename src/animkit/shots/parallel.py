"""Work on several shots at once: threads, each of which waits for a child of the studio."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from animkit.findings import Finding, Refused
from animkit.shots.model import ShotTask

Made = TypeVar("Made")


def each(draw: Callable[[ShotTask], Made], tasks: Sequence[ShotTask], jobs: int) -> Iterator[tuple[ShotTask, Made]]:
    """Each task with what ``draw`` made of it, as it gets done; ``jobs`` at once, begun in the tasks' order.

    Refused, once all are through, with the findings of all that failed.
    """
    findings: list[Finding] = []
    with _threads(jobs) as executor:
        waiting: dict[Future[Made], ShotTask] = {executor.submit(draw, task): task for task in tasks}
        while waiting:
            ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in sorted(ready, key=lambda future: waiting[future].shot):
                task = waiting.pop(future)
                try:
                    made = future.result()
                except Refused as refusal:
                    findings += refusal.findings
                    continue
                yield task, made
    if findings:
        raise Refused(*findings)


@contextmanager
def _threads(jobs: int) -> Iterator[Executor]:
    executor = ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="shot")
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)  # The studio, closing behind us, ends what its threads wait for.
        raise
    executor.shutdown()
