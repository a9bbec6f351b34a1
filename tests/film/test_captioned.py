from dataclasses import dataclass, replace
from time import sleep

import numpy as np
import pytest

from animkit.captions.cue import Cue
from animkit.film.blend import Overlay, lay
from animkit.film.captioned import captioned_tasks, with_captions
from animkit.film.colour import planes_of, to_yuv
from animkit.film.derive import derived, derived_all, piece_key
from animkit.shots.encode import Converter, pictures, rgb
from animkit.store import Store

LEFT, TOP, WIDTH, HEIGHT = 60, 130, 200, 30


def box(words=255):
    rgba = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    rgba[..., 3] = 240
    rgba[10:20, 40:160, :3] = words
    rgba[10:20, 40:160, 3] = 255
    return rgba


CUES = (
    Cue(start=5, end=20, rows=("One",), shot="red"),
    Cue(start=20, end=30, rows=("Two",), shot="red"),
    Cue(start=62, end=70, rows=("Three",), shot="green"),
)


def draw(cue):
    return box({"One": 255, "Two": 200, "Three": 160}[cue.rows[0]]), LEFT, TOP


@pytest.fixture
def tasks(plan):
    return captioned_tasks(plan.stretches, CUES, draw, width_px=320, height_px=180, fps=25)


def test_only_stretches_with_a_caption_are_made_anew(tasks):
    assert [(task.place.start, [(cue.start, cue.end) for cue in task.cues]) for task in tasks] == [
        (0, [(5, 20), (20, 30)]),
        (40, [(22, 26)]),
        (66, [(0, 4)]),
    ]


def test_the_captions_are_on_their_frames_and_nowhere_else(tasks, tmp_path):
    captioned = [picture.to_ndarray() for picture in pictures(derived(tasks[0], Store(tmp_path)).path)]
    clean = [picture.to_ndarray() for picture in pictures(tasks[0].place.path)]
    assert len(captioned) == len(clean) == 40
    for number, (mine, theirs) in enumerate(zip(captioned, clean, strict=True)):
        inside = np.abs(mine[TOP + 12 : TOP + 18, LEFT + 50 : LEFT + 150].astype(int) - theirs[TOP + 12 : TOP + 18, LEFT + 50 : LEFT + 150])
        shown = inside.mean() > 40
        assert shown == (5 <= number < 30), number
        outside = np.abs(mine[:120].astype(int) - theirs[:120])
        assert outside.mean() < 0.6, number


def test_blending_leaves_every_pixel_outside_the_rectangle_as_it_was():
    rng = np.random.default_rng(3)
    frame = rng.integers(16, 236, (270, 320), dtype=np.uint8)
    before = frame.copy()
    lay(Overlay.of(box(), LEFT, TOP), planes_of(frame, 320, 180))
    mask = np.ones_like(frame, bool)
    for plane in (planes_of(mask.view(np.uint8), 320, 180)[0],):
        plane[TOP : TOP + HEIGHT, LEFT : LEFT + WIDTH] = 0
    for plane in planes_of(mask.view(np.uint8), 320, 180)[1:]:
        plane[TOP // 2 : (TOP + HEIGHT) // 2, LEFT // 2 : (LEFT + WIDTH) // 2] = 0
    assert np.array_equal(frame[mask], before[mask])
    assert not np.array_equal(frame, before)


@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), (200, 60, 60), (25, 18, 49), (250, 200, 60)])
def test_blended_colours_are_those_that_our_encoder_would_convert(colour):
    rgba = np.zeros((16, 16, 4), np.uint8)
    rgba[...] = (*colour, 255)
    frame = np.full((24, 16), 128, np.uint8)
    lay(Overlay.of(rgba, 0, 0), planes_of(frame, 16, 16))
    converted = Converter()(np.ascontiguousarray(rgba[..., :3])).to_ndarray()
    assert np.abs(frame.astype(int) - converted).max() <= 1


def test_half_an_alpha_gives_the_colour_between():
    rgba = np.zeros((4, 4, 4), np.uint8)
    rgba[...] = (255, 255, 255, 128)
    frame = np.full((6, 4), 16, np.uint8)
    lay(Overlay.of(rgba, 0, 0), planes_of(frame, 4, 4))
    assert abs(int(frame[0, 0]) - (16 * 127 + 235 * 128) / 255) <= 1


def test_sixteen_bits_round_as_a_division_does():
    rgba = np.random.default_rng(5).integers(0, 256, (64, 512, 4), np.uint8)
    rgba[..., 3] = np.arange(512) // 2
    frame = np.random.default_rng(6).integers(0, 256, (96, 512), np.uint8)
    luma, alpha = planes_of(frame, 512, 64)[0].astype(np.int64), rgba[..., 3].astype(np.int64)
    added = np.rint(to_yuv(rgba[..., :3].astype(float))[0] * alpha).astype(np.int64)
    lay(Overlay.of(rgba, 0, 0), planes_of(frame, 512, 64))
    assert np.array_equal(planes_of(frame, 512, 64)[0], (luma * (255 - alpha) + added + 127) // 255)


@pytest.mark.parametrize(("left", "top", "shape"), [(1, 0, (4, 4)), (0, 1, (4, 4)), (0, 0, (3, 4)), (0, 0, (4, 5))])
def test_a_picture_between_colour_samples_is_refused(left, top, shape):
    with pytest.raises(ValueError, match="does not cover whole pixels"):
        Overlay.of(np.zeros((*shape, 4), np.uint8), left, top)


def test_any_number_of_workers_gives_the_same_bytes(tasks, tmp_path):
    alone = derived_all(tasks, Store(tmp_path / "one"), jobs=1)
    together = derived_all(tasks, Store(tmp_path / "two"), jobs=3)
    assert [stretch.sha256 for stretch in alone] == [stretch.sha256 for stretch in together]


def test_the_first_error_stops_the_others_at_their_next_frame(tasks, tmp_path):
    """The one that waits would take ten seconds and then be kept, were it not stopped."""

    @dataclass(frozen=True)
    class Failing:
        task: object

        def __getattr__(self, name):
            return getattr(self.task, name)

        def make(self, _path, _go_on):
            raise OSError("no disk")

    @dataclass(frozen=True)
    class Waiting(Failing):
        def make(self, path, go_on):
            for _ in range(1000):
                go_on()
                sleep(0.01)
            return self.task.make(path, go_on)

    store = Store(tmp_path)
    with pytest.raises(OSError, match="no disk"):
        derived_all([Waiting(tasks[0]), Failing(tasks[1])], store, jobs=2)
    assert store.get("captioned", piece_key(tasks[0])) is None


def test_progress_counts_every_piece(tasks, tmp_path):
    seen = []
    derived_all(tasks, Store(tmp_path), jobs=2, progress=lambda *report: seen.append(report), stage="captions")
    assert seen == [("captions", 1, 3), ("captions", 2, 3), ("captions", 3, 3)]


def test_another_word_in_a_caption_is_another_key_for_its_stretch_alone(plan, tasks):
    changed = (CUES[0], CUES[1], replace(CUES[2], rows=("One",)))
    again = captioned_tasks(plan.stretches, changed, draw, width_px=320, height_px=180, fps=25)
    assert [piece_key(first) == piece_key(second) for first, second in zip(tasks, again, strict=True)] == [True, False, False]


def test_captioned_stretches_take_the_place_of_the_clean_ones(plan, tasks, tmp_path):
    made = derived_all(tasks, Store(tmp_path), jobs=1)
    runs = with_captions(plan.stretches, made)
    assert [run.sha256 == clean.sha256 for run, clean in zip(runs, plan.stretches, strict=True)] == [False, False, False, True]
    assert runs[3] is plan.stretches[3]


def test_a_damaged_piece_is_made_anew(tasks, tmp_path):
    store = Store(tmp_path)
    first = derived(tasks[2], store)
    whole = first.path.read_bytes()
    first.path.write_bytes(whole[:100])
    again = derived(tasks[2], store)
    assert again.path.read_bytes() == whole
    assert store.notes


def test_captions_can_be_read_where_they_stand(tasks, tmp_path):
    frame = rgb(list(pictures(derived(tasks[0], Store(tmp_path)).path))[10])
    assert frame[TOP + 15, LEFT + 100].min() > 235
    assert frame[TOP + 4, LEFT + 10].max() < 45
