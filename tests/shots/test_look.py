"""The tool for looking at a scene while it is made."""

from pathlib import Path

import pytest
from PIL import Image

from animkit.shots.encode import count_frames
from animkit.shots.look import main


def test_a_scene_is_looked_at_without_a_storyboard(tmp_path: Path, scenes_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film, sheet = tmp_path / "look.mp4", tmp_path / "look.png"
    small = ["--size", "320x180", "--seconds", "2", "--moments", "2", "--thumb", "320", "--out", str(sheet)]
    assert main([str(scenes_folder / "moving_parts.py"), "--params", '{"dots": 3}', "--beats", "turn=25", "--film", str(film), *small]) == 0
    assert count_frames(film) == 50
    with Image.open(sheet) as image:
        assert image.size == (2 * 332 + 12, 180 + 22 + 2 * 12)
    assert "50 frames, 50 different" in capsys.readouterr().out

    assert main([str(scenes_folder / "moving_parts.py"), "--params", '{"dots": 30}', *small]) == 1
    assert "param 'dots': input should be less than or equal to 9" in capsys.readouterr().err
