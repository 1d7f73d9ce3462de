"""One browser for all alarms, and a way to put a small page before it."""

import json
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from hub.audit import browser, server

REPOSITORY = Path(__file__).parents[2]
FRAME = (
    '<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" '
    'content="width=device-width"><title>A page to try</title><link rel="icon" href="data:,"><style>'
    "html,body{{color-scheme:light dark;background:#fff;color:#111}}"
    "@media(prefers-color-scheme:dark){{html,body{{background:#111;color:#eee}}}}{style}</style></head>"
    "<body>{before}<main id='main' tabindex='-1'><h1>A page to try</h1>{body}</main>{after}</body></html>"
)


@pytest.fixture(scope="session")
def engine() -> Path:
    return Path(os.environ.get("AXE", REPOSITORY / "node_modules/axe-core/axe.min.js"))


@pytest.fixture(scope="session")
def version() -> str:
    return json.loads((REPOSITORY / "package.json").read_text(encoding="utf-8"))["devDependencies"]["axe-core"]


@pytest.fixture(scope="session")
def _chromium() -> Iterator[Chrome]:
    with browser.chromium() as driver:
        yield driver


@pytest.fixture
def driver(_chromium: Chrome) -> Chrome:
    """The shared browser, with every choice put back."""
    browser.script(_chromium, on=True)
    browser.scheme(_chromium, "light")
    browser.viewport(_chromium, 1280, 900)
    return _chromium


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    """The address of the test's own folder."""
    with server.serve(tmp_path) as address:
        yield address


@pytest.fixture
def show(driver: Chrome, base: str, tmp_path: Path) -> Callable[..., None]:
    """Write a page with these parts and open it."""
    shown = count()

    def _show(body: str = "", *, style: str = "", before: str = "", after: str = "") -> None:
        page = FRAME.format(body=body, style=style, before=before, after=after)
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        # A new address each time: a file that is written twice in one second comes from the browser's cache
        browser.visit(driver, f"{base}?{next(shown)}", "A page to try")

    return _show
