from __future__ import annotations

from dataclasses import dataclass

import pytest

from animkit.campaign.checked import STRICT, checked, did_you_mean
from animkit.campaign.document import parse_document
from animkit.findings import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    __pydantic_config__ = STRICT

    size: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    __pydantic_config__ = STRICT

    items: tuple[Inner, ...]


def refused(text: str):
    with pytest.raises(Refused) as caught:
        checked(parse_document(text, "data.yaml"), Outer)
    return caught.value.findings


def test_right_data_becomes_values():
    assert checked(parse_document("items: [{size: 2}]", "data.yaml"), Outer) == Outer(items=(Inner(size=2),))


def test_every_fault_is_told_at_once_at_its_place():
    found = refused("items:\n  - {size: two}\n  - {sise: 2, size: 1}\n  - {name: x}\n")
    assert [(f.code, f.place.line, f.place.col) for f in found] == [
        ("wrong-value", 2, 12),
        ("unknown-data-key", 3, 6),
        ("missing-key", 4, 5),
    ]
    assert found[1].mend == "did you mean 'size'?"


def test_a_number_in_quotes_is_no_number():
    [finding] = refused("items: [{size: '2'}]")
    assert "whole" in finding.what or "integer" in finding.what


def test_broken_yaml_is_refused_with_its_place():
    with pytest.raises(Refused) as caught:
        parse_document("items: [1\nb: 2", "data.yaml")
    assert caught.value.findings[0].place.path == "data.yaml"


def test_a_word_like_none_lists_what_is_known():
    assert did_you_mean("zzz", ["one", "two"]) == "known here: one, two"
    assert did_you_mean("zzz", []) == ""
