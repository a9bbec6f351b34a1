"""A picture inside a page. Pure."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

QUALITY = 82
KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"RIFF": "webp"}


def picture(data: bytes) -> str:
    """The address of a picture that is carried in the page itself. ValueError for bytes that are no PNG, JPEG or WebP."""
    for head, kind in KINDS.items():
        if data.startswith(head):
            return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    raise ValueError("a page carries PNG, JPEG and WebP pictures only")


def webp(image: Picture, width_px: int) -> bytes:
    """``image`` as a WebP of this width; a smaller one keeps its size. Equal bytes for equal input on one machine."""
    shown = image.convert("RGB")
    if shown.width > width_px:
        shown = shown.resize((width_px, round(shown.height * width_px / shown.width)), reducing_gap=3)
    out = io.BytesIO()
    shown.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


def small(data: bytes, width_px: int) -> bytes:
    """``data`` (any picture's file) as a WebP of this width, as ``webp`` makes it."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return webp(image, width_px)
