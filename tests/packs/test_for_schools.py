"""docs/for-schools.md names what a pack holds."""

from animkit.campaign.project import CHECKOUT
from animkit.packs.folder import school

PAGE = (CHECKOUT / "docs/for-schools.md").read_text(encoding="utf-8")


def test_it_names_the_folders_of_a_pack() -> None:
    for folder in (school.BEFORE, school.TEACH, school.PUPILS, school.HOME, school.WATCH, school.ABOUT):
        assert f"| {folder} |" in PAGE
