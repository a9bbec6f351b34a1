"""The JSON Schema (draft 2020-12) of a storyboard, made from the model: what the parser checks against and what editors complete from.

Promise: one source. The descriptions are the attribute docstrings of model.py; the params are those the scenes declare.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from animkit.campaign.load import Campaign
from animkit.storyboard.choices import with_choices
from animkit.storyboard.model import Storyboard
from animkit.storyboard.names import Names

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def storyboard_schema(
    scenes: Mapping[str, Mapping[str, Any]] | None = None, *, campaign: Campaign | None = None, names: Names | None = None
) -> Schema:
    """The schema of storyboards whose scenes are ``scenes``: the JSON Schema of each scene's params, by the scene's name.

    None leaves scenes and their params open; an empty mapping allows no scene at all. With ``campaign`` and ``names``, editors are offered
    their people, signs, help routes, sounds and so on; without, any name may stand there.
    """
    schema: Schema = {"$schema": DIALECT, **deepcopy(_base()), "title": "animkit storyboard"}
    if scenes is not None:
        _add_scenes(schema, scenes)
    return with_choices(schema, campaign, names or Names())


def schema_text(schema: Schema) -> str:
    """A schema as the file beside the storyboards."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


@cache
def adapter() -> TypeAdapter[Storyboard]:
    """What turns plain values into a Storyboard. Making it takes some milliseconds."""
    return TypeAdapter(Storyboard)


def tidy(part: Any) -> Any:
    """Pydantic's schema without its noise: a key left out is not the same as an empty value, and titles repeat the key."""
    if isinstance(part, list):
        return [tidy(item) for item in part]
    if not isinstance(part, dict):
        return part
    tidied: Schema = {}
    for key, value in part.items():
        if key in ("properties", "$defs"):
            tidied[key] = {name: _property(tidy(item)) for name, item in value.items()} if key == "properties" else tidy(value)
        else:
            tidied[key] = tidy(value)
    if "patternProperties" in tidied:
        (pattern, value), *_ = tidied.pop("patternProperties").items()
        tidied["propertyNames"] = {**tidied.get("propertyNames", {}), "pattern": pattern}
        tidied["additionalProperties"] = value
    return tidied


@cache
def _base() -> Schema:
    schema: Schema = tidy(adapter().json_schema())
    return schema


def _property(schema: Schema) -> Schema:
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == len(schema.get("anyOf", ())):
        return {key: value for key, value in schema.items() if key != "title"}
    rest = {key: value for key, value in schema.items() if key not in ("anyOf", "title", "default")}
    return {**rest, **kinds[0]} if len(kinds) == 1 else {**rest, "anyOf": kinds}


def _add_scenes(schema: Schema, scenes: Mapping[str, Mapping[str, Any]]) -> None:
    shot = schema["$defs"]["Shot"]
    scene = shot["properties"]["scene"]
    scene["enum"] = sorted(scenes)
    told = (f"{name}: {scenes[name]['description'].splitlines()[0]}" for name in sorted(scenes) if scenes[name].get("description"))
    scene["description"] = "\n".join((scene["description"], *told))
    for name, params in sorted(scenes.items()):
        schema["$defs"][f"scene-{name}"] = {**_moved(tidy(params), f"#/$defs/scene-{name}"), "description": _hover(params)}
        then: Schema = {"properties": {"params": {"$ref": f"#/$defs/scene-{name}"}}}
        if params.get("required"):
            then["required"] = ["params"]
        shot.setdefault("allOf", []).append({"if": {"properties": {"scene": {"const": name}}, "required": ["scene"]}, "then": then})


def _hover(params: Mapping[str, Any]) -> str:
    """What an editor reads about a scene: its docstring, and the beats on which it acts."""
    beats = [f"{{{name}}} {does}" for name, does in params.get("x-animkit-beats", {}).items()]
    return "\n".join((str(params.get("description", "")), *beats)).strip()


def _moved(part: Any, root: str) -> Any:
    """A scene's schema as part of a larger one: references lead to where it stands now; what only animkit reads is out."""
    if isinstance(part, Mapping):
        return {
            key: value.replace("#", root, 1) if key == "$ref" and isinstance(value, str) else _moved(value, root)
            for key, value in part.items()
            if key != "$schema" and not key.startswith("x-animkit-")
        }
    return [_moved(item, root) for item in part] if isinstance(part, list) else part
