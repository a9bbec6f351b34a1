import json

import pytest

from animkit.campaign.project import Project
from animkit.film.manifest import MANIFEST, as_bytes, manifest, verify_build
from animkit.film.model import remark
from animkit.film.versions import versions
from animkit.findings import Severity
from animkit.store import sha256_bytes
from animkit.timing.timeline import PlacedTake, Slot, Timeline

TAKE = PlacedTake(
    line_id="door.1",
    shot="door",
    speaker="narrator",
    text="Knock.",
    start=12,
    end=30,
    audio_sha256="ab",
    source="human: Noor Hale",
    words=(),
)
TIMELINE = Timeline(fps=25, frames=50, slots=(Slot(shot="door", start=0, frames=50),), takes=(TAKE,))


def values(inputs=None, outputs=None):
    return manifest(
        film="knock",
        title="Knock",
        language="en-GB",
        inputs=inputs or {},
        outputs=outputs or {},
        versions={"animkit": "1"},
        timeline=TIMELINE,
        clips={"door": "key"},
        sound={"loudness_lufs": -16.0},
        findings=[remark("no-music", "the film has no music")],
    )


@pytest.fixture
def build(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "knock.mp4").write_bytes(b"film")
    (tmp_path / "knock.yaml").write_bytes(b"storyboard")
    written = values({"knock.yaml": sha256_bytes(b"storyboard")}, {"knock.mp4": {"sha256": sha256_bytes(b"film"), "bytes": 4}})
    (tmp_path / "out" / MANIFEST).write_bytes(as_bytes(written))
    return tmp_path


def found(build):
    return [(finding.code, finding.severity) for finding in verify_build(build / "out", project=Project(build, build / "library"))]


def test_a_manifest_says_who_spoke_each_line_and_what_was_found():
    made = values()
    assert made["narrators"] == {"door.1": {"source": "human: Noor Hale", "audio": "ab"}}
    assert made["findings"][0]["what"] == "the film has no music"
    assert json.loads(as_bytes(made)) == made


def test_equal_builds_have_equal_manifests():
    assert as_bytes(values({"b": "2", "a": "1"})) == as_bytes(values({"a": "1", "b": "2"}))


def test_a_build_that_is_as_it_was_made_verifies(build):
    assert found(build) == []


def test_a_changed_film_is_an_error(build):
    (build / "out" / "knock.mp4").write_bytes(b"Film")
    assert found(build) == [("output-changed", Severity.ERROR)]


def test_a_missing_film_is_an_error(build):
    (build / "out" / "knock.mp4").unlink()
    assert found(build) == [("output-missing", Severity.ERROR)]


def test_a_changed_or_missing_storyboard_is_a_remark(build):
    (build / "knock.yaml").write_bytes(b"another")
    assert found(build) == [("input-changed", Severity.WARNING)]
    (build / "knock.yaml").unlink()
    assert found(build) == [("input-missing", Severity.WARNING)]


def test_inputs_of_the_library_are_looked_for_there(build):
    (build / "library" / "assets").mkdir(parents=True)
    (build / "library" / "assets" / "signs.yaml").write_bytes(b"signs")
    inputs = {"library:assets/signs.yaml": sha256_bytes(b"signs"), "library:../knock.yaml": "0"}
    (build / "out" / MANIFEST).write_bytes(as_bytes(values(inputs)))
    assert found(build) == [("input-outside", Severity.ERROR)]
    (build / "library" / "assets" / "signs.yaml").write_bytes(b"other")
    assert found(build) == [("input-outside", Severity.ERROR), ("input-changed", Severity.WARNING)]


def test_a_manifest_that_points_outside_is_refused(build):
    path = build / "out" / MANIFEST
    made = values({"../../etc/passwd": "0"}, {"../knock.yaml": {"sha256": "0"}})
    path.write_bytes(as_bytes(made))
    assert found(build) == [("output-outside", Severity.ERROR), ("input-outside", Severity.ERROR)]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"outputs": {"a": 1}, "inputs": {}}', b"\xff"])
def test_a_broken_manifest_is_said_to_be_broken(build, content):
    (build / "out" / MANIFEST).write_bytes(content)
    assert found(build) == [("manifest-broken", Severity.ERROR)]


def test_a_folder_without_a_manifest_is_said_to_have_none(tmp_path):
    (finding,) = verify_build(tmp_path)
    assert finding.code == "no-manifest"


def test_versions_name_what_bytes_depend_on():
    made = versions()
    assert made["packages"]["av"] != "not installed"
    assert "libavcodec" in made["ffmpeg"]
    assert made == versions()
    assert json.loads(as_bytes(made)) == made
