"""Every judge of flashes, fed frame by frame from one decoded picture: IRIS at two settings, its patterns, and our own rule.

IRIS (iris-pse-detection) counts a flash only where it covers a quarter of the picture; WCAG 2.3.1 counts a field of a tenth of a degree,
so the film must also pass with the smaller area. Both settings share one conversion to light.
"""

from __future__ import annotations

from collections import deque
from typing import Any

import cv2
import numpy as np
from iris_pse_detection.configuration import Configuration
from iris_pse_detection.flash_detection import FlashDetection
from iris_pse_detection.frame_data import FrameData
from iris_pse_detection.pattern_detection import PatternDetection
from iris_pse_detection.result import FlashResult, PatternResult
from numpy.typing import NDArray

from animkit.campaign.profile import PictureRules
from animkit.gate.measure.reversals import DARK, RED_DARK, RED_STEP, STEP, Limits, Reversals

IRIS, SMALL_AREA, PATTERN, OURS, RED = "iris", "iris, small area", "iris, pattern", "reversals", "red"
PATTERNS_A_SECOND = 5
"""Patterns must stand for half a second to count, so five looks a second find them, at a fifth of the work."""

OURS_PX, RED_PX = (8, 5), (160, 90)
"""Our rule is about light over a quarter of the picture, so it follows the mean of forty fields: a street that passes quickly (measured:
0.08 of the fields, 0.56 of single pixels) changes many pixels and is no flash."""


class Flashes:
    """Sees one frame after another ((height, width, 3) uint8, BGR); ``failed`` has the frames on which each judge said fail."""

    def __init__(self, size: tuple[int, ...], fps: int, rules: PictureRules) -> None:
        self.failed: dict[str, list[int]] = {name: [] for name in (IRIS, SMALL_AREA, PATTERN, OURS, RED)}
        cv2.setNumThreads(1)
        usual, small = Configuration(), Configuration()
        small.area_proportion = rules.flash_area_share
        self._usual = FlashDetection(fps, (size[0], size[1]), usual)
        self._small = FlashDetection(fps, (size[0], size[1]), small)
        self._pattern = PatternDetection(PATTERNS_A_SECOND, (size[0], size[1]), usual.get_pattern_detection_params())
        self._every = max(1, fps // PATTERNS_A_SECOND)
        self._ours = Reversals(Limits(STEP, DARK, rules.reversals_each_second), fps)
        self._red = Reversals(Limits(RED_STEP, RED_DARK, 0), fps)
        self._red_shares: deque[float] = deque(maxlen=fps)
        self._rules = rules
        self._count = 0

    def see(self, picture: NDArray[np.uint8], frame: int) -> None:
        """Take the next frame; ``frame`` is what it is called in ``failed``."""
        self._usual.set_current_frame(picture)
        light, red = self._usual.luminance.current_frame, self._usual.red_saturation.current_frame
        assert light is not None
        assert red is not None
        self._small.luminance._update_frames(light)
        self._small.red_saturation._update_frames(red)
        for judge, iris in ((IRIS, self._usual), (SMALL_AREA, self._small)):
            self._note(judge, frame, _fails(iris.analyse_frame(self._count)))
        if self._count % self._every == 0:
            data = FrameData()
            self._pattern.check_frame(light, self._count // self._every, data)
            self._note(PATTERN, frame, data.pattern_frame_result is PatternResult.Fail)
        self._note(OURS, frame, self._ours.share(_little(light, OURS_PX)) > self._rules.reversal_area_share)
        self._note(RED, frame, self._red_fails(_little(red, RED_PX)))
        self._count += 1

    def _red_fails(self, red: NDArray[np.float32]) -> bool:
        """Whether saturated red came and went, over a large area at once: a red thing that only moves covers the same area throughout."""
        area = self._rules.flash_area_share
        reverses = self._red.share(red) > area
        self._red_shares.append(float((red >= RED_STEP).mean()))
        return reverses and max(self._red_shares) - min(self._red_shares) > area

    def _note(self, judge: str, frame: int, fails: bool) -> None:
        if fails:
            self.failed[judge].append(frame)


def _fails(data: Any) -> bool:
    return any(result >= FlashResult.ExtendedFail for result in (data.luminance_frame_result, data.red_frame_result))


def _little(plane: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    if plane.shape[1] <= size[0]:
        return plane
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
