"""What all tests share: no property hangs on the clock; golden frames for pictures."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import numpy as np

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # A busy machine is no mistake of the code.
settings.load_profile("house")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # Begun in the background: the builds that tests stop would inherit its deaf ear.
    signal.signal(signal.SIGINT, signal.default_int_handler)

FRAMES = Path(__file__).parent / "frames"
WRITE = "ANIMKIT_WRITE_FRAMES"
FEW, NEAR = 0.002, 8
"""At most so many of the pixels may differ by more than so much of 255: what another freetype does to the edges of letters."""

Golden = Callable[[str, "np.ndarray"], None]


@pytest.fixture
def golden() -> Golden:
    """Compares a picture ((height, width, 3 or 4) uint8) with tests/frames/NAME.png, a small PNG that was looked at when it was made.

    ``ANIMKIT_WRITE_FRAMES=1 script/test`` writes those that are missing or differ; look at each before it is committed.
    """
    import numpy as np
    from PIL import Image

    def compare(name: str, pixels: "np.ndarray") -> None:
        path, shown = FRAMES / f"{name}.png", np.ascontiguousarray(pixels[:, :, :3])
        differs = "there is no such golden frame"
        if path.is_file():
            with Image.open(path) as image:
                expected = np.asarray(image.convert("RGB")).astype(int)
            assert expected.shape == shown.shape, f"{path.name} has another size"
            share = float((np.abs(expected - shown).max(axis=2) > NEAR).mean())
            if share <= FEW:
                return
            differs = f"{share:.1%} of its pixels differ"
        if os.environ.get(WRITE):
            FRAMES.mkdir(exist_ok=True)
            Image.fromarray(shown).save(path, optimize=True)
            return
        pytest.fail(f"{path.name}: {differs}; if the picture is meant to change, write it with {WRITE}=1 and look at it")

    return compare
