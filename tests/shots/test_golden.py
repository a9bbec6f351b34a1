"""A few frames of the test scenes, as they were looked at."""

from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("frame", [0, 11, 30, 50])
def test_moving_parts_look_as_they_did(perform: Any, golden: Any, scenes_folder: Path, monkeypatch: pytest.MonkeyPatch, frame: int) -> None:
    monkeypatch.syspath_prepend(str(scenes_folder))
    import moving_parts

    _, reel = perform(moving_parts.MovingParts, beats={"turn": 25}, frames=55)
    golden(f"moving-parts-{frame:02d}", reel.pictures[frame])


def test_words_look_as_they_did(perform: Any, golden: Any, scenes_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(scenes_folder))
    import still

    _, reel = perform(still.Still, frames=1)
    golden("still", reel.pictures[0])


def test_another_picture_is_told(golden: Any, perform: Any, scenes_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(scenes_folder))
    monkeypatch.delenv("ANIMKIT_WRITE_FRAMES", raising=False)
    import still

    _, reel = perform(still.Still, params={"text": "You may go"}, frames=1)
    with pytest.raises(pytest.fail.Exception, match=r"still.png: \d.\d% of its pixels differ"):
        golden("still", reel.pictures[0])
