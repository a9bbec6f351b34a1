"""The one setting of all templates: everything is escaped, a misspelt name is an error. A template lies in the package that fills it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment(package: str) -> Environment:
    """Templates of ``package`` (``animkit.packs.player``), and ``pages/NAME`` for the pieces that all pages share."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from animkit.packs.pages.icons import door, icon, route_icon

    made = Environment(
        loader=FunctionLoader(lambda name: _source(package, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"icon": icon, "route_icon": route_icon, "door": door}
    return made


def text_of(package: str, name: str) -> str:
    """A style or script that lies in ``package``."""
    return (files(package) / name).read_text(encoding="utf-8")


def _source(package: str, name: str) -> str:
    shared, _, rest = name.partition("/")
    return text_of("animkit.packs.pages", rest) if shared == "pages" else text_of(package, name)
