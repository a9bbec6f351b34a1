"""The clock of a scene: exact frames, beats, animations side by side, and what it refuses."""

from dataclasses import dataclass
from typing import Any

import manim as m
import numpy as np
import pytest

from animkit.drawing.stage import stage
from animkit.findings import Refused
from animkit.shots.scene import ShotScene


class Nothing(ShotScene):
    def construct(self) -> None:
        pass


def scene_that(act: Any, **names: Any) -> type[ShotScene]:
    """A scene class whose construct is ``act``."""
    return type("Acting", (ShotScene,), {"construct": act, **names})


@pytest.mark.parametrize("fps", [24, 25, 30, 60])
@pytest.mark.parametrize("frames", [1, 2, 7, 36, 49])
def test_a_shot_draws_exactly_its_frames(perform: Any, frames: int, fps: int) -> None:
    _, reel = perform(Nothing, frames=frames, fps=fps)
    assert reel.shown == list(range(frames))


@pytest.mark.parametrize("frames", range(1, 90, 4))
def test_played_and_waited_seconds_take_exactly_their_frames(perform: Any, frames: int) -> None:
    def construct(self: ShotScene) -> None:
        self.play(m.FadeIn(m.Dot()), run_time=frames / 25)
        assert self.now == frames
        self.wait(frames / 25)
        assert self.now == 2 * frames

    _, reel = perform(scene_that(construct), frames=2 * frames)
    assert len(reel.shown) == 2 * frames


def test_a_length_between_two_frames_takes_the_longer(perform: Any) -> None:
    lengths: list[int] = []

    def construct(self: ShotScene) -> None:
        for seconds in (0.05, 3 * 0.12, 0.1 + 0.2):
            before = self.now
            self.wait(seconds)
            lengths.append(self.now - before)

    perform(scene_that(construct), frames=40)
    assert lengths == [2, 9, 8]


def test_handles_hold_the_first_picture_and_live_on_after_the_last(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        dot = m.Dot().add_updater(lambda shape: shape.move_to(m.RIGHT * self.now * 0.2))
        self.add(dot)

    _, reel = perform(scene_that(construct), frames=10, handle_in=4, handle_out=3)
    assert reel.shown == list(range(-4, 13))
    assert all(np.array_equal(picture, reel.pictures[4]) for picture in reel.pictures[:4])
    assert reel.changed == [True] + [False] * 4 + [True] * 12


def test_until_runs_to_the_beat_and_at_acts_on_it(perform: Any) -> None:
    begun: list[int] = []

    def construct(self: ShotScene) -> None:
        dot = m.Dot()
        self.at("live", lambda: begun.append(self.now))
        self.at(3, m.FadeIn(dot), run_time=0.2)
        self.after(8, lambda: dot.animate.shift(m.UP), run_time=0.08)
        self.until("live")
        assert self.now == 12
        assert dot.get_center()[1] == pytest.approx(1)

    perform(scene_that(construct), beats={"live": 12}, frames=20)
    assert begun == [12]


def test_scheduled_animations_run_beside_played_ones(perform: Any) -> None:
    places: list[tuple[float, float]] = []

    def construct(self: ShotScene) -> None:
        one, other = m.Dot(), m.Dot()

        def note(dt: float) -> None:
            assert dt == (0.04 if places else 0)
            places.append((one.get_x(), other.get_x()))

        self.add(one, other)
        self.add_updater(note)
        self.at(2, other.animate(rate_func=m.linear).shift(m.RIGHT), run_time=0.4)
        self.play(one.animate(rate_func=m.linear).shift(m.RIGHT), run_time=0.4)

    perform(scene_that(construct), frames=16)
    ramp = [number / 10 for number in range(10)]
    assert np.allclose([one for one, _ in places], [*ramp, *[1] * 6])
    assert np.allclose([other for _, other in places], [0, 0, *ramp, *[1] * 4])


def test_a_scheduled_animate_starts_from_where_its_mobject_is_by_then(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        dot = m.Dot()
        self.add(dot)
        self.at(2, dot.animate.shift(m.RIGHT), run_time=0.2)
        self.at(10, dot.animate.shift(m.RIGHT), run_time=0.2)
        self.until(18)
        assert np.allclose(dot.get_center(), 2 * m.RIGHT)

    perform(scene_that(construct))


def test_what_is_played_is_finished_before_the_next_line_of_code(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        square, dot = m.Square(), m.Dot()
        self.play(m.FadeIn(square), run_time=0.2)
        assert square.get_stroke_opacity() == 1
        self.play(m.Succession(m.Create(dot), dot.animate.shift(m.UP), m.FadeOut(dot)), run_time=0.2)
        assert dot not in self.mobjects
        self.play(m.LaggedStart(m.FadeOut(square), m.FadeIn(dot), lag_ratio=0.5), run_time=0.2)
        assert [type(mobject) for mobject in self.mobjects if len(mobject.points)] == [m.Dot]

    perform(scene_that(construct))


def test_what_takes_no_time_is_over_at_once(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        dot, other = m.Dot(), m.Dot()
        self.play(dot.animate.shift(m.UP), run_time=0)
        assert self.now == 0
        self.at(3, lambda: other.animate.shift(m.RIGHT), run_time=0)
        self.until(4)
        assert (dot.get_y(), other.get_x()) == (1, 1)

    perform(scene_that(construct))


def test_a_scheduled_function_may_schedule_but_not_play(perform: Any) -> None:
    begun: list[int] = []
    perform(scene_that(lambda self: self.at(2, lambda: [self.after(3, lambda: begun.append(self.now)), None][1])))
    assert begun == [5]
    with pytest.raises(RuntimeError, match="but not play"):
        perform(scene_that(lambda self: self.at(2, lambda: self.wait(1))))


def test_a_shot_is_silent(perform: Any) -> None:
    with pytest.raises(TypeError, match="sounds stand in the storyboard"):
        perform(scene_that(lambda self: self.add_sound("knock.wav")))


def test_manims_waits_stop_when_their_condition_holds(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        self.wait_until(lambda: self.now >= 5)
        assert self.now == 5
        self.play(m.Wait(0.2))
        assert self.now == 10
        self.pause(0.2)
        assert self.now == 15

    perform(scene_that(construct))


def test_updaters_see_the_frame_and_the_time_that_has_passed(perform: Any) -> None:
    seen: list[tuple[int, float]] = []
    passed = 0.0

    def update(mobject: m.Mobject, dt: float) -> None:
        nonlocal passed
        assert isinstance(mobject, m.Dot)
        passed += dt
        seen.append((stage().now, round(passed * 25, 6)))

    def construct(self: ShotScene) -> None:
        self.add(m.VGroup(m.VGroup(m.Dot().add_updater(update))))
        self.play(m.FadeIn(m.Square()), run_time=0.2)

    perform(scene_that(construct), frames=12, handle_in=2)
    assert seen == [(frame, frame) for frame in range(12)]


def test_a_still_picture_is_drawn_once(perform: Any) -> None:
    _, reel = perform(scene_that(lambda self: self.add(m.Square()) and None), frames=30)
    assert reel.changed == [True] + [False] * 29


def test_a_scene_longer_than_its_slot_is_refused_with_both_lengths(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        self.wait(0.6)
        self.play(m.FadeIn(m.Dot()), run_time=0.24)

    with pytest.raises(Refused, match=r"plays for 21 frames \(0.84 s\) and the shot lasts 20 frames \(0.80 s\)"):
        perform(scene_that(construct), handle_out=5)


def test_a_scene_that_never_ends_is_refused(perform: Any) -> None:
    with pytest.raises(Refused, match=r"plays for more than .* and the shot lasts 20 frames"):
        perform(scene_that(lambda self: self.wait_until(lambda: False, max_time=1e6)))


def test_a_missing_beat_is_refused_with_those_there_are(perform: Any) -> None:
    with pytest.raises(Refused, match="waits for the beat 'live', and the shot has: end, same"):
        perform(scene_that(lambda self: self.until("live")), beats={"end": 3, "same": 9})
    perform(scene_that(lambda self: self.until(self.beat("live", 4))))


def test_a_beat_that_has_passed_is_noted_with_its_delay(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        self.wait(0.4)
        self.until("end")
        assert self.now == 10

    scene, _ = perform(scene_that(construct), beats={"end": 7})
    assert [(note.code, note.what) for note in scene.notes] == [("late-beat", "the picture comes 3 frames late for 'end'")]


def test_what_does_not_end_or_begin_within_the_slot_is_noted(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        dot = m.Dot()
        self.add(dot)
        self.at(15, dot.animate.shift(m.UP), run_time=0.4)
        self.at(30, lambda: None)

    scene, reel = perform(scene_that(construct), handle_out=2)
    assert [note.code for note in scene.notes] == ["runs-past-slot", "never-begun"]
    assert len(reel.shown) == 22


def test_randomness_comes_from_the_shots_name(perform: Any) -> None:
    drawn: list[tuple[float, ...]] = []

    def construct(self: ShotScene) -> None:
        drawn.append((self.random.random(), float(np.random.random())))

    for shot in ("door", "door", "gate"):
        perform(scene_that(construct), shot=shot)
    assert drawn[0] == drawn[1] != drawn[2]


def test_params_are_read_strictly(perform: Any) -> None:
    @dataclass(frozen=True, kw_only=True)
    class Params:
        host: str
        viewers: int = 3

    seen: list[Params] = []
    scene = scene_that(lambda self: seen.append(self.params), Params=Params)
    perform(scene, params={"host": "maya"})
    assert seen == [Params(host="maya", viewers=3)]
    with pytest.raises(Refused) as refused:
        perform(scene, params={"viewers": "many", "guest": 1})
    assert sorted(finding.what for finding in refused.value.findings) == [
        "param 'guest': unexpected keyword argument",
        "param 'host': field required",
        "param 'viewers': input should be a valid integer",
    ]


def test_acts_are_logged_at_their_frame(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        self.wait(0.2)
        self.log_act("maya", "smile")

    scene, _ = perform(scene_that(construct))
    assert [(act.who, act.what, act.frame) for act in scene.acts] == [("maya", "smile", 5)]
