"""A film is made without a network, asks for none, and leaves nothing outside its build folder and its store."""

import re

import pytest
from hostile_film import Film


def test_a_film_is_made_where_there_is_no_network(film: Film) -> None:
    assert film.done.returncode == 0, film.done.stderr
    assert (film.out / "odd-texts.mp4").is_file()


def test_no_process_of_a_build_speaks_to_any_address(film: Film) -> None:
    if not film.calls.is_file():
        pytest.skip("strace is missing or may not trace: apt-get install strace")
    calls = film.calls.read_text(encoding="utf-8", errors="replace")
    assert "exited with 0" in calls, "it did trace the build"
    told = [line for line in calls.splitlines() if re.search(r"\b(connect|sendto|sendmsg|sendmmsg|bind)\(", line)]
    assert [line for line in told if "AF_INET" in line or "AF_PACKET" in line] == []


def test_no_code_in_python_asks_for_a_name_or_an_address(film: Film) -> None:
    assert not film.watched.exists(), film.watched.read_text()


def test_nothing_lies_outside_the_build_and_the_store(film: Film) -> None:
    assert list(film.home.rglob("*")) == []
    assert {path.name for path in film.root.iterdir()} == {"storyboards", "scenes", "build", ".animkit"}
    assert {path.name for path in film.root.parent.iterdir()} <= {film.root.name, "home", "guard", "calls"}
    assert not list(film.root.rglob("pwned"))


def test_what_the_guard_watches_it_sees(film: Film, tmp_path) -> None:
    """The guard itself works: a connection that is tried is written down."""
    import os
    import subprocess
    import sys

    guard = film.root.parent / "guard"
    code = "import socket; s = socket.socket(socket.AF_INET); s.settimeout(1); s.connect_ex(('127.0.0.1', 9))"
    watched = tmp_path / "watched"
    environment = os.environ | {"PYTHONPATH": str(guard), "WATCHED": str(watched)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert "socket.connect" in watched.read_text()
