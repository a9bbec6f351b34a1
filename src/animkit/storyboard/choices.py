"""The names that an editor is offered, put into a schema: people, help routes, signs, sounds. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from animkit.campaign.load import Campaign
from animkit.storyboard.model import DESCRIBER, UNSEEN
from animkit.storyboard.names import Names

Choices = Mapping[str, Collection[str] | None]


def with_choices(schema: dict[str, Any], campaign: Campaign | None, names: Names) -> dict[str, Any]:
    """``schema`` with an ``enum`` wherever there is a list to choose from. It is changed in place."""
    kinds = _kinds(campaign, names)
    top, parts = schema["properties"], schema["$defs"]
    shot, helps = parts["Shot"]["properties"], parts["Helps"]["properties"]
    for place, kind in (
        (top["cast"]["items"], "character"),
        (top["help"]["items"], "help-route"),
        (top["theme"], "theme"),
        (top["score"], "score"),
        (top["deliverables"]["items"], "deliverable"),
        (parts["Line"]["properties"]["speaker"], "speaker"),
        (parts["Sound"]["properties"]["sound"], "sound"),
        (shot["mood"], "mood"),
        (shot["sign"], "sign"),
        (helps["action"], "action"),
        (helps["signs"]["items"], "sign"),
    ):
        _offer(place, kinds.get(kind))
    for name, part in parts.items():
        if name.startswith("scene-"):
            _offer_params(part, kinds)
    return schema


def _kinds(campaign: Campaign | None, names: Names) -> Choices:
    kinds: dict[str, Collection[str] | None] = {
        "theme": names.themes,
        "score": names.scores,
        "deliverable": names.deliverables,
        "sound": names.sounds,
        "mood": names.moods,
        "glyph": names.glyphs,
        "picture": names.pictures,
    }
    if campaign is not None:
        kinds |= {
            "speaker": tuple(name for name in campaign.cast if name != DESCRIBER),
            "character": tuple(name for name in campaign.cast if name not in UNSEEN),
            "help-route": tuple(route.id for route in campaign.help_routes),
            "sign": tuple(sign.id for sign in campaign.signs),
            "action": tuple(action.id for action in campaign.actions),
            "colour": tuple(campaign.theme.get("colours", {})),
        }
    return kinds


def _offer_params(part: Any, kinds: Choices) -> None:
    """Every text of a scene's schema that bears ``x-animkit`` is offered what it may name."""
    if isinstance(part, Mapping):
        if isinstance(part, dict) and "x-animkit" in part:
            _offer(part, kinds.get(str(part["x-animkit"])))
        for item in part.values():
            _offer_params(item, kinds)
    elif isinstance(part, list):
        for item in part:
            _offer_params(item, kinds)


def _offer(place: dict[str, Any], known: Collection[str] | None) -> None:
    if known:
        place["enum"] = sorted(known)
