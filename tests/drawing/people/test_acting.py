from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from animkit.drawing.people.acting import Acting
from animkit.drawing.people.keys import Steps, Track


def someone(seed: str = "door:otis", *, still: bool = False, mood: str = "smile") -> Acting:
    return Acting(fps=25, seed=seed, lead_rest=(280.0, -560.0), near_rest=(-280.0, -560.0), first_mood=mood, still=still)


@given(st.integers(0, 5000))
def test_a_pose_depends_on_the_frame_alone(frame: int) -> None:
    one, other = someone(), someone()
    for earlier in range(0, frame, 97):
        one.pose(earlier)
    assert one.pose(frame) == other.pose(frame)


def test_two_people_do_not_blink_together() -> None:
    one, other = someone("door:otis"), someone("door:maya")
    closed = [[frame for frame in range(500) if person.pose(frame).lids < 1] for person in (one, other)]
    assert closed[0] != closed[1]


def test_eyes_blink_every_two_to_four_seconds() -> None:
    person = someone()
    closed = [frame for frame in range(2500) if person.pose(frame).lids == 0]
    starts = [frame for frame in closed if frame - 1 not in closed]
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    assert len(gaps) > 20
    assert all(50 <= gap <= 101 for gap in gaps)


def test_still_life_neither_blinks_nor_breathes() -> None:
    person = someone(still=True)
    assert len({person.pose(frame) for frame in range(300)}) == 1


def test_a_mood_changes_under_closed_lids() -> None:
    person = someone()
    person.feel(40, "concerned")
    change = next(frame for frame in range(41, 80) if person.pose(frame).mouth != person.pose(40).mouth)
    assert person.pose(change).lids == 0
    assert person.pose(change - 1).lids == 0
    assert person.pose(40).mouth == "smile"
    assert change <= 45


def test_the_head_dips_before_a_mood_and_settles_after_it() -> None:
    person, before = someone(still=True), someone(still=True)
    person.feel(40, "concerned")
    assert person.pose(43).head_y < before.pose(43).head_y
    assert person.pose(48).head_turn != before.pose(48).head_turn
    assert abs(person.pose(75).head_turn - before.pose(75).head_turn) < 0.05


def test_heads_follow_eyes() -> None:
    person = someone(still=True)
    person.glance.add(10, (1.0, 0.0), 6)
    assert person.pose(12).eyes_x > 0
    assert person.pose(12).face_x == 0
    assert person.pose(25).face_x > 0


def test_a_head_never_turns_further_than_its_neck_allows() -> None:
    person = someone(still=True)
    person.tilt.add(0, (20.0,), 10)
    assert max(person.pose(frame).head_turn for frame in range(60)) <= 3.5 + 0.01


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 20)), min_size=1, max_size=12))
def test_mouths_move_only_in_words(spans: list[tuple[int, int]]) -> None:
    person = someone()
    words = [(start, start + length) for start, length in spans]
    person.talk(words)
    spoken = {frame for start, end in words for frame in range(start, end)}
    assert set(person.mouths) == spoken
    assert set(person.mouths.values()) <= {"small", "wide", "round"}


def test_a_breath_lasts_in_and_out() -> None:
    person, before = someone(still=True), someone(still=True)
    person.breaths.append(0)
    rises = [person.pose(frame).rise - before.pose(frame).rise for frame in range(60)]
    assert max(rises) > 20
    assert rises.index(max(rises)) in (22, 23)
    assert rises[50] == 0


@given(st.lists(st.tuples(st.integers(0, 100), st.floats(-5, 5), st.integers(1, 30)), max_size=8), st.integers(0, 140))
def test_a_track_never_leaves_what_its_keys_span(keys: list[tuple[int, float, int]], frame: int) -> None:
    track = Track(0.0)
    for start, value, length in keys:
        track.add(start, (value,), length)
    values = [0.0, *(value for _, value, _ in keys)]
    assert min(values) - 1e-9 <= track.at(frame)[0] <= max(values) + 1e-9


def test_a_track_comes_to_its_last_key() -> None:
    track = Track(0.0)
    track.add(5, (2.0,), 4)
    track.add(0, (1.0,), 3)
    assert track.at(0) == (0.0,)
    assert track.at(4) == (1.0,)
    assert track.at(50) == (2.0,)


def test_steps_change_at_once() -> None:
    steps = Steps("flat")
    steps.add(10, "point")
    assert (steps.at(9), steps.at(10), steps.at(99)) == ("flat", "point", "point")
