"""A page of one's own: HTML that needs nothing else, in the campaign's colours, readable on screen and on paper. Pure."""

from __future__ import annotations

from html import escape

from animkit.timing.direction import right_to_left

BASE = """
:root { --ink: #191231; --paper: #fff7eb; --white: #fff; --mist: #e7e2fa; --lavender: #cfc4f4; --dusk: #4c429c; --quiet: #453f61;
  --mustard: #f7b93e; --sign: #ff7f61; --help: #cdf1e9; --pause: #cfcbe1; --sand: #fce0b8; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.5 "Atkinson Hyperlegible", "Segoe UI", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 78rem; padding: 2.5rem 1.5rem 4rem; }
h1, h2 { font-family: Lexend, "Atkinson Hyperlegible", "Segoe UI", system-ui, sans-serif; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.6rem; margin: 3rem 0 .75rem; }
a { color: var(--dusk); }
:focus-visible { outline: 3px solid var(--dusk); outline-offset: 2px; }
@media print { html { background: none; font-size: 9.5pt; } body { padding: 0; max-width: none; } h2 { break-after: avoid; } }
"""


def page(title: str, language: str, style: str, body: str) -> str:
    """A whole HTML page; ``title`` is plain text, ``body`` is HTML, ``language`` is that of its words (en-GB)."""
    direction = ' dir="rtl"' if right_to_left(language) else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{BASE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
