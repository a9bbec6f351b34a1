"""The profile's file: each value is written ``{value: 37, status: S, source: bbc}``, and comes apart here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from animkit.campaign.checked import checked, did_you_mean
from animkit.campaign.document import Document, Steps
from animkit.campaign.profile import Fact, Profile
from animkit.findings import Finding, Refused

PLAIN = ("name", "sources", "exceptions")
"""The keys of a profile that hold no facts."""


def read_profile(document: Document) -> Profile:
    """The document as a Profile. Refused for unknown keys, wrong values, and values that do not say what they rest on."""
    if not isinstance(document.value, Mapping):
        raise Refused(Finding("wrong-value", "a profile is a mapping of keys to values", place=document.place(())))
    facts = {".".join(map(str, steps)): (steps, value) for steps, value in _leaves(document.value, ())}
    listed = document.value.get("sources")
    sources = tuple(listed) if isinstance(listed, Mapping) else ()
    findings: list[Finding] = []
    read: dict[str, Fact] = {}
    for dotted, (steps, value) in facts.items():
        try:
            read[dotted] = checked(document, Fact, value, steps) if isinstance(value, Mapping) else _bare(document, dotted, steps)
            findings += _unsupported(document, dotted, steps, read[dotted], sources)
        except Refused as refusal:
            findings += refusal.findings
    if findings:
        raise Refused(*findings)
    profile: Profile = checked(document, Profile, _plain(document.value, top=True))
    return replace(profile, facts=read)


def _leaves(tree: Mapping[str, Any], steps: Steps) -> Iterator[tuple[Steps, Any]]:
    for key, value in tree.items():
        if not steps and key in PLAIN:
            continue
        if isinstance(value, Mapping) and "value" not in value:
            yield from _leaves(value, (*steps, key))
        else:
            yield (*steps, key), value


def _plain(tree: Mapping[str, Any], *, top: bool = False) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, value in tree.items():
        if top and key in PLAIN:
            plain[key] = value
        elif isinstance(value, Mapping):
            plain[key] = value["value"] if "value" in value else _plain(value)
        else:
            plain[key] = value
    return plain


def _bare(document: Document, dotted: str, steps: Steps) -> Fact:
    mend = "write {value: ..., status: S, source: ...}, or status: I with why:"
    raise Refused(Finding("fact-without-status", f"{dotted} does not say what it rests on", mend=mend, place=document.place(steps)))


def _unsupported(document: Document, dotted: str, steps: Steps, fact: Fact, sources: Iterable[str]) -> Iterator[Finding]:
    if fact.source and fact.source not in sources:
        mend = did_you_mean(fact.source, sources)
        place = document.place((*steps, "source"))
        yield Finding("unknown-source", f"{dotted} names the source '{fact.source}', which is not listed", mend=mend, place=place)
    if fact.status == "S" and not fact.source:
        yield Finding("published-without-source", f"{dotted} is marked S but names no source", place=document.place(steps))
    if fact.status != "S" and not fact.why:
        what = f"{dotted} is marked {fact.status} but does not say why"
        yield Finding("inferred-without-why", what, mend="add why:", place=document.place(steps))
