"""What `animkit new` writes passes every check, for every band."""

from datetime import date

import pytest

from animkit.campaign.load import load
from animkit.campaign.model import Band
from animkit.campaign.project import Project, library_root
from animkit.checks import check_storyboard
from animkit.findings import Refused, Severity
from animkit.storyboard.parse import parse
from animkit.storyboard.starter import starter

TODAY = date(2026, 11, 24)
BANDS: tuple[Band, ...] = ("8-10", "11-14", "14-18", "adults")


@pytest.mark.parametrize("band", BANDS)
def test_it_leaves_only_what_a_person_must_settle(band: Band) -> None:
    root = library_root().resolve()
    campaign = load(Project(root, root))
    result = parse(starter("talk-to-nan", band, TODAY), "talk-to-nan.yaml", campaign=campaign)
    assert [str(item) for item in result.findings] == []
    assert result.storyboard is not None
    found = check_storyboard(result.storyboard, campaign, result.marks, TODAY)
    assert [str(item) for item in found if item.severity is not Severity.NEEDS_A_PERSON] == []
    assert (result.storyboard.title, result.storyboard.band, result.storyboard.review_by) == ("Talk to nan", band, "2027-05-23")
    assert any(shot.pause for shot in result.storyboard.shots())


def test_younger_children_are_told_less() -> None:
    assert "threat" not in starter("talk", "8-10", TODAY)
    assert "pay" not in starter("talk", "11-14", TODAY)
    assert "Don't {pay} pay" in starter("talk", "14-18", TODAY)


@pytest.mark.parametrize("name", ["My talk", "../talk", "", "talk: one", "9-lives"])
def test_a_name_that_no_file_should_have_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="cannot be a name"):
        starter(name, "11-14", TODAY)
