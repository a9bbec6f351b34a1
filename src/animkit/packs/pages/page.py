"""A whole page in one file: style, script, letters and pictures inlined, and a policy that lets a browser run and load nothing else. Pure.

Promise: the same page gives the same bytes; what stands in it is all that it ever uses. A script or style that somebody adds to the file
later does not run, because the policy names the hashes of these.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from animkit.packs.pages.faces import FACES, Face, face_rules
from animkit.packs.pages.tokens import tokens
from animkit.timing.direction import right_to_left


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds. ``body`` is HTML, everything else plain.

    No element of ``body`` may carry ``style=""`` or ``onclick=""``: the policy blocks both, silently. ``styles`` are CSS texts in order;
    ``script`` is one classic script (modules do not load from ``file:``).
    """

    title: str
    language: str
    theme: Mapping[str, Any]
    """The theme file's mapping, as ``Campaign.theme`` has it."""
    styles: Sequence[str]
    body: str
    script: str = ""
    head: str = ""
    """More of the head, as HTML: a description, for instance."""
    media: bool = False
    """Whether it plays films that lie beside it."""
    faces: Sequence[Face] = FACES
    body_class: str = ""


def page(content: Page) -> str:
    """The page as one HTML file's text."""
    style = "".join((face_rules(_letters(content), content.faces), tokens(content.theme), *content.styles))
    direction = ' dir="rtl"' if right_to_left(content.language) else ""
    script = f"<script>{content.script}</script>\n" if content.script else ""
    classes = f' class="{escape(content.body_class)}"' if content.body_class else ""
    return (
        f'<!doctype html>\n<html lang="{escape(content.language)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, content.script, media=content.media)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(content.title)}</title>\n{content.head}<style>{style}</style>\n</head>\n"
        f"<body{classes}>\n{content.body}\n{script}</body>\n</html>\n"
    )


def policy(style: str, script: str, *, media: bool) -> str:
    """The Content-Security-Policy of a page with exactly this style and script.

    Films lie beside the page (``file:`` on a stick, ``'self'`` on a server); captions are made in memory (``blob:``).
    """
    rules = {
        "default-src": "'none'",
        "style-src": _hashed(style),
        "script-src": _hashed(script) if script else "'none'",
        "img-src": "data:",
        "font-src": "data:",
        "media-src": "'self' file: blob: data:" if media else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _letters(content: Page) -> frozenset[str]:
    return frozenset(content.body) | frozenset(content.script) | frozenset("".join(content.styles))
