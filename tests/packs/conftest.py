"""A real browser on real files, and the judges of pages. Where one is missing, its tests are skipped and say how to install it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

JUDGES = Path(__file__).parents[2] / "requirements/judges/node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
INSTALL_JUDGES = "npm ci --ignore-scripts --prefix requirements/judges"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by Playwright."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--autoplay-policy=document-user-activation-required"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> Callable[[Any], list[str]]:
    """Judges a page by WCAG 2.2 AA and best practice: what it violates, and where."""
    path = JUDGES / "axe-core/axe.min.js"
    if not path.is_file():
        pytest.skip(f"axe-core is not there: {INSTALL_JUDGES}")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def judge(page: Any) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(path.read_text(encoding="utf-8"))
        answer = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
        return [f"{found['id']}: {node['target']}" for found in answer["violations"] for node in found["nodes"]]

    return judge


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The command that judges HTML files by the W3C's grammar."""
    jar = next((JUDGES / "vnu-jar").glob("**/vnu.jar"), None)
    java = shutil.which("java")
    if jar is None or java is None:
        pytest.skip(f"vnu needs Java and its jar: apt-get install default-jre-headless; {INSTALL_JUDGES}")
    return [java, "-jar", str(jar), "--errors-only", "--format", "gnu"]
