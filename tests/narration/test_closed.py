"""The voices' engine keeps to itself: nothing is written to anybody's home."""

import os
import subprocess
import sys
from pathlib import Path

SPEAK = """
from animkit.narration.narrators.hibari import _voice
from animkit.narration import voicing
_voice()
"""


def test_speaking_leaves_the_home_folder_empty(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"}}
    subprocess.run([sys.executable, "-W", "ignore", "-c", SPEAK], env=environment | {"HOME": str(tmp_path)}, check=True)
    assert list(tmp_path.rglob("*")) == []
