import numpy as np
import pytest
from PIL import Image

from animkit.campaign.project import CHECKOUT
from animkit.drawing.specimens import COLOURS, SPECIMENS, draw

PICTURES = CHECKOUT / "docs/pictures"
MEAN_DIFFERENCE = 1.5
"""Of 255: other versions of cairo and Pango soften edges otherwise; a moved line or another colour differs more."""


@pytest.mark.parametrize("name", SPECIMENS)
def test_the_document_shows_what_the_code_draws(name: str) -> None:
    drawn = np.asarray(draw(name).quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB"), dtype=float)
    shown = np.asarray(Image.open(PICTURES / f"{name}.png").convert("RGB"), dtype=float)
    assert drawn.shape == shown.shape
    assert np.abs(drawn - shown).mean() < MEAN_DIFFERENCE


@pytest.mark.parametrize("name", SPECIMENS)
def test_the_document_stays_light(name: str) -> None:
    assert (PICTURES / f"{name}.png").stat().st_size < 150_000
