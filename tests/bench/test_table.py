"""The bench's tables are worked out from what was measured; nothing is timed here."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from strategies import campaign

from animkit.storyboard.parse import parse
from bench.rows import Row
from bench.table import TARGETS, rows_table, targets_table
from bench.two_thousand import storyboard


def row(wall_s: float, cpu_s: float = 1.0) -> Row:
    return Row(wall_s=wall_s, cpu_s=cpu_s, largest_mb=200.0, together_mb=500.0, seconds=60.0)


def test_a_target_is_met_or_not_by_what_was_measured() -> None:
    met = targets_table({"cold": row(10), "usual way medium": row(120)})
    missed = targets_table({"cold": row(10), "usual way medium": row(90)})
    assert "| cold build against the usual way, wall | at least 10 x | 12.0 x | yes |" in met
    assert "| cold build against the usual way, wall | at least 10 x | 9.0 x | no |" in missed


def test_what_was_not_measured_has_no_line() -> None:
    assert targets_table({"--help": row(0.2, 0.1)}).count("\n") == 2
    every = {name: row(2.0) for target in TARGETS for name in target.needs}
    assert targets_table(every).count("\n") == len(TARGETS) + 1
    assert rows_table(every).count("\n") == len(every) + 1


@pytest.mark.parametrize("count", [6, 40])
def test_a_storyboard_of_any_number_of_shots_can_be_read(count: int) -> None:
    text = storyboard(count)
    assert len(re.findall(r"^      - id: ", text, re.MULTILINE)) == count
    parsed = parse(text, "many.yaml", campaign=campaign())
    assert parsed.storyboard is not None
    assert len(list(parsed.storyboard.shots())) == count
