import pytest

from animkit.drawing.people.person import Person
from animkit.drawing.stage import Stage, on_stage, stage
from animkit.drawing.theme import Theme


def test_nothing_is_drawn_without_a_stage() -> None:
    with pytest.raises(RuntimeError, match="nothing can be drawn without a stage"):
        Person("otis")


def test_a_stage_goes_down_with_its_block(theme: Theme) -> None:
    with on_stage(Stage(theme=theme)) as up:
        assert stage() is up
        with on_stage(Stage(theme=theme, width_px=1080, height_px=1920)) as inner:
            assert stage() is inner
            assert inner.upright
        assert stage() is up
        assert not up.upright


def test_chance_is_the_same_for_the_same_shot(theme: Theme) -> None:
    one, same, other = (Stage(theme=theme, shot=shot) for shot in ("door", "door", "hall"))
    assert one.chance("blink", "otis").random() == same.chance("blink", "otis").random()
    assert one.chance("blink", "otis").random() != other.chance("blink", "otis").random()
    assert one.chance("blink", "otis").random() != one.chance("blink", "maya").random()


def test_motions_take_at_least_a_frame(theme: Theme) -> None:
    assert Stage(theme=theme).frames(0.001) == 1
    assert Stage(theme=theme, fps=50).frames(0.36) == 18
