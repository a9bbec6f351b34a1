import errno
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from animkit.film import deliver
from animkit.film.deliver import pending, require_space
from animkit.film.deliverables import DELIVERABLES
from animkit.film.films import write
from animkit.findings import ExitCode, Refused
from animkit.store import clear_left_behind

OLD = b"the last good film"


@pytest.fixture
def final(tmp_path):
    path = tmp_path / "build" / "knock.mp4"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def beside(final):
    return sorted(path.name for path in final.parent.iterdir())


def test_the_old_film_stands_until_the_new_one_is_accepted(final):
    with pending(final, lambda part: part.write_bytes(b"new")) as file:
        assert final.read_bytes() == OLD
        assert file.accept()
    assert final.read_bytes() == b"new"
    assert beside(final) == ["knock.mp4"]


def test_a_file_nobody_accepts_goes_away(final):
    with pending(final, lambda part: part.write_bytes(b"new")):
        pass
    assert (final.read_bytes(), beside(final)) == (OLD, ["knock.mp4"])


def test_a_refused_film_lies_aside_and_the_last_good_one_stays(final):
    with pending(final, lambda part: part.write_bytes(b"new")) as file:
        aside = file.refuse()
    assert aside == final.parent / "refused" / "knock.mp4"
    assert aside.read_bytes() == b"new"
    assert final.read_bytes() == OLD


def test_equal_bytes_leave_the_old_file_and_its_date_alone(final):
    os.utime(final, (1000, 1000))
    with pending(final, lambda part: part.write_bytes(OLD)) as file:
        assert not file.accept()
    assert final.stat().st_mtime == 1000
    assert beside(final) == ["knock.mp4"]


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt(), OSError(errno.EIO, "bad disk")])
def test_an_error_while_writing_leaves_nothing_behind(final, error):
    def make(part):
        part.write_bytes(b"half")
        raise error

    with pytest.raises(type(error)):
        pending(final, make)
    assert (final.read_bytes(), beside(final)) == (OLD, ["knock.mp4"])


def test_a_full_disk_is_said_in_plain_words(final):
    def make(part):
        part.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Refused) as refusal:
        pending(final, make)
    assert refusal.value.exit_code == ExitCode.ENVIRONMENT
    assert "the disk is full: 'knock.mp4'" in str(refusal.value)
    assert beside(final) == ["knock.mp4"]


def test_a_file_limit_stops_the_real_muxer_and_leaves_the_old_film(final, plan, profile):
    """In a child, because the limit cannot be lifted again."""
    code = """
        import pickle, resource, signal, sys
        from pathlib import Path
        from animkit.film.films import write
        from animkit.findings import Refused
        plan, profile, final = pickle.load(sys.stdin.buffer)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            write(plan, final, profile, size_px=(320, 180))
        except Refused as refusal:
            print(refusal)
            sys.exit(int(refusal.exit_code))
    """
    import pickle

    given = pickle.dumps((plan, profile, final))
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], input=given, capture_output=True, timeout=120, check=False)
    assert done.returncode == int(ExitCode.ENVIRONMENT), done.stderr.decode()
    assert b"the disk is full" in done.stdout
    assert (final.read_bytes(), beside(final)) == (OLD, ["knock.mp4"])


def test_a_killed_writer_leaves_the_old_film_and_the_next_run_clears_up(final):
    code = """
        import sys, time
        from pathlib import Path
        from animkit.film.deliver import pending
        def make(part):
            part.write_bytes(b"half")
            print("writing", flush=True)
            time.sleep(60)
        pending(Path(sys.argv[1]), make)
    """
    child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), str(final)], stdout=subprocess.PIPE)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"writing\n"
        assert clear_left_behind(final.parent, final.name) == 0, "its writer is alive"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=30)
        child.stdout.close()
    assert final.read_bytes() == OLD
    assert len(beside(final)) == 2
    with pending(final, lambda part: part.write_bytes(b"new")) as file:
        file.accept()
    assert (final.read_bytes(), beside(final)) == (b"new", ["knock.mp4"])


def test_names_with_brackets_are_cleared_by_their_letters(tmp_path):
    other = tmp_path / "a1.mp4.0.part"
    other.write_bytes(b"")
    odd = tmp_path / "a[1].mp4.0.part"
    odd.write_bytes(b"")
    assert clear_left_behind(tmp_path, "a[1].mp4") == 1
    assert other.exists()
    assert not odd.exists()


def test_too_little_room_is_refused_before_anything_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(deliver.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 100 << 20})())
    require_space(tmp_path / "not" / "there", 10 << 20)
    with pytest.raises(Refused, match="100 MB are free where the film goes, it needs 164 MB"):
        require_space(tmp_path, 100 << 20)


def test_a_written_film_is_proved_before_it_is_pending(final, plan, profile):
    written = write(plan, final, profile, size_px=(320, 180))
    with written.file as file:
        assert final.read_bytes() == OLD
        file.accept()
    assert final.read_bytes() != OLD
    assert written.facts.picture.frames == 105
    assert written.loudness is not None
    assert written.findings == ()


def test_a_film_that_is_not_its_plan_never_gets_near_its_name(final, plan, profile, monkeypatch):
    from animkit.film import films

    def torn(part_plan, path):
        films_assemble(part_plan, path)
        data = bytearray(path.read_bytes())
        data[data.index(b"mdat") + 1500] ^= 0xFF
        path.write_bytes(bytes(data))

    films_assemble = films.assemble
    monkeypatch.setattr(films, "assemble", torn)
    with pytest.raises(Refused, match=r"'knock\.mp4': "):
        write(plan, final, profile, size_px=(320, 180))
    assert (final.read_bytes(), beside(final)) == (OLD, ["knock.mp4"])


def test_gates_that_the_file_misses_come_with_it(final, plan, profile):
    written = write(replace(plan, title=""), final, profile, size_px=(640, 360))
    written.file.drop()
    assert {finding.exit_code for finding in written.findings} == {ExitCode.GATE_FAILED}
    said = " / ".join(finding.what for finding in written.findings)
    assert "picture size: 320x180, should be 640x360" in said
    assert "title inside the film: none" in said


def test_every_deliverable_has_its_own_file_name():
    names = [spec.file_name("knock") for spec in DELIVERABLES.values()]
    assert names[:3] == ["knock.mp4", "knock-captioned.mp4", "knock-480p.mp4"]
    assert len(set(names)) == len(names)
    assert all(name == spec.name for name, spec in DELIVERABLES.items())
