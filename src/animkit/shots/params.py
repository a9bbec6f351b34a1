"""What a scene is told: its Params, from the storyboard's plain values, and the JSON Schema by which a checker knows them.

Runs in the child that has the scene's code. ``Params`` is a frozen dataclass; each field's docstring, or ``param(help=...)``, is what
an editor reads on hover.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from animkit.findings import Finding, Refused

CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True, strict=True)


@dataclasses.dataclass(frozen=True, kw_only=True)
class NoParams:
    """A scene that is told nothing."""


def param(
    default: Any = dataclasses.MISSING,
    *,
    help: str | None = None,  # noqa: A002 (the word an animator looks for; the builtin is of no use here)
    ge: float | None = None,
    le: float | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
) -> Any:
    """A field of ``Params`` with its bounds (both included) and a word for the editor. Without ``default`` it must be given."""
    bounds = {"description": help, "ge": ge, "le": le, "min_length": min_length, "max_length": max_length}
    return dataclasses.field(default=default, metadata={name: value for name, value in bounds.items() if value is not None})


def read(params: type, values: Mapping[str, Any], shot: str) -> Any:
    """An instance of the dataclass ``params`` from plain JSON values. Refused with one finding for each value that does not fit."""
    try:
        return _adapter(params).validate_json(json.dumps(dict(values)))
    except ValidationError as error:
        raise Refused(*(_finding(dict(problem), shot) for problem in error.errors(include_url=False, include_input=False))) from None


def schema(params: type) -> dict[str, Any]:
    """The JSON Schema of ``params``. Strings that name something of the campaign bear ``x-animkit``: character, glyph, colour..."""
    return _adapter(params).json_schema()


def _adapter(params: type) -> TypeAdapter[Any]:
    if "__pydantic_config__" not in vars(params):
        params.__pydantic_config__ = CONFIG  # type: ignore[attr-defined]  # pydantic's own way to configure a plain dataclass.
    return TypeAdapter(params)


def _finding(problem: Mapping[str, Any], shot: str) -> Finding:
    where = ".".join(map(str, problem["loc"])) or "params"
    return Finding("bad-param", f"param '{where}': {str(problem['msg'])[:1].lower()}{str(problem['msg'])[1:]}", shot=shot)
