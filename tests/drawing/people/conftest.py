from collections.abc import Iterator

import pytest
import yaml

from animkit.campaign.project import CHECKOUT
from animkit.drawing.stage import Stage, on_stage
from animkit.drawing.theme import Theme

CAST = yaml.safe_load((CHECKOUT / "assets/cast/cast.yaml").read_text(encoding="utf-8"))
PEOPLE = tuple(name for name, entry in CAST.items() if "look" in entry)


@pytest.fixture
def stage_up(theme: Theme) -> Iterator[Stage]:
    """A stage with the campaign's cast."""
    with on_stage(Stage(theme=theme, cast=CAST, shot="door")) as stage:
        yield stage
