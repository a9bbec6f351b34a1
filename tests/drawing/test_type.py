import numpy as np
import pytest

from animkit.drawing import glyphrun
from animkit.drawing.layout import UNIT_PX, box_of
from animkit.drawing.stage import Stage
from animkit.drawing.type import words, wrap
from animkit.findings import Refused

pytestmark = pytest.mark.usefixtures("stage_up")


def test_words_know_what_they_say_and_how_large() -> None:
    said = words("You can stop.", "headline", ground="mist")
    assert (said.text, said.colour_hex, said.ground_hex) == ("You can stop.", "#191231", "#E7E2FA")
    assert said.size_px == pytest.approx(96)


def test_scaled_words_know_their_size() -> None:
    said = words("Stop", "headline")
    said.scale(0.75)
    assert said.size_px == pytest.approx(72)


def test_a_capital_is_as_high_as_the_font_says() -> None:
    height = box_of(words("H", "title")).height * UNIT_PX
    assert height == pytest.approx(0.7 * 196, abs=0.5)


def test_lines_share_their_left_edge_and_stand_one_leading_apart() -> None:
    said = words("HI\nHI", "headline")
    first, second = (line.points for line in said.lines)
    assert first[:, 0].min() == pytest.approx(0, abs=1e-9)
    assert second[:, 0].min() == pytest.approx(0, abs=1e-9)
    assert (first[:, 1].min() - second[:, 1].min()) * UNIT_PX == pytest.approx(96 * 1.16, abs=0.01)


def test_every_letter_is_drawn() -> None:
    one, three = glyphrun.run("o", "Lexend", "bold"), glyphrun.run("ooo", "Lexend", "bold")
    assert len(three.path) == 3 * len(one.path)


def test_ligatures_do_not_swallow_letters() -> None:
    assert len(glyphrun.run("fi", "Lexend", "bold").path) == len(glyphrun.run("f", "Lexend", "bold").path) + len(
        glyphrun.run("i", "Lexend", "bold").path
    )


def test_words_in_a_font_that_lacks_a_letter_are_wholly_in_the_fallback() -> None:
    said = words("Dŵr", "body")
    plain = glyphrun.run("Dŵr", "Noto Sans", "normal")
    assert len(said.lines[0].rest) == len(plain.path)


def test_wrapped_lines_are_even(stage_up: Stage) -> None:
    lines = wrap("It is never your fault and you can stop", stage_up.theme.style("headline"), 12)
    assert " ".join(lines) == "It is never your fault and you can stop"
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 6


def test_hidden_words_have_no_ink() -> None:
    said = words("Stop")
    assert said.ink() is not None
    said.hide()
    assert said.ink() is None


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("日本", {}, r"letters that no font of the theme can draw: 日 \(U\+65E5\), 本"),
        ("go\u202eback", {}, "invisible mark RIGHT-TO-LEFT OVERRIDE"),
        ("Stop", {"colour": "iris"}, r"contrast 4\.9 to 1, and words need 7"),
        ("Stop", {"size_px": 40}, "set at 40 px; key words need 54"),
        ("m" * 60, {"style": "title"}, "is wider than its place"),
        ("one two three four", {"style": "title", "width_px": 600, "lines": 1}, "needs 4 lines and has room for 1 line of 600 px"),
    ],
)
def test_words_that_cannot_be_read_are_refused(text: str, options: dict[str, object], message: str) -> None:
    with pytest.raises(Refused, match=message):
        words(text, **options)  # type: ignore[arg-type]  # each case names other options


def test_the_same_words_are_the_same_outline_again() -> None:
    assert np.array_equal(words("Again").lines[0].points, words("Again").lines[0].points)
