"""What comes out of the store is what went in, or it does not come out."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.store import Store, canonical_json, key_of, write_whole

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


@settings(max_examples=50)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner), max_leaves=8))
def test_equal_values_have_equal_keys_whatever_their_order(value: object) -> None:
    if isinstance(value, dict):
        turned = dict(reversed(list(value.items())))
        assert canonical_json(turned) == canonical_json(value)
    assert key_of(value) == key_of(json.loads(canonical_json(value)))
