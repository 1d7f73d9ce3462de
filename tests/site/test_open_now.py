"""“Open now” in Chromium, with the clock set: what it says, when it says nothing, and a page without script."""

import shutil

import pytest

from hub.audit import browser, server
from hub.site.build import make
from tests.catalogue.copies import EPOCH, second_hub

pytestmark = pytest.mark.browser
PLACE, H1 = "places/xx-port-clair/", "Guichet de Port-Clair"
OPEN = "Selon les heures habituelles, ouvert maintenant, jusqu’à {}."
CLOSED = "Selon les heures habituelles, fermé maintenant."
# The reader is not where the place is: the place is in UTC, in winter six hours after Mexico City.
READER = "America/Mexico_City"
CLOCK = """
(() => { const Real = Date, moment = Real.parse("%s");
  window.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [moment])); } };
})();"""
# Moment: what the page says. Su-We 08:15-14:45; Th 08:15-12:15; until 31 March 2027.
SAYS = {
    "2026-11-22T08:14:59Z": CLOSED,
    "2026-11-22T08:15:00Z": OPEN.format("14:45"),
    "2026-11-22T14:44:00Z": OPEN.format("14:45"),
    "2026-11-22T14:45:00Z": CLOSED,
    "2026-11-26T12:00:00Z": OPEN.format("12:15"),
    "2026-11-27T10:00:00Z": CLOSED,
    "2026-11-30T00:05:00Z": CLOSED,
    "2027-03-31T10:00:00Z": OPEN.format("14:45"),
    "2027-04-01T10:00:00Z": "",
}


def built(folder, *, alerts):
    root = second_hub(folder / "hub")
    if not alerts:
        shutil.rmtree(root / "data" / "alerts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        make(root, root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("calm"), alerts=False)


@pytest.fixture(scope="module")
def driver():
    with browser.chromium() as found:
        found.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": READER})
        yield found


def said(driver, site, moment, before=""):
    """What a reader sees of the sentence on a page that is opened at that moment."""
    script = {"source": before + CLOCK % moment}
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)
    try:
        with server.serve(site) as base:
            browser.visit(driver, base + PLACE, H1)
            return driver.execute_script("return document.getElementById('open-now').innerText")
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@pytest.mark.parametrize("moment", SAYS)
def test_sentence(driver, site, moment):
    assert said(driver, site, moment) == SAYS[moment]


@pytest.mark.parametrize("lacking", ["delete window.Intl;", "Intl.DateTimeFormat = () => { throw new RangeError() };"])
def test_a_browser_without_time_zones_says_nothing_and_has_no_error(driver, site, lacking):
    heard = "window.heard = []; addEventListener('error', event => window.heard.push(event.message));"
    assert said(driver, site, "2026-11-22T10:00:00Z", heard + lacking) == ""
    assert driver.execute_script("return window.heard") == []


def test_without_script_nothing_is_there(driver, site):
    browser.script(driver, on=False)
    try:
        assert said(driver, site, "2026-11-22T10:00:00Z") == ""
    finally:
        browser.script(driver, on=True)


def test_nothing_is_said_while_an_alert_stands_on_the_page(driver, tmp_path):
    assert said(driver, built(tmp_path, alerts=True), "2026-11-22T10:00:00Z") == ""
