"""A scene for tests: it tells in what surroundings it is drawn."""

import json
import os
import resource
import sys
from pathlib import Path

from manim import config

from animkit.shots.scene import ShotScene


class Probing(ShotScene):
    """Prints a line of JSON."""

    def construct(self) -> None:
        facts = {
            "folder": sorted(path.name for path in Path().iterdir()),
            "home": [path.name for path in Path.home().iterdir()],
            "stdin": sys.stdin.read(),
            "leads_its_group": os.getpgid(0) == os.getpid(),
            "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
            "file": resource.getrlimit(resource.RLIMIT_FSIZE)[0],
            "seconds": resource.getrlimit(resource.RLIMIT_CPU)[0],
            "secret": os.environ.get("A_STRAY_VARIABLE"),
            "colour": config.background_color.to_hex(),
            "bytecode": sys.dont_write_bytecode,
        }
        print("FACTS", json.dumps(facts), flush=True)
