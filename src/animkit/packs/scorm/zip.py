"""The SCORM 1.2 zip: a manifest, a page that speaks with the platform, and the player in it. Pure but for the films it reads."""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

from animkit.packs.office.steady import zip_files

MANIFEST, LAUNCH, PLAYER = "imsmanifest.xml", "index.html", "player.html"
HERE = "animkit.packs.scorm"


def scorm_zip(title: str, language: str, name: str, player: bytes, films: Mapping[str, Path], target: Path) -> None:
    """Write the zip at ``target``. ``films`` are the files that the player plays, by the names it knows them by."""
    with tempfile.TemporaryDirectory(prefix="animkit-scorm-") as folder:
        made = {
            MANIFEST: imsmanifest(title, name, (LAUNCH, PLAYER, *films)).encode(),
            LAUNCH: launch(title, language).encode(),
            PLAYER: player,
        }
        for file_name, data in made.items():
            (Path(folder) / file_name).write_bytes(data)
        zip_files(target, [*((file_name, Path(folder) / file_name) for file_name in made), *films.items()])


def imsmanifest(title: str, name: str, inside: Sequence[str]) -> str:
    """imsmanifest.xml of one lesson with one part. ``name`` is the film's name in file names; ``inside`` are all files."""
    shown = escape(title)
    listed = "".join(f'\n      <file href="{escape(file_name)}"/>' for file_name in inside)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="animkit-{escape(name)}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="lesson">
    <organization identifier="lesson">
      <title>{shown}</title>
      <item identifier="film" identifierref="player">
        <title>{shown}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="player" type="webcontent" adlcp:scormtype="sco" href="{LAUNCH}">{listed}
    </resource>
  </resources>
</manifest>
"""


def launch(title: str, language: str) -> str:
    """The page that the platform opens. It frames the player and may do nothing but that."""
    style, script = (files(HERE).joinpath(name).read_text(encoding="utf-8") for name in ("launch.css", "launch.js"))
    rules = f"default-src 'none'; frame-src 'self'; style-src {_hashed(style)}; script-src {_hashed(script)}"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<iframe src="{PLAYER}" title="{escape(title)}"'
        f' allow="fullscreen"></iframe>\n<script>{script}</script>\n</body>\n</html>\n'
    )


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
