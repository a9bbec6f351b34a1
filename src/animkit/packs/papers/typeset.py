"""A template and its data to a PDF, by typst, with the house's fonts and no others.

Promise: typst refuses what a screen reader cannot follow (PDF/UA-1); the same data gives the same bytes; words are data and never markup.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from animkit.findings import ExitCode, Finding, Refused
from animkit.packs.papers.art import art

TEMPLATES = "animkit.packs.papers"
STANDARD = "ua-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One PDF to be set: which template, with what data and which pictures (PNG bytes by name)."""

    template: str
    title: str
    language: str
    theme: Mapping[str, Any]
    data: Mapping[str, Any]
    pictures: Mapping[str, bytes]


def pdf(paper: Paper) -> bytes:
    """The paper's PDF. Refused if typst cannot set it so that everybody can read it."""
    return _compiled(paper, format="pdf", pdf_standards=[STANDARD])[0]


def looks(paper: Paper, ppi: float = 90.0) -> tuple[bytes, ...]:
    """The paper's pages as PNGs, to look at."""
    return _compiled(paper, format="png", ppi=ppi)


def _compiled(paper: Paper, **how: Any) -> tuple[bytes, ...]:
    import typst

    with tempfile.TemporaryDirectory(prefix="animkit-paper-") as name:
        folder = Path(name)
        _lay_out(paper, folder)
        try:
            made = typst.compile(
                str(folder / f"{paper.template}.typ"), root=name, font_paths=list(font_folders()), ignore_system_fonts=True, **how
            )
        except typst.TypstError as problem:
            what = f"the paper '{paper.title}' cannot be set: {problem}"
            raise Refused(
                Finding(
                    "paper", what, why="every paper is to be readable with a screen reader (PDF/UA-1)", exit_code=ExitCode.RENDER_FAILED
                )
            ) from problem
    return tuple(made) if isinstance(made, list) else (made,)


def _lay_out(paper: Paper, folder: Path) -> None:
    """Everything the template reads, in one folder: it can read nothing else."""
    for name in ("base", paper.template):
        source = files(TEMPLATES).joinpath("templates", f"{name}.typ").read_text(encoding="utf-8")
        (folder / f"{name}.typ").write_text(source, encoding="utf-8")
    marks = art(paper.theme)
    for mark, svg in marks.items():
        (folder / f"{mark}.svg").write_text(svg, encoding="utf-8")
    for picture, png in paper.pictures.items():
        (folder / f"{picture}.png").write_bytes(png)
    language, _, region = paper.language.partition("-")
    data = {
        **paper.data,
        "title": paper.title,
        "lang": language,
        "region": region or None,
        "theme": {role: str(colour) for role, colour in paper.theme["colours"].items()},
        "fonts": {"title": paper.theme["type"]["title"]["font"], "body": paper.theme["type"]["body"]["font"]},
        "art": {mark: f"{mark}.svg" for mark in marks},
        "pictures": {picture: f"{picture}.png" for picture in paper.pictures},
    }
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


@cache
def font_folders() -> tuple[str, ...]:
    """Where the packaged fonts lie."""
    from fontpkg import families, family

    return tuple(sorted({str(Path(file.path).parent) for name in families() for file in family(name).files}))


@cache
def mark_png(name: str, colours: tuple[tuple[str, str], ...], fonts: tuple[str, str], ppi: float = 300.0) -> bytes:
    """A drawn mark as a PNG without ground: 96 points square. For files that want pixels."""
    theme = {"colours": dict(colours), "type": {"title": {"font": fonts[0]}, "body": {"font": fonts[1]}}}
    paper = Paper(template="mark", title=name, language="en-GB", theme=theme, data={"mark": name}, pictures={})
    return looks(paper, ppi)[0]


def mark(name: str, theme: Mapping[str, Any]) -> bytes:
    """A drawn mark in the theme's colours, as a PNG without ground."""
    colours = tuple(sorted((role, str(colour)) for role, colour in theme["colours"].items()))
    return mark_png(name, colours, (theme["type"]["title"]["font"], theme["type"]["body"]["font"]))
