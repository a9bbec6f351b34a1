"""A build with nothing to do is told at once, and only then."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from animkit.campaign.project import Project
from animkit.production import Settings, build
from animkit.production.report import Report
from animkit.production.unchanged import _stand, everything_read, standing
from animkit.store import sha256_bytes


def test_the_same_build_again_is_its_report_with_nothing_done(first: tuple[Settings, Report]) -> None:
    settings, report = first
    again = build(replace(settings, jobs=1, why=True))
    assert (again.title, again.folder, again.voices, again.levels) == (report.title, report.folder, report.voices, report.levels)
    assert [one.path for one in again.made] == [one.path for one in report.made]
    assert not any(one.changed for one in again.made)
    assert (again.work.shots_drawn, again.work.lines_spoken, again.work.sound_mixed) == (0, 0, False)
    assert again.work.shots_from_store == report.work.shots_drawn + report.work.shots_from_store
    assert again.why == {"note": (), "help-card": ()}
    assert standing(replace(settings, today=date(2026, 11, 25))) is None, "what is judged by the day is judged again"
    assert standing(replace(settings, only=("note",))) is None


def test_a_file_that_was_touched_or_is_gone_does_not_stand(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film")
    outputs = {str(film): sha256_bytes(b"film")}
    assert _stand(outputs)
    film.write_bytes(b"Film")
    assert not _stand(outputs)
    film.unlink()
    assert not _stand(outputs)


def test_everything_that_a_build_reads_counts(tmp_path: Path) -> None:
    board = tmp_path / "storyboards" / "talk.yaml"
    scene = tmp_path / "scenes" / "door.py"
    for path in (board, scene):
        path.parent.mkdir()
        path.write_text("one")
    settings, project = Settings(storyboard=board, today=date(2026, 11, 24)), Project(tmp_path, tmp_path)
    keys = [everything_read(settings, project)]
    keys += [everything_read(replace(settings, **change), project) for change in ({"draft": True}, {"release": True}, {"out": tmp_path})]
    for path in (board, scene):
        path.write_text("two")
        keys.append(everything_read(settings, project))
    assert len(set(keys)) == len(keys)
    assert everything_read(replace(settings, jobs=7, why=True), project) == keys[-1]
