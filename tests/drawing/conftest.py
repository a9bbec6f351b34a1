from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from animkit.drawing.stage import Stage, on_stage
from animkit.drawing.theme import Theme

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme.of(yaml.safe_load((ASSETS / "themes/campaign.yaml").read_text(encoding="utf-8")))


@pytest.fixture
def stage_up(theme: Theme) -> Iterator[Stage]:
    with on_stage(Stage(theme=theme)) as stage:
        yield stage
