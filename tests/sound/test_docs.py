from pathlib import Path

import pytest

from animkit.campaign.project import CHECKOUT
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.sound.palette import PALETTE
from animkit.sound.read_score import parse_score

DOCS = (Path(CHECKOUT) / "docs" / "sound.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MOODS)
def test_every_mood_is_told_with_its_caption(name):
    assert f"| `{name}` | {MOODS[name].caption}".rstrip() in DOCS


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_is_told_with_its_caption_its_parts_and_its_lead(name):
    info = SOUNDS[name]
    parts = str(len(info.onsets_ms)) if len(info.onsets_ms) > 1 else ""
    lead = f"{info.hit_ms / 1000:.2f} s" if info.hit_ms else ""
    cells = (f"`{name}`", info.caption, parts, lead)
    assert "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|" in DOCS


@pytest.mark.parametrize("name", PALETTE)
def test_every_instrument_is_named(name):
    assert f"`{name}`" in DOCS


def test_the_example_of_a_score_is_in_order():
    example = next(block for block in DOCS.split("```yaml\n")[1:] if block.startswith("version: 1")).split("```")[0]
    assert parse_score(example, "docs/sound.md").title == "Small"
