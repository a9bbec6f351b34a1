"""The fork server's program: it loads what draws, which takes a second or more, and then serves.

Promise: if whoever started it is gone before it serves, it ends at once, in the middle of loading.
"""

from __future__ import annotations

import os
import select
import threading


def main() -> None:
    """Load, watching; then serve, which watches by itself. No thread may live when the server forks."""
    woken, waker = os.pipe()
    watcher = threading.Thread(target=_end_when_alone, args=(woken,))
    watcher.start()
    try:
        from animkit.shots.child import prepare, work
        from animkit.shots.server import serve

        prepare()
    finally:
        os.close(waker)
        watcher.join()
        os.close(woken)
    serve(work)


def _end_when_alone(woken: int) -> None:
    """End this process if the other side of its standard input closes before that of ``woken`` does."""
    waiting = select.poll()
    waiting.register(0, select.POLLHUP)
    waiting.register(woken, select.POLLHUP)
    if 0 in dict(waiting.poll()):
        os._exit(1)


if __name__ == "__main__":
    main()
