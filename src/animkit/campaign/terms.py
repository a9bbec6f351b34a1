"""The words a film does not use, with better ones, and what every film must say: assets/profiles/terms.yaml. Pure.

The phrases' small language is told at the head of that file; ``checks.phrases`` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from animkit.campaign.checked import STRICT, checked, did_you_mean
from animkit.campaign.document import Document
from animkit.campaign.model import Band, Name, Words
from animkit.findings import Finding, Refused

Phrases = Annotated[tuple[Words, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words to avoid, and what to write instead."""

    __pydantic_config__ = STRICT

    id: Name
    avoid: Phrases
    prefer: Words
    why: Words
    unless: tuple[Words, ...] = ()
    """Phrases inside which the words are right."""
    negated: Literal["near", "sentence"] | None = None
    """Whether the words are right just after a negation, or anywhere after one in the same sentence."""
    texts: Literal["all", "film"] = "all"
    """``film``: only in what viewers hear and see; ``all``: also in the teacher's notes."""
    bands: tuple[Band, ...] = ()
    """Only in films for these; empty means all."""
    case: bool = False
    status: Literal["S", "I"]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Must:
    """Something every film for these bands says aloud."""

    __pydantic_config__ = STRICT

    id: Name
    says: Phrases
    """Any of these will do."""
    mend: Words
    why: Words
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    counted: bool = False
    """Whether it is said as often, and as near the end, as the profile's ``editorial`` asks."""
    adult_speaks: bool = False
    """Whether an adult of the cast who speaks is enough."""
    status: Literal["S", "I"]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The whole file."""

    __pydantic_config__ = STRICT

    sources: Mapping[Name, Words]
    terms: tuple[Term, ...]
    musts: tuple[Must, ...]


def read_terms(document: Document) -> Terms:
    """The document as Terms. Refused for unknown keys, wrong values, repeated ids, and sources that are not listed."""
    terms: Terms = checked(document, Terms)
    findings: list[Finding] = []
    seen: set[str] = set()
    groups: tuple[tuple[str, tuple[Term | Must, ...]], ...] = (("terms", terms.terms), ("musts", terms.musts))
    for key, entries in groups:
        for index, entry in enumerate(entries):
            name = f"{key} entry '{entry.id}'"
            place = document.place((key, index, "id"))
            if entry.id in seen:
                findings.append(Finding("duplicate-term", f"{name} stands here a second time", mend="give it another id", place=place))
            seen.add(entry.id)
            if entry.source and entry.source not in terms.sources:
                mend = did_you_mean(entry.source, terms.sources)
                findings.append(Finding("unknown-term-source", f"{name} names an unlisted source '{entry.source}'", mend=mend, place=place))
            if entry.status == "S" and not entry.source:
                findings.append(Finding("term-without-source", f"{name} is marked S but names no source", mend="add source:", place=place))
            phrases = (*entry.avoid, *entry.unless) if isinstance(entry, Term) else entry.says
            for phrase in phrases:
                if re.fullmatch(r"(?:[^\[\]]|\[[^\[\]]*\])*", phrase) is None:
                    what = f"the brackets of '{phrase}' do not match"
                    findings.append(Finding("broken-phrase", what, mend="write [this|that]", place=place))
    if findings:
        raise Refused(*findings)
    return terms
