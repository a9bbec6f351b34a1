"""A project's campaign: every data file read, checked and bound together. The only part of this package that reads files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from animkit.campaign.checked import STRICT, checked
from animkit.campaign.document import Document, read_document
from animkit.campaign.facts import read_profile
from animkit.campaign.model import Action, Character, HelpRoute, Name, Sign
from animkit.campaign.profile import Profile
from animkit.campaign.project import Project
from animkit.campaign.terms import Terms, read_terms
from animkit.findings import Finding, Place, Refused

HELP_ROUTES = "help-routes.yaml"
SIGNS = "signs.yaml"
CAST = "cast/cast.yaml"
PROFILE = "uk-schools"
TERMS = "profiles/terms.yaml"

Item = TypeVar("Item", HelpRoute, Sign, Action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """Everything that the campaign's films share."""

    theme: Mapping[str, Any]
    """assets/themes/NAME.yaml: colours by role, type scale, line weight."""
    profile: Profile
    terms: Terms
    """Words not used, with better ones, and what every film must say."""
    help_routes: tuple[HelpRoute, ...]
    cast: Mapping[str, Character]
    """By id; the narrator is among them."""
    signs: tuple[Sign, ...]
    actions: tuple[Action, ...]
    paths: Mapping[str, str]
    """Where each part was read, as messages show it: ``help_routes``, ``signs``, ``cast``, ``profile``,
    ``terms``, ``theme``."""
    help_places: Mapping[str, Place]
    """Where each help route stands in its file, by id."""

    def help_route(self, route_id: str) -> HelpRoute | None:
        """The help route with this id, if there is one."""
        return next((route for route in self.help_routes if route.id == route_id), None)

    def sign(self, sign_id: str) -> Sign | None:
        """The sign with this id, if there is one."""
        return next((sign for sign in self.signs if sign.id == sign_id), None)

    def action(self, action_id: str) -> Action | None:
        """The action with this id, if there is one."""
        return next((action for action in self.actions if action.id == action_id), None)

    def spoken_forms(self) -> dict[str, str]:
        """What is written, and how a voice says it: every help route's value and its other hard words."""
        forms: dict[str, str] = {}
        for route in self.help_routes:
            forms |= {route.value: route.spoken, **route.says}
        return forms


@dataclass(frozen=True, slots=True, kw_only=True)
class _SignsFile:
    __pydantic_config__ = STRICT

    signs: tuple[Sign, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _HelpFile:
    __pydantic_config__ = STRICT

    help_routes: tuple[HelpRoute, ...]


def load(project: Project, theme: str = "campaign", *, profile: str = PROFILE) -> Campaign:
    """The campaign of ``project`` in the colours of ``theme``. Refused with every problem of all its data files together."""
    findings: list[Finding] = []
    names = {
        "help_routes": HELP_ROUTES,
        "signs": SIGNS,
        "cast": CAST,
        "profile": f"profiles/{profile}.yaml",
        "terms": TERMS,
        "theme": f"themes/{theme}.yaml",
    }
    readers = {"help_routes": _help_routes, "signs": _signs, "cast": _cast, "profile": read_profile, "terms": read_terms, "theme": _theme}
    parts: dict[str, Any] = {}
    paths: dict[str, str] = {}
    for part, name in names.items():
        try:
            document = _document(project, name)
            paths[part] = document.path
            parts[part] = readers[part](document)
        except Refused as refusal:
            findings += refusal.findings
    if findings:
        raise Refused(*findings)
    signs, actions = parts.pop("signs")
    routes, places = parts.pop("help_routes")
    return Campaign(**parts, help_routes=routes, help_places=places, signs=signs, actions=actions, paths=paths)


def _document(project: Project, name: str) -> Document:
    path = project.asset(name)
    if path is None:
        mend = f"put the file assets/{name} into the project"
        raise Refused(Finding("missing-asset", f"there is no assets/{name}, in the project or in the library", mend=mend))
    return read_document(path, project.shown(path))


def _help_routes(document: Document) -> tuple[tuple[HelpRoute, ...], Mapping[str, Place]]:
    routes: tuple[HelpRoute, ...] = checked(document, _HelpFile).help_routes
    _distinct(document, "help_routes", routes)
    return routes, {route.id: document.place(("help_routes", index)) for index, route in enumerate(routes)}


def _signs(document: Document) -> tuple[tuple[Sign, ...], tuple[Action, ...]]:
    file: _SignsFile = checked(document, _SignsFile)
    _distinct(document, "signs", file.signs)
    _distinct(document, "actions", file.actions)
    known = {action.id for action in file.actions}
    findings = [
        Finding(
            "unknown-pair",
            f"sign '{sign.id}' is answered by '{name}', which is no action",
            place=document.place(("signs", i, "actions", j)),
        )
        for i, sign in enumerate(file.signs)
        for j, name in enumerate(sign.actions)
        if name not in known
    ]
    if findings:
        raise Refused(*findings)
    return file.signs, file.actions


def _cast(document: Document) -> Mapping[str, Character]:
    people: Mapping[str, Character] = checked(document, Mapping[Name, Character])
    findings = [
        Finding(
            "child-with-voice",
            f"{person.name} is a child and has the synthetic voice {person.voice}",
            why="a child's words are told by the narrator or shown; a child speaks only in a human take",
            mend="leave voice out",
            place=document.place((key, "voice")),
        )
        for key, person in people.items()
        if person.child and person.voice
    ]
    if "narrator" not in people:
        findings.append(
            Finding("no-narrator", "the cast has no narrator", mend="add narrator: with a name and a voice", place=document.place(()))
        )
    if findings:
        raise Refused(*findings)
    return {key: replace(person, id=key) for key, person in people.items()}


def _theme(document: Document) -> Mapping[str, Any]:
    theme: Mapping[str, Any] = checked(document, Mapping[str, Any])
    return theme


def _distinct(document: Document, key: str, items: tuple[Item, ...]) -> None:
    seen: set[str] = set()
    findings: list[Finding] = []
    for index, item in enumerate(items):
        if item.id in seen:
            findings.append(Finding("duplicate-id", f"two entries are called '{item.id}'", place=document.place((key, index, "id"))))
        seen.add(item.id)
    if findings:
        raise Refused(*findings)
