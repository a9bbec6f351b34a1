"""The base of all pages: one file, its policy, its letters, its colours."""

import base64
import io
import re
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from strategies import campaign

from animkit.packs.pages import Page, environment, faces, page, picture
from animkit.packs.pages.faces import FACES, face_rules
from animkit.packs.pages.icons import icon, shapes
from animkit.packs.pages.tokens import mixed, tokens
from animkit.store import Store


def sample(body: str = "<h1>Knock</h1>", **more: object) -> str:
    return page(Page(title="Knock & co", language="en-GB", theme=campaign().theme, styles=("h1{color:var(--ink)}",), body=body, **more))


def embedded() -> list[TTFont]:
    found = re.findall(r"base64,([A-Za-z0-9+/=]+)\) format", face_rules("ñ"))
    return [TTFont(io.BytesIO(base64.b64decode(data))) for data in found]


def test_the_policy_names_the_page_s_own_style_and_script_and_nothing_else() -> None:
    text = sample(script="document.title = 'Notes'")
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)[1]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    for part in (style, script):
        assert base64.b64encode(sha256(part.encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "://" not in text


def test_a_page_without_a_script_runs_none_and_plays_nothing() -> None:
    policy = re.search(r'content="(default[^"]*)"', sample())[1]
    assert "script-src 'none'" in policy
    assert "media-src 'none'" in policy


def test_equal_pages_are_equal_bytes() -> None:
    assert sample() == sample()


def test_titles_are_escaped_and_urdu_pages_run_from_right_to_left() -> None:
    assert "<title>Knock &amp; co</title>" in sample()
    assert '<html lang="ur" dir="rtl">' in page(Page(title="x", language="ur", theme=campaign().theme, styles=(), body=""))


def test_fonts_hold_the_letters_of_the_page_and_few_others() -> None:
    fonts = embedded()
    assert len(fonts) == len(FACES)
    assert all(ord("ñ") in font.getBestCmap() for font in fonts)
    assert all(len(font.getBestCmap()) < 150 for font in fonts)


def test_the_letters_of_a_page_weigh_less_than_120_kb() -> None:
    assert len(face_rules("")) < 120_000


def test_every_colour_role_of_the_theme_is_there() -> None:
    rules = tokens(campaign().theme)
    for role, colour in campaign().theme["colours"].items():
        assert f"--{role.replace('_', '-')}:{colour}" in rules


def test_a_mixed_colour_lies_between_its_two() -> None:
    assert mixed("#000000", "#FF8040", 0.5) == "#804020"


def test_pictures_are_known_by_their_bytes() -> None:
    assert picture(b"\x89PNG....").startswith("data:image/png;base64,")
    with pytest.raises(ValueError, match="PNG"):
        picture(b"<svg/>")


def test_every_icon_is_hidden_from_screen_readers() -> None:
    assert all('aria-hidden="true"' in icon(name) for name in shapes())


def test_templates_escape_and_refuse_misspelt_names() -> None:
    setting = environment("animkit.packs.pages")
    assert setting.from_string("{{ word }}").render(word="<b>") == "&lt;b&gt;"
    with pytest.raises(Exception, match="wrod"):
        setting.from_string("{{ wrod }}").render(word="")


def test_a_font_is_cut_once_and_taken_from_the_store_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    real = faces._cut
    monkeypatch.setattr(faces, "_cut", lambda face, letters: cut.append(face.family) or real(face, letters))
    rules = []
    for _ in range(2):
        faces._rule.cache_clear()
        with faces.kept_in(Store(tmp_path)):
            rules.append(faces.face_rules("ž", [faces.FACES[1]]))
    assert cut == ["Atkinson Hyperlegible"]
    assert rules[0] == rules[1]
    faces._rule.cache_clear()
    assert faces.face_rules("ž", [faces.FACES[1]]) == rules[0], "kept or not, the bytes are the same"
