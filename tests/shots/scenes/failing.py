"""A scene for tests: it fails in the way that it is told to."""

import os
import signal
import time
from dataclasses import dataclass

import numpy as np

from animkit.shots.scene import ShotScene


class Failing(ShotScene):
    """Fails."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        how: str
        """The way in which it fails."""

    def construct(self) -> None:
        if self.params.how == "mistake":
            self.add(self.no_such_thing)
        elif self.params.how == "memory":
            self.kept = np.ones((1 << 33,), np.uint8)
        elif self.params.how == "sleep":
            self.wait(0.2)
            print("asleep", flush=True)
            time.sleep(60)
        elif self.params.how == "killed":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif self.params.how == "long":
            self.wait(60)
