"""`animkit doctor` tries each part, says what it is for and how to mend it, and never breaks itself."""

import os

import pytest

from animkit import health
from animkit.health import Part, Row, examine, verdict


def broken() -> str:
    raise RuntimeError("it broke\nand said more")


@pytest.mark.parametrize(("needed", "state"), [(True, "MISSING"), (False, "without")])
def test_a_part_that_breaks_is_a_row_that_says_how(needed: bool, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PARTS", {"lamp": Part("lights", broken, "change it", needed)})
    (row,) = examine()
    assert (row.ok, row.state, row.found, row.purpose, row.mend) == (False, state, "RuntimeError: it broke", "lights", "change it")


def test_a_part_that_works_says_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PARTS", {"lamp": Part("lights", lambda: "60 W", "change it")})
    assert [(row.state, row.found, row.mend) for row in examine()] == [("ok", "60 W", "")]


def test_the_verdict_is_one_sentence_for_a_newcomer() -> None:
    good, lacks, without = Row("a", "", True, ""), Row("b", "", False, ""), Row("c", "", False, "", needed=False)
    assert verdict((good,)) == "Films can be made here."
    assert verdict((good, without)) == "Films can be made here, but see above: c."
    assert verdict((good, lacks, without)) == "Films cannot be made here yet: mend b."


def test_every_part_says_what_it_is_for_and_how_to_get_it() -> None:
    for name, part in health.PARTS.items():
        assert part.purpose, name
        assert part.mend or name == "processor", name


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no program 'animkit-no-such-program'"):
        health._program("animkit-no-such-program")()


def test_looking_at_the_voices_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    health._module("json", "animkit")()
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
