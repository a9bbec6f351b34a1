"""What comes out of the store is what went in, or it does not come out."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.store import Store, canonical_json, clear_left_behind, key_of, locked, write_whole

KEY = key_of({"shot": "door"})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def objects(store: Store) -> list[Path]:
    return [path for path in (store.root / "objects").rglob("*") if path.is_file()]


def test_what_goes_in_comes_out(store: Store) -> None:
    store.put("clip", KEY, {"body": b"frames"}, {"frames": 3})
    entry = store.get("clip", KEY)
    assert entry is not None
    assert entry.files["body"].read_bytes() == b"frames"
    assert entry.facts == {"frames": 3}


def test_an_unknown_key_is_absent_and_no_fault(store: Store) -> None:
    assert store.get("clip", KEY) is None
    assert store.notes == []


def test_equal_bytes_are_kept_once(store: Store) -> None:
    store.put("clip", KEY, {"body": b"same"})
    store.put("take", key_of(2), {"audio": b"same"})
    assert len(objects(store)) == 1


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\0" * path.stat().st_size),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b"!"),
        lambda path: path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]),
        lambda path: path.unlink(),
    ],
    ids=["emptied", "zeroed", "truncated", "appended", "one bit flipped", "deleted"],
)
@pytest.mark.parametrize("which", ["object", "record"])
def test_a_harmed_entry_is_set_aside_and_made_anew(store: Store, harm: object, which: str) -> None:
    store.put("clip", KEY, {"body": b"frames of a shot"})
    paths = objects(store) if which == "object" else list((store.root / "keys").rglob("*.json"))
    harm(paths[0])  # type: ignore[operator]  # a table of functions
    assert store.get("clip", KEY) is None
    again = store.put("clip", KEY, {"body": b"frames of a shot"})
    assert again.files["body"].read_bytes() == b"frames of a shot"


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").touch()


def _link(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "harm", [_pipe, _folder, _link, lambda path: path.write_bytes(b"[" * 200_000)], ids=["pipe", "folder", "link", "deep"]
)
@pytest.mark.parametrize("which", ["object", "record"])
def test_what_is_no_file_of_ours_is_set_aside_and_never_waited_for(store: Store, harm: Callable[[Path], None], which: str) -> None:
    store.put("clip", KEY, {"body": b"frames of a shot"})
    (path,) = objects(store) if which == "object" else list((store.root / "keys").rglob("*.json"))
    harm(path)
    assert store.get("clip", KEY) is None
    assert store.notes
    assert store.put("clip", KEY, {"body": b"frames of a shot"}).files["body"].read_bytes() == b"frames of a shot"
    harm(path)
    with store.in_use(exclusive=True):
        store.prune(older_than=0)


def test_an_object_that_may_not_be_read_is_made_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = store.put("clip", KEY, {"body": b"frames"}).files.values()
    real = os.open

    def guarded(name: object, *rest: int, **more: int) -> int:  # Root may read everything, so the answer is given here.
        if name == path and not path.is_symlink() and path.stat().st_uid == 0 and path.stat().st_mode & 0o777 == 0o600:
            raise PermissionError(13, "Permission denied", str(path))
        return real(name, *rest, **more)  # type: ignore[call-overload]  # os.open as it is

    path.chmod(0o600)
    monkeypatch.setattr(os, "open", guarded)
    assert store.get("clip", KEY) is None
    assert store.put("clip", KEY, {"body": b"frames"}).files["body"].read_bytes() == b"frames"


@pytest.mark.parametrize(("part", "value"), [("suffix", "/../../../../film.yaml"), ("sha256", "../../../film.yaml"), ("suffix", ".a/b")])
def test_a_forged_record_leads_nowhere(store: Store, part: str, value: str) -> None:
    film = store.root.parent / "film.yaml"
    film.write_text("title: Knock")
    store.put("clip", KEY, {"body": b"one"})
    path = next((store.root / "keys").rglob("*.json"))
    record = json.loads(path.read_text())
    del record["sha256"]
    record["files"]["body"][part] = value
    path.write_text(json.dumps(record | {"sha256": key_of(record)}))
    assert store.get("clip", KEY) is None
    assert film.read_text() == "title: Knock"


def test_what_gets_a_name_is_on_the_disk_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut after the rename must find the bytes: they are synced before it, and the name after it."""
    done: list[str] = []
    sync, rename = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("sync"), sync(number))[1])
    monkeypatch.setattr(Path, "replace", lambda part, to: (done.append("name"), rename(part, to))[1])
    write_whole(tmp_path / "film.mp4", b"film")
    assert done == ["sync", "name", "sync"]


def test_a_record_swapped_for_another_is_not_believed(store: Store) -> None:
    store.put("clip", KEY, {"body": b"one"})
    other = key_of("other")
    store.put("clip", other, {"body": b"two"})
    mine, theirs = (store.root / "keys" / "clip" / key[:2] / f"{key}.json" for key in (KEY, other))
    mine.write_bytes(theirs.read_bytes())
    assert store.get("clip", KEY) is None
    assert store.notes


def test_a_record_with_edited_facts_is_not_believed(store: Store) -> None:
    store.put("clip", KEY, {"body": b"one"}, {"frames": 3})
    path = next((store.root / "keys").rglob("*.json"))
    path.write_text(json.dumps(json.loads(path.read_text()) | {"facts": {"frames": 4}}))
    assert store.get("clip", KEY) is None


def test_pruning_keeps_what_was_used_and_removes_the_rest(store: Store) -> None:
    store.put("clip", KEY, {"body": b"used"})
    old = key_of("old")
    store.put("clip", old, {"body": b"not used for long"})
    os.utime(store.root / "keys" / "clip" / old[:2] / f"{old}.json", (1, 1))
    with store.in_use(exclusive=True):
        assert store.prune(older_than=1000)
    assert store.get("clip", KEY) is not None
    assert store.get("clip", old) is None
    assert len(objects(store)) == 1


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    write_whole(path, b"the last good film")
    with pytest.raises(TypeError):
        write_whole(path, object())  # type: ignore[arg-type]  # what cannot be written
    assert path.read_bytes() == b"the last good film"
    assert [item.name for item in tmp_path.iterdir()] == ["film.mp4"]


def test_half_files_that_were_left_are_cleared_and_those_in_work_are_not(store: Store) -> None:
    store.put("clip", KEY, {"body": b"one"})
    left, in_work = store.root / "tmp" / "a.mp4.0.part", store.root / "tmp" / "b.mp4.0.part"
    left.write_bytes(b"half")
    descriptor = locked(in_work)
    with store.in_use():
        assert not left.exists()
        assert in_work.exists()
    os.close(descriptor)
    assert clear_left_behind(store.root / "tmp") == 1


def test_many_writers_of_one_name_never_clear_each_other(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def write(letter: str) -> None:
        try:
            for _ in range(60):
                write_whole(tmp_path / "film.vtt", letter.encode() * 1000)
        except BaseException as problem:
            failed.append(problem)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(set((tmp_path / "film.vtt").read_text())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["film.vtt"]


@settings(max_examples=50)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner), max_leaves=8))
def test_equal_values_have_equal_keys_whatever_their_order(value: object) -> None:
    if isinstance(value, dict):
        turned = dict(reversed(list(value.items())))
        assert canonical_json(turned) == canonical_json(value)
    assert key_of(value) == key_of(json.loads(canonical_json(value)))
