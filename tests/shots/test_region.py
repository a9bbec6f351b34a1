"""Parts of a picture hold all that changed, do not overlap, and lie on the tiles' grid."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from animkit.shots.cairo_path import NOWHERE, Extent
from animkit.shots.region import TILE, Grid, View

WIDTH, HEIGHT = 500, 270
VIEW: View = (30.0, 0.0, 0.0, -30.0, 250.0, 135.0)

spots = st.floats(-12, 12, allow_nan=False)
extents = st.tuples(spots, spots, st.floats(0, 6), st.floats(0, 4)).map(lambda box: (box[0], box[1], box[0] + box[2], box[1] + box[3]))


def pixels(extent: Extent) -> tuple[int, int, int, int]:
    left, top = 30 * extent[0] + 250, -30 * extent[3] + 135
    right, bottom = 30 * extent[2] + 250, -30 * extent[1] + 135
    return max(0, int(np.floor(left))), max(0, int(np.floor(top))), int(np.ceil(right)), int(np.ceil(bottom))


@given(st.lists(extents, max_size=12))
def test_parts_hold_every_changed_pixel_once(changed: list[Extent]) -> None:
    grid = Grid(WIDTH, HEIGHT)
    covered = np.zeros((HEIGHT, WIDTH), int)
    for part in grid.parts(changed, VIEW):
        assert part.area > 0
        assert (part.left % TILE, part.top % TILE) == (0, 0)
        part.cut(covered)[...] += 1
    assert covered.max(initial=0) <= 1
    for left, top, right, bottom in map(pixels, changed):
        if right > left and bottom > top and left < WIDTH and top < HEIGHT:
            assert covered[top:bottom, left:right].all()


@given(st.lists(extents, min_size=1, max_size=8), extents)
def test_what_reaches_into_a_part_is_told(changed: list[Extent], other: Extent) -> None:
    grid = Grid(WIDTH, HEIGHT)
    parts = grid.parts(changed, VIEW)
    left, top, right, bottom = pixels(other)
    reaches = any(left < part.right and part.left < right and top < part.bottom and part.top < bottom for part in parts)
    assert grid.touched([other], parts, VIEW).tolist()[0] or not reaches


def test_two_far_corners_are_two_parts_and_nothing_is_none() -> None:
    grid = Grid(1920, 1080)
    view: View = (135.0, 0.0, 0.0, -135.0, 960.0, 540.0)
    corners = [(-7.0, 3.0, -6.5, 3.5), (6.0, -3.5, 6.5, -3.0)]
    assert len(grid.parts(corners, view)) == 2
    assert grid.parts([], view) == grid.parts([NOWHERE], view) == ()
    assert not grid.touched([NOWHERE], grid.whole, view).any()
    assert grid.touched([NOWHERE, corners[0]], grid.whole, view).tolist() == [False, True]
