"""The built hub, judged by our own audit, as anybody's site would be: nothing may fail, and what is open is published.

One page of each structure and language is judged in the browser; HUB_EVERY_PAGE=1 takes every page. A fault is told
with its page, its element and the file that the page is made from. A pass is not conformance.
"""

import os
import re
from statistics import median_high
from time import monotonic

import pytest

from hub.audit import browser, keyboard, network, run, targets
from hub.audit.report import published, text
from hub.load.catalogue import load
from tests.site.conftest import REPOSITORY
from tests.site.parsed import NOT_FOUND

pytestmark = pytest.mark.browser
DAY = "2026-11-22"
# Engines decide these by more than a machine can see; people look at them (data/audit.yml, the accessibility page).
OPEN = {
    "axe/color-contrast",
    "axe/color-contrast-enhanced",
    "axe/css-orientation-lock",
    "axe/hidden-content",
    "axe/identical-links-same-purpose",
    "heard-bare",
    "heard-twice",
    "language-of-parts",
    "no-script",
    "senses",
}
# The way back (an ordered list) may stay: on paper it says which country the page is about.
MENUS = """return [...document.querySelectorAll('nav:not(:has(ol)), form[role=search]')].filter(
  each => each.getClientRects().length && each.checkVisibility({visibilityProperty: true})).length"""


@pytest.fixture(scope="module")
def timed(site, engine):
    """The audit of the whole site, and the minutes that it took."""
    started = monotonic()
    made = run.audit(str(site.folder), engine, DAY, every=os.environ.get("HUB_EVERY_PAGE") == "1")
    if os.environ.get("PUBLISH") == "write":
        published.write(made, REPOSITORY / "data/audit.yml")
    return made, (monotonic() - started) / 60


@pytest.fixture(scope="module")
def audit(timed):
    return timed[0]


def told(audit):
    """The report as somebody reads it who has to mend what it finds."""
    return "\n".join(text.text(audit))


def test_every_page_is_judged_and_one_of_each_kind_in_the_browser(site, audit):
    assert [page.page for page in audit.pages] == sorted(page.path for page in site.pages)
    whole = {page.page for page in audit.pages if page.whole}
    assert {page.like for page in audit.pages if not page.whole} <= whole
    kinds = {(page.kind, page.tree.get("lang")) for page in site.pages}
    assert {(page.kind, page.tree.get("lang")) for page in site.pages if page.path in whole} == kinds


def test_the_pinned_engines_ran_with_all_rules(audit, engine):
    assert audit.engines["axe-core"] == engine.version
    assert {*audit.engines} == {"axe-core", "stepfree", "virtual-screen-reader"}
    rules = [sum(rule.startswith("axe/") for rule in page.outcomes) for page in audit.pages if page.whole]
    assert min(rules) >= 100
    wanted = {"axe/color-contrast-enhanced", "axe/target-size", "focus-visible", "no-script", "reflow", "title-unique"}
    assert all(wanted <= {*page.outcomes} for page in audit.pages if page.whole)


def test_nothing_fails(audit):
    """Of no level, and not of good practice either; nothing is excused."""
    assert not audit.failures, told(audit)
    assert not audit.advice, told(audit)
    assert audit.excused == ()


def test_only_what_a_machine_cannot_know_is_left_open(audit, timed, capsys):
    assert {one.rule for one in audit.review} <= OPEN, told(audit)
    with capsys.disabled():
        print(f"\n{text.verdict(audit)} The audit took {timed[1]:.1f} minutes.")


def test_what_is_published_is_what_is_found(audit):
    """Else type: scripts/audit site --publish data/audit.yml; or PUBLISH=write before the command for these tests."""
    shown, found = load(REPOSITORY).catalogue.audit, published.published(audit)
    assert {num: one.result for num, one in shown.criteria.items()} == {
        num: one["result"] for num, one in found["criteria"].items()}
    assert ({*shown.faults}, {*shown.review}) == ({*found["faults"]}, {*found["review"]})
    assert shown.engines == found["engines"]


@pytest.fixture(scope="module")
def sample(site):
    """One page of each kind in each direction: that of middle size, so the rule picks the same page each time."""
    kinds = {}
    for page in site.whole:
        kinds.setdefault((page.kind, page.tree.get("dir")), []).append((len(page.source), page.path))
    return {median_high(found)[1] for found in kinds.values()} - {NOT_FOUND}


@pytest.fixture(scope="module")
def looks(site, sample):
    """For each page of the sample: what it asked of other hosts, its skip link's fault, the menus on its paper."""
    with targets.opened(str(site.folder)) as base, browser.chromium(log=True) as driver:
        pages = [page for page in targets.read(str(site.folder), base) if page.path in sample]
        return {page.path: _look(driver, page) for page in pages}


def _look(driver, page):
    network.asked(driver)
    browser.scheme(driver, "light")
    browser.visit(driver, page.address, page.h1)
    asked, fault = network.asked(driver), keyboard.skip_link(driver)
    assert asked
    browser.scheme(driver, "light", media="print")
    return network.outside(asked), fault, driver.execute_script(MENUS)


def test_a_page_of_each_kind_asks_nobody_else_skips_to_its_words_and_prints_no_menu(looks, sample):
    assert {*looks} == sample
    assert {path: found for path, found in looks.items() if found != ([], "", 0)} == {}


def test_a_fault_in_a_pull_request_is_told_with_page_element_and_source(site, engine, tmp_path):
    """A guide with a picture that has no words, as a template might have it."""
    guide = next(page for page in site.pages if page.path == "guides/az-passport/index.html")
    made = guide.source.replace("<h1>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><h1>')
    (tmp_path / "guide.html").write_text(made, encoding="utf-8")
    audit = run.audit(str(tmp_path), engine, DAY, workers=1)
    assert {one.rule for one in audit.failures} == {"axe/image-alt"}
    assert {"guide.html", "main", "img", "data/services/az-passport/en.yml"} <= {*re.findall(r"[\w/.-]+", told(audit))}
