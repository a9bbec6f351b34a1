"""A closed world for the voices' engine (promise 7): no telemetry, no file in anybody's home.

onnxruntime 1.32 begins, as it is imported, to collect telemetry in ``~/.cache`` and tries to send it. One variable, set before the
import, stops that; every place that imports it, or a package that does, calls this first.
"""

from __future__ import annotations

import os


def close_the_world() -> None:
    """Forbid onnxruntime its telemetry. Must come before its first import in this process."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
