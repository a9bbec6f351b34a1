"""Which versions of what made a film: everything that its bytes depend on besides its inputs."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Any

PACKAGES = ("av", "fontpkg", "manim", "manimpango", "moviepy", "numpy", "onnxruntime", "pillow", "pycairo", "pydub", "scipy")


def versions() -> dict[str, Any]:
    """The versions of animkit, Python, the packages that draw, speak, mix and encode, FFmpeg's libraries, and the CPU's vector units."""
    import av
    import numpy as np

    from animkit import __version__

    config: Any = np.show_config(mode="dicts")
    return {
        "animkit": __version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "packages": {name: _version(name) for name in PACKAGES},
        "ffmpeg": {name: ".".join(map(str, number)) for name, number in sorted(av.library_versions.items())},
        "cpu": sorted(config.get("SIMD Extensions", {}).get("found", [])),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
