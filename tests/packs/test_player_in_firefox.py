"""The same player in Firefox, the other browser that schools have."""

import json
import shutil
from pathlib import Path

import pytest
from firefox import ESCAPE, SHIFT, Firefox
from player_shows import make_films, show

from animkit.packs.player import player_html

STATE = "document.getElementById('app').dataset.state"
TIME = "document.getElementById('film').currentTime"


@pytest.mark.slow
def test_firefox_plays_stops_at_pauses_helps_and_leaves(tmp_path: Path) -> None:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("there is no Firefox: apt-get install firefox-esr")
    html = player_html(show())
    pauses = json.loads(html.split('id="data">')[1].split("</script>")[0])["versions"][0]["pauses"]
    make_films(show(), tmp_path)
    (tmp_path / "player.html").write_text(html, encoding="utf-8")
    profile = tmp_path / "profile"
    profile.mkdir()
    with Firefox(program, profile) as browser:
        browser.go((tmp_path / "player.html").as_uri())
        browser.until("document.getElementById('film').readyState > 0 || document.getElementById('film').error")
        if browser.answer("Boolean(document.getElementById('film').error)"):
            pytest.skip("this Firefox plays no H.264: apt-get install libavcodec-extra")
        assert browser.answer(f"[{STATE}, {TIME}]") == ["note", 0]
        browser.until("document.getElementById('captions-film-en-GB').track.cues.length > 4")
        browser.click("#begin")
        browser.until("document.getElementById('captions').textContent.includes('This film')")
        browser.answer(f"{TIME} = {pauses[0] - 0.5}")
        browser.until(f"{STATE} === 'pause'")
        assert abs(browser.answer(TIME) - pauses[0]) < 0.04
        browser.click(".pausing:not([hidden]) [data-on]")
        browser.until(f"{TIME} > {pauses[0] + 0.2}")
        browser.press("h")
        assert browser.answer("document.getElementById('help-panel').open")
        browser.press(ESCAPE)
        assert browser.answer("document.activeElement.id") == "help"
        assert browser.answer("[localStorage.length, document.cookie]") == [0, ""]
        for _ in range(3):
            browser.press(SHIFT)
        browser.until("document.title === 'Notes'")
        assert browser.answer("document.querySelector('video')") is None
