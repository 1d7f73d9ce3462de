"""One browser for all alarms, and a way to put a small page before it."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from hub.audit import browser, judge, rules, run, server
from hub.audit.finding import Finding, Witness
from hub.audit.judged import About, Audit
from hub.audit.page import Page
from hub.site.build import make

REPOSITORY = Path(__file__).parents[2]
DAY = "1795305600"  # 22 November 2026: dates that have passed, and the day in the footer, stay what they are
FRAME = (
    '<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" '
    'content="width=device-width"><title>A page to try</title><link rel="icon" href="data:,"><style>'
    "html,body{{color-scheme:light dark;background:#fff;color:#111}}"
    "@media(prefers-color-scheme:dark){{html,body{{background:#111;color:#eee}}}}{style}</style></head>"
    "<body>{before}<main id='main' tabindex='-1'><h1>A page to try</h1>{body}</main>{after}</body></html>"
)


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped hub as it is made on one and the same day."""
    folder = tmp_path_factory.mktemp("heard") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        make(REPOSITORY, folder)
    return folder


@pytest.fixture(scope="session")
def engine() -> Path:
    return Path(os.environ.get("AXE", REPOSITORY / "node_modules/axe-core/axe.min.js"))


@pytest.fixture(scope="session")
def version() -> str:
    return json.loads((REPOSITORY / "package.json").read_text(encoding="utf-8"))["devDependencies"]["axe-core"]


@pytest.fixture(scope="session")
def _chromium() -> Iterator[Chrome]:
    with browser.chromium(log=True) as driver:
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


@pytest.fixture
def made() -> Audit:
    """A small audit: of three pages the first was judged in a browser, the second by its file, the third not at all."""
    name = "a b/index.html"
    page = Page(name, "", '<html lang="en"><title>A</title><h1>A</h1><h2>Empty</h2><h2>Last</h2><p>Words'
                '<a href="https://forge.example/edit/main/data/a.yml">Edit</a><img id="x" alt="IMG_1.jpg" src="q.jpg">')
    contrast = Finding(outcome="failed", rule="axe/color-contrast", page=name, selector="main > p", snippet="<p>Hi</p>",
                       says="Words & grounds", mend="Make it <darker>", criteria=("1.4.3",), level="AA",
                       readers=("low-vision",), states=("dark",), source="data/a.yml",
                       witnesses=(Witness("axe-core", "4.14.1", "color-contrast"),))
    order = replace(contrast, rule="axe/heading-order", criteria=(), level="best-practice", readers=(), states=())
    first = judge.by_file(page)
    first = replace(first, whole=True, findings=(*first.findings, contrast, order), structure="s",
                    outcomes={**first.outcomes, "axe/color-contrast": "failed", "axe/heading-order": "failed"},
                    engines={**first.engines, "axe-core": "4.14.1"})
    second = judge.by_file(Page("c.html", "", "<html lang=en><title>C</title><h1>C</h1><p>Words"), like=name)
    lost = run._crashed(Page("d.html", "", "<title>D</title>"), TimeoutError("gone"))
    known = {one.id: judge.about(one) for one in rules.every().values()}
    known["axe/color-contrast"] = About(engine="axe-core", says="Contrast", mend="Make it <darker>", level="AA",
                                        criteria=("1.4.3",), address="https://engine.example/color-contrast")
    return Audit(target="site", day="2026-11-22", planned=3, pages=(first, second, lost), rules=known)
