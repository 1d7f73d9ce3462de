"""What an alert closes and changes, said in lists and guides; an alert that has ended; and the moment it counts by."""

import re
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hub.audit import browser, server
from hub.site import stamp
from hub.site.build import make
from tests.catalogue.copies import files

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
END = datetime(2026, 11, 24, 16, 40, tzinfo=UTC)
MARK = re.compile(r'<a href="([^"]*)"[^>]*>[^<]*</a> <strong data-mark="xx-crue"><time datetime="[^"]*">([^<]*)</time>')
# Page -> the links with a mark. Guides are made into files for paper, so what is closed stands before them.
MARKED = {
    "places/index.html": {"xx-port-clair/": "Fermé."},
    "a-z/index.html": {"../guides/xx-navette/": "Changé."},
    "topics/papiers/index.html": {"../../guides/xx-navette/": "Changé."},
    "jurisdictions/xx/index.html": {"../../guides/xx-navette/": "Changé."},
    "organisations/xx-guichet/index.html": {"../../places/xx-port-clair/": "Fermé.",
                                            "../../guides/xx-navette/": "Changé."},
    "guides/xx-carte/index.html": {},
    "alerts/index.html": {},
    "alerts/xx-vent/index.html": {},
}


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MARKED)
def test_lists_mark_what_is_closed_and_changed(invented, name):
    found = {href: words for href, words in MARK.findall(read(invented / "site", name))}
    assert {href: words.split()[0] for href, words in found.items()} == MARKED[name]
    assert all(re.search(r"Jusqu’au 24\s+novembre 2026", words) for words in found.values())


def test_a_guide_and_the_list_name_the_closed_place_before_anything_else(invented):
    for name, href in (("places/index.html", "xx-port-clair/"),
                       ("guides/xx-carte/index.html", "../../places/xx-port-clair/")):
        before = read(invented / "site", name).partition("<header>")[0]
        assert re.search(f'<strong>Fermé : <a href="{href}"[^>]*>[^<]+</a>[.]</strong>', before), name
    assert "Fermé :" not in read(invented / "site", "a-z/index.html").partition("<header>")[0]


def test_a_guide_without_a_closed_place_does_not_name_it(invented):
    facts = (invented / "data/services/xx-navette/facts.yml").read_text(encoding="utf-8")
    before = read(invented / "site", "guides/xx-navette/index.html").partition("<header>")[0]
    assert ("xx-port-clair" in facts) == ("Fermé :" in before)
    assert "La navette ne passe pas par les quais." in before


# The moment, and whether the alert counts: it begins at 18:30 on the 21st and ends at 16:40 on the 24th.
MOMENTS = {datetime(2026, 11, 21, 18, 29, tzinfo=UTC): False, datetime(2026, 11, 21, 18, 30, tzinfo=UTC): True,
           END - timedelta(minutes=1): True, END: False}


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_an_alert_counts_to_the_minute(invented, tmp_path, monkeypatch, moment):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    make(invented, tmp_path / "site")
    assert ('data-alert="xx-crue"' in read(tmp_path / "site", "index.html")) == MOMENTS[moment]
    if not MOMENTS[moment]:
        with pytest.raises(stamp.Unfit, match="does not count at"):
            stamp.publish(invented, tmp_path / "site", "xx-crue", moment)


def test_before_it_happens_the_pages_say_from_when(invented, tmp_path, monkeypatch):
    """People are warned before; what is not closed yet is not called closed. Stamped and built are the same again."""
    moment = datetime(2026, 11, 21, 20, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    make(invented, tmp_path / "built")
    page = read(tmp_path / "built", "places/xx-port-clair/index.html")
    assert re.search(r"Fermera : 22\s+novembre 2026[^.]*[.] Jusqu’au 24\s+novembre 2026", page)
    assert "Ce lieu est fermé" not in page
    site = Path(shutil.copytree(tmp_path / "built", tmp_path / "site"))
    stamp.end(invented, site, "xx-crue")
    assert b'data-mark="' not in b"".join(files(site).values())
    stamp.publish(invented, site, "xx-crue", moment)
    assert files(site) == files(tmp_path / "built")


def test_an_alert_costs_as_much_for_each_page(invented, tmp_path):
    """Four times the pages, four times the processor; 16 times, if each page looked at the others."""
    costs = []
    for number in (300, 1_200):
        site = Path(shutil.copytree(invented / "site", tmp_path / str(number)))
        stamp.end(invented, site, "xx-crue")
        for one in range(number):
            shutil.copytree(site / "guides/xx-carte", site / f"guides/xx-carte-{one}")
        begun = time.process_time()
        assert stamp.publish(invented, site, "xx-crue", NOW).changed > number
        costs.append(time.process_time() - begun)
    assert costs[1] < 8 * costs[0]


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as driver:
        yield driver


@pytest.fixture
def opened(chromium, invented, tmp_path):
    """Open a page of the invented hub with the clock at a moment, with or without script; how many of each are seen."""
    shutil.copytree(invented / "site", tmp_path / "base")
    shutil.copy(tmp_path / "base/404.html", tmp_path)
    with server.serve(tmp_path) as base:
        def look(name: str, moment: datetime, *, script: bool = True) -> dict[str, int]:
            clock = f"Date.now = () => {int(moment.timestamp() * 1000)}"
            there = chromium.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": clock})
            browser.script(chromium, on=script)
            chromium.get(f"{base}base/{name}")
            chromium.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", there)
            return chromium.execute_script(
                "const count = (what) => [...document.querySelectorAll(what)].filter((one) => one.checkVisibility())"
                ".length; return {alert: count('[data-alert]'), heading: count('[id^=alert-]'),"
                "mark: count('[data-mark]'), over: count('[data-over]')}")
        yield look


PAGES = {"": (1, 1), "places/": (1, 1), "a-z/": (1, 1), "guides/xx-carte/": (1, 0), "nowhere/": (2, 0), "ar/": (1, 1)}


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_an_alert_that_has_ended_hides_itself(opened, name):
    alerts, marks = PAGES[name]
    there = opened(name, END - timedelta(minutes=1))
    assert (there["alert"], there["heading"], there["mark"] >= marks) == (alerts, alerts, True)
    assert opened(name, END) == {"alert": 0, "heading": 0, "mark": 0, "over": 0}
    assert opened(name, END, script=False) == there


@pytest.mark.browser
@pytest.mark.parametrize("name", ["alerts/", "alerts/xx-crue/"])
def test_the_list_and_its_own_page_say_that_it_is_over(opened, name):
    assert opened(name, NOW)["over"] == 0
    assert (opened(name, END)["over"], opened(name, END)["alert"]) == (1, 0)
    assert opened(name, END, script=False)["over"] == 0
