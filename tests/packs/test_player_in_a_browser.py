"""The player as a class meets it: opened from a folder, with no network, steered by keys or fingers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from player_shows import make_films, show

from animkit.packs.player import player_html

STATE = "document.getElementById('app').dataset.state"
TIME = "document.getElementById('film').currentTime"
PLAYING = "!document.getElementById('film').paused"
WIDE, SHORT, PROJECTOR, PHONE = (1366, 768), (1366, 625), (1920, 1080), (360, 740)
CAPTIONS = "document.getElementById('captions').textContent"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("stick")
    make_films(show(), made)
    (made / "player.html").write_text(player_html(show()), encoding="utf-8")
    return made


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Callable[..., Any]]:
    """Opens the player, and holds it to its promises: no error, no request but for its own films, nothing kept."""
    contexts = []

    def open_it(size: tuple[int, int] = WIDE) -> Any:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((folder / "player.html").as_uri())
        until(page, "document.getElementById('film').readyState > 0")
        contexts.append((context, page, wrong, asked))
        return page

    yield open_it
    own = {(folder / name).as_uri() for name in ("player.html", "small.mp4", "small-described.mp4", "small-extended.mp4")}
    for context, page, wrong, asked in contexts:
        assert wrong == []
        assert set(asked) <= own
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        context.close()


def versions() -> list[dict[str, Any]]:
    text = player_html(show())
    return json.loads(text.split('id="data">')[1].split("</script>")[0])["versions"]


def until(page: Any, true: str) -> None:
    """Waits for an expression to become true. (Playwright's own way to wait needs eval, which the page's policy rightly refuses.)"""
    for _ in range(160):
        if page.evaluate(true):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never became true: {true}")


def start(page: Any) -> None:
    page.click("#begin")
    until(page, f"{PLAYING} && {TIME} > 0.1")


def jump(page: Any, seconds: float) -> None:
    page.evaluate(f"document.getElementById('film').currentTime = {seconds}")
    until(page, "!document.getElementById('film').seeking")


def test_nothing_plays_before_somebody_starts_it(opened: Callable[..., Any]) -> None:
    page = opened()
    page.wait_for_timeout(300)
    assert page.evaluate(f"[{STATE}, {TIME}, {PLAYING}]") == ["note", 0, False]
    assert page.locator("#note").inner_text().startswith("Before you watch")


def test_every_track_has_all_its_cues(opened: Callable[..., Any]) -> None:
    page = opened()
    page.wait_for_timeout(300)
    counts = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('track')].map(t => [t.id, t.track.cues ? t.track.cues.length : 0]))"
    )
    shown = show()
    assert counts["captions-film-en-GB"] == len(shown.versions[0].captions[0].cues) > 4
    assert counts["chapters-film"] == counts["chapters-extended"] == 2
    assert counts["descriptions-described"] == 2


def test_captions_are_on_and_the_key_really_hides_them(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    jump(page, 0.8)
    until(page, f"{CAPTIONS}.includes('This film')")
    size = page.evaluate("parseFloat(getComputedStyle(document.getElementById('captions')).fontSize)")
    page.click("#settings")
    page.check("input[name=size][value='1.4']")
    page.keyboard.press("Escape")
    assert page.evaluate("parseFloat(getComputedStyle(document.getElementById('captions')).fontSize)") == pytest.approx(
        size * 1.4, rel=0.01
    )
    page.keyboard.press("c")
    assert page.evaluate(CAPTIONS) == ""
    assert page.get_attribute("#caption", "aria-pressed") == "false"


def test_the_film_stops_at_a_pause_and_goes_on(opened: Callable[..., Any]) -> None:
    page = opened()
    at = versions()[0]["pauses"][0]
    start(page)
    jump(page, at - 0.6)
    until(page, f"{STATE} === 'pause'")
    assert abs(page.evaluate(TIME) - at) < 0.04  # On the last picture of its shot, to the frame.
    card = page.locator(".pausing:visible")
    assert "What changed <in> the comments?" in card.inner_text()
    assert "In pairs" in card.inner_text()
    assert "3:00" in card.inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    card.get_by_text("Carry on").click()
    until(page, f"{STATE} === 'play' && {TIME} > {at + 0.3}")


def test_a_pause_that_is_jumped_over_or_not_wanted_does_not_stop_it(opened: Callable[..., Any]) -> None:
    page = opened()
    at = versions()[0]["pauses"][0]
    start(page)
    jump(page, at + 0.1)
    page.wait_for_timeout(200)
    assert page.evaluate(STATE) == "play"
    page.click("#settings")
    page.uncheck("#pauses")
    page.keyboard.press("Escape")
    jump(page, at - 0.3)
    page.keyboard.press("Space") if page.evaluate("document.activeElement.id") != "settings" else page.click("#play")
    until(page, f"{TIME} > {at + 0.2}")
    assert page.evaluate(STATE) == "play"


def test_the_timer_runs_only_when_it_is_started(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    jump(page, versions()[0]["pauses"][0] - 0.3)
    until(page, f"{STATE} === 'pause'")
    left = page.locator(".pausing:visible [data-left]")
    run, more = page.locator(".pausing:visible [data-run]"), page.locator(".pausing:visible [data-more]")
    page.wait_for_timeout(1100)
    assert left.inner_text() == "3:00"
    run.click()
    until(page, "document.querySelector('.pausing:not([hidden]) [data-left]').textContent === '2:59'")
    more.click()
    assert left.inner_text() == "3:59"
    run.click()
    assert run.inner_text() == "Go on"


def test_the_keyboard_reaches_all(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    page.keyboard.press("Space")  # The play button has the focus: it stops.
    until(page, f"!({PLAYING})")
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(34):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    chapters = ["chapter", "chapter"]
    path = ["help", "leave", "play", "seek", "mute", "volume", "caption", "settings", "full", *chapters, "told", "transcript"]
    first = stops.index("help")
    assert stops[first : first + len(path)] == path


def test_keys_do_what_the_settings_say(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    until(page, f"!({PLAYING})")
    page.keyboard.press("n")
    assert page.evaluate(TIME) == pytest.approx(versions()[0]["chapters"][1], abs=0.05)
    assert page.get_attribute(".chapter >> nth=1", "aria-current") == "true" or page.wait_for_selector(".chapter[aria-current]")
    page.keyboard.press("p")
    until(page, f"{TIME} < 0.1")
    page.keyboard.press("ArrowRight")
    until(page, f"Math.abs({TIME} - 5) < 0.1")
    page.keyboard.press("h")
    assert page.locator("#help-panel").is_visible()
    assert "0800 1111" in page.locator("#help-panel").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#help-panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "help"
    page.evaluate("document.getElementById('letters').checked = false")
    page.keyboard.press("h")
    assert page.locator("#help-panel").is_hidden()


def test_help_is_one_press_away_in_every_state(opened: Callable[..., Any]) -> None:
    page = opened(PHONE)
    for state in ("note", "play", "pause", "end"):
        if state == "play":
            start(page)
        elif state == "pause":
            jump(page, versions()[0]["pauses"][0] - 0.3)
            page.evaluate("document.getElementById('film').play()")
        elif state == "end":
            page.click(".pausing:visible [data-on]")
            jump(page, versions()[0]["length"] - 0.3)
        until(page, f"{STATE} === '{state}'")
        page.click("#help")
        assert page.locator("#help-panel .value").first.is_visible()
        assert not page.evaluate(PLAYING)
        page.keyboard.press("Escape")


def test_the_described_film_keeps_the_moment_and_the_extended_one_the_chapter(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    page.keyboard.press("Space")
    second = versions()[0]["chapters"][1]
    jump(page, second + 0.4)
    page.click("#settings")
    for name, moment in (("described", second + 0.4), ("extended", versions()[2]["chapters"][1] + 0.4)):
        page.select_option("#version", name)
        until(page, f"document.getElementById('film').currentSrc.endsWith('small-{name}.mp4')")
        until(page, f"Math.abs({TIME} - {moment}) < 0.06")
    assert page.locator("#whole").inner_text() == page.evaluate("clock => clock", f"0:{int(versions()[2]['length']):02d}")
    modes = page.evaluate("[...document.querySelectorAll('track[kind=captions]')].map(t => t.track.mode)")
    assert modes == ["disabled", "disabled", "hidden"]


def test_the_transcript_follows_and_leads(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    page.keyboard.press("Space")
    entries = versions()[0]["entries"]
    jump(page, entries[3] + 0.1)
    until(page, "document.querySelector('.entry[aria-current]') !== null")
    at = page.evaluate("[...document.querySelectorAll('.entry')].findIndex(e => e.hasAttribute('aria-current'))")
    assert entries[at] == max(start for start in entries if start <= entries[3] + 0.1)
    page.focus("#transcript")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, f"{TIME} < {entries[3]}")
    assert page.locator(".seen").first.is_visible()
    page.uncheck("#told")
    assert page.locator(".seen").first.is_hidden()


def test_leaving_takes_film_and_words_away(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    assert page.title() == "Notes"
    assert page.locator("body").inner_text().strip() == ""
    assert page.locator("video").count() == 0
    page = opened(PHONE)
    page.click("#leave")
    assert page.title() == "Notes"


@pytest.mark.parametrize("size", [PHONE, WIDE, pytest.param(PROJECTOR, marks=pytest.mark.slow)], ids=["360", "1366", "1920"])
def test_no_state_shuts_anybody_out(opened: Callable[..., Any], axe: Callable[[Any], list[str]], size: tuple[int, int]) -> None:
    page = opened(size)
    found = axe(page)
    start(page)
    page.click("#play")
    found += axe(page)
    for panel in ("help", "settings"):
        page.click(f"#{panel}")
        found += axe(page)
        page.keyboard.press("Escape")
    jump(page, versions()[0]["pauses"][0] - 0.3)
    page.click("#play")
    until(page, f"{STATE} === 'pause'")
    found += axe(page)
    page.click(".pausing:visible [data-on]")
    jump(page, versions()[0]["length"] - 0.3)
    until(page, f"{STATE} === 'end'")
    found += axe(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_pause_fits_a_short_window_and_buttons_are_large(opened: Callable[..., Any]) -> None:
    page = opened(SHORT)
    start(page)
    buttons = "[...document.querySelectorAll('button:not(.entry), select')].filter(b => b.offsetParent)"
    targets = page.evaluate(f"{buttons}.map(b => b.getBoundingClientRect().height)")
    assert min(targets) >= 44
    jump(page, versions()[0]["pauses"][0] - 0.3)
    until(page, f"{STATE} === 'pause'")
    assert page.evaluate("document.documentElement.scrollHeight") <= SHORT[1]
    box = page.locator(".pausing:visible [data-on]").bounding_box()
    assert box["y"] + box["height"] <= SHORT[1]


def test_full_screen_takes_the_whole_page_with_its_pause_card(opened: Callable[..., Any]) -> None:
    page = opened()
    start(page)
    page.click("#full")
    until(page, "document.fullscreenElement === document.documentElement")
    jump(page, versions()[0]["pauses"][0] - 0.3)
    until(page, f"{STATE} === 'pause'")
    assert page.locator(".pausing:visible h2").is_visible()
    page.keyboard.press("f")
    until(page, "document.fullscreenElement === null")


def test_without_scripts_the_film_plays_with_the_browser_s_own_controls(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "player.html").as_uri())
    assert page.locator("video[controls]").is_visible()
    assert page.locator("track[default]").count() == 1
    assert page.locator("noscript").inner_text().startswith("Without scripts")
    assert page.locator("#begin").is_hidden()
    context.close()


def test_a_film_that_was_left_behind_is_told(browser: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "player.html").write_text((folder / "player.html").read_text())
    page = browser.new_page()
    page.goto((tmp_path / "player.html").as_uri())
    page.wait_for_selector("#problem:visible")
    assert "small.mp4" in page.locator("#problem").inner_text()
    page.close()


@pytest.mark.slow
def test_the_pages_are_good_html(vnu: list[str], folder: Path) -> None:
    import subprocess

    answer = subprocess.run([*vnu, str(folder / "player.html")], capture_output=True, text=True, check=False)
    assert answer.stderr == ""
    assert answer.returncode == 0
