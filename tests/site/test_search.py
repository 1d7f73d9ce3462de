"""Search on the A-Z page in Chromium, by keyboard alone: what is found, what is announced, and what the address says.

The queries are data, in queries/. What is announced is kept for people to review, in tests/transcripts/search; after a
change that is meant: TRANSCRIPTS=write scripts/test tests/site/test_search.py
"""

import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from hub.audit import browser, judge, server
from hub.audit.page import Page
from hub.load.catalogue import load
from hub.site import scripts
from tests.conftest import REPOSITORY
from tests.pages.test_a_z import html, many
from tests.site.heard import status

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
KEPT = HERE.parent / "transcripts" / "search"
QUERIES = {file.stem: [(typed, how, guides.split()) for how, typed, guides in
                       yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)]
           for file in sorted(HERE.glob("queries/*.yml"))}
EACH = [(language, *query) for language, queries in QUERIES.items() for query in queries]
# Every change of the element that screen readers listen to, and of what has the focus.
LISTEN = """
window.heard = []; window.left = 0;
const said = document.querySelector('[role=status]');
new MutationObserver(() => window.heard.push(said.textContent)).observe(said, {childList: true});
document.getElementById('q').addEventListener('blur', () => { window.left += 1; });"""
FOUND = """
return [...document.querySelectorAll('#found a')].map(one => [one.pathname.split('/').at(-2), one.textContent])"""
ASKED = "return new URLSearchParams(location.search).get('q')"


def page(language):
    return "a-z/" if language == "en" else f"{language}/a-z/"


def h1(built_site, path):
    return Page(path, "", (built_site / path / "index.html").read_text(encoding="utf-8")).h1


@pytest.fixture(scope="module")
def base(built_site):
    with server.serve(built_site) as address:
        yield address


def reach(driver):
    """Tab from the beginning of the page to the search field, as a reader without a mouse does."""
    for _ in range(5):
        browser.press(driver, "Tab")
        if driver.switch_to.active_element.get_attribute("id") == "q":
            return
    raise AssertionError("Tab does not come to the search field")


def write(driver, text):
    """Put a text in the place of what stands in the field, and wait until the page has taken it in."""
    ActionChains(driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys(
        text or Keys.DELETE).perform()
    WebDriverWait(driver, 10, 0.05).until(lambda _: driver.execute_script(ASKED) == (text or None))


def search(driver, address, heading, texts):
    """Typed -> (what was announced last, the guides as (id, title), whether the focus never left the field)."""
    browser.visit(driver, address, heading)
    driver.execute_script(LISTEN)
    reach(driver)
    made = {}
    for text in texts:
        write(driver, text)
        heard, left = driver.execute_script("return [window.heard, window.left]")
        made[text] = heard[-1], driver.execute_script(FOUND), left == 0
    return made


@pytest.fixture(scope="module")
def searched(built_site, driver, base):
    """Language -> what each of its queries gave."""
    made = {language: search(driver, base + page(language), h1(built_site, page(language)), [one[0] for one in queries])
            for language, queries in QUERIES.items()}
    if os.environ.get("TRANSCRIPTS") == "write":
        KEPT.mkdir(exist_ok=True)
        for language, said in made.items():
            (KEPT / f"{language}.txt").write_text(transcript(said), encoding="utf-8")
    return made


def transcript(said):
    """For people to read: what is typed, what is announced, and the first three titles."""
    return "".join(f"{typed}\n    {heard}\n" + "".join(f"    - {title}\n" for _, title in guides[:3])
                   for typed, (heard, guides, _) in said.items())


@pytest.mark.parametrize("language", QUERIES)
def test_there_are_twenty_queries_of_every_kind(language):
    assert len({typed for typed, *_ in QUERIES[language]}) == 20
    kinds = [how for _, how, _ in QUERIES[language]]
    assert {kind for kind in kinds if kinds.count(kind) > 2} == {"misspelt", "unaccented", "partial", "synonym"}


@pytest.mark.parametrize(("language", "typed", "how", "guides"), EACH, ids=[f"{one[0]}-{one[1]}" for one in EACH])
def test_the_guide_that_is_looked_for_comes_first(searched, language, typed, how, guides):
    first = [guide for guide, _ in searched[language][typed][1]]
    assert first[:1] == guides if len(guides) == 1 else {*guides} <= {*first[:3]}, (how, first[:5])


@pytest.mark.parametrize("language", QUERIES)
def test_the_number_is_announced_and_the_focus_stays(searched, language):
    for typed, (heard, guides, stayed) in searched[language].items():
        assert str(len(guides)) in heard, typed
        assert stayed, typed


@pytest.mark.parametrize("language", QUERIES)
def test_what_is_announced_is_what_was_kept(searched, language):
    file = KEPT / f"{language}.txt"
    assert transcript(searched[language]) == file.read_text(encoding="utf-8"), "see the first lines of this file"


@pytest.mark.parametrize("language", QUERIES)
def test_nothing_found_says_what_to_do(built_site, driver, base, language):
    nothing = "qqwwzzxx"
    heard, guides, stayed = search(driver, base + page(language), h1(built_site, page(language)), [nothing])[nothing]
    assert (guides, stayed) == ([], True)
    assert len(heard.split()) > 8
    ways = driver.find_elements("css selector", "#none a")
    assert [way.is_displayed() and way.text != "" for way in ways] == [True, True]
    ways[0].click()
    assert driver.execute_script("return location.search + document.getElementById('q').value") == ""
    assert driver.find_element("id", "letter-1" if language != "ar" else "all").is_displayed()


def test_clearing_brings_the_whole_list_back_in_its_order(built_site, driver, base):
    browser.visit(driver, base + page("en"), h1(built_site, page("en")))
    before = driver.find_element("id", "all").text
    heard, guides, _ = search(driver, base + page("en"), h1(built_site, page("en")), ["passport", ""])[""]
    assert (heard, guides) == ("The whole list is shown.", [])
    assert driver.find_element("id", "all").text == before
    assert driver.current_url == base + page("en")


def test_an_address_can_be_shared_and_read_again(built_site, driver, base):
    """The same list after a reload, and after going to a guide and back; the field shows what was asked."""
    browser.visit(driver, f"{base}{page('az')}?q={quote('sexsiyyet vesiqesi')}", h1(built_site, page("az")))
    first = driver.execute_script(FOUND)
    driver.refresh()
    assert driver.execute_script(FOUND) == first
    driver.find_element("css selector", "#found a").click()
    driver.back()
    assert [guide for guide, _ in driver.execute_script(FOUND)][:1] == ["az-id-card"]
    assert driver.find_element("id", "q").get_attribute("value") == "sexsiyyet vesiqesi"
    status = WebDriverWait(driver, 5).until(lambda _: driver.find_element("id", "said").text)
    assert status == f"Tapılan bələdçilər: {len(first)}."


def test_enter_searches_at_once_and_stays_on_the_page(built_site, driver, base):
    search(driver, base + page("en"), h1(built_site, page("en")), ["baby"])
    driver.execute_script("window.same = 1")
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    assert driver.execute_script("return window.same") == 1
    assert driver.switch_to.active_element.get_attribute("id") == "q"


def test_the_form_of_any_page_leads_here(built_site, driver, base):
    browser.visit(driver, base, h1(built_site, ""))
    reach(driver)
    ActionChains(driver).send_keys("passprot", Keys.ENTER).perform()
    WebDriverWait(driver, 10).until(lambda _: driver.execute_script(ASKED) == "passprot")
    assert [guide for guide, _ in driver.execute_script(FOUND)][:1] == ["az-passport"]


def test_it_works_from_a_file(built_site, driver):
    address = (built_site / page("ru") / "index.html").as_uri()
    made = search(driver, address, h1(built_site, page("ru")), ["паспотр", "загс"])
    assert [guides[0][0] for _, guides, _ in made.values()] == ["az-passport", "az-birth-registration"]


def test_it_works_in_a_folder_of_a_site(built_site, driver):
    with server.serve(built_site.parent) as address:
        made = search(driver, f"{address}{built_site.name}/{page('sw')}", h1(built_site, page("sw")), ["kitambulsho"])
    assert made["kitambulsho"][1][0][0] == "ke-id-replacement"


@pytest.fixture(scope="module")
def long_list(tmp_path_factory):
    """A site of nothing but a list of 1,000 guides without "see" lines; the last guide has a word that no other has."""
    folder = tmp_path_factory.mktemp("long")
    catalogue = many(load(REPOSITORY).catalogue, "en", 1000, 3)
    last = [*catalogue.services.values()][-1]
    last.words["en"] = last.words["en"].model_copy(update={"title": "Cross", "keywords": "zebra-crossing"})
    (folder / "a-z").mkdir()
    (folder / "a-z" / "index.html").write_text(html(catalogue, "en"), encoding="utf-8")
    scripts.write(REPOSITORY / "overrides", folder)
    return folder


def test_a_long_list_is_searched_by_its_words_and_shows_the_best_50(driver, long_list):
    with server.serve(long_list) as address:
        made = search(driver, f"{address}a-z/", h1(long_list, "a-z"), ["zebracrosing", "a"])
    assert [title for _, title in made["zebracrosing"][1]] == ["Cross"]
    heard, shown, _ = made["a"]
    assert (len(shown), heard.endswith("Here are the best 50. Add a word to find fewer.")) == (50, True)
    assert int(re.search(r"\d+", heard)[0]) > 50


def test_the_result_is_a_status_for_screen_readers(built_site, driver, base):
    """As the browser hands it to them: polite, whole, and empty until something is asked."""
    browser.visit(driver, base + page("en"), h1(built_site, page("en")))
    assert status(driver) == ("polite", [])
    search(driver, base + page("en"), h1(built_site, page("en")), ["baby"])
    assert status(driver) == ("polite", ["Guides found: 1."])


@pytest.mark.parametrize(("language", "typed"), [("en", "birth"), ("ar", "كوارث"), ("az", "qqwwzzxx")])
def test_a_filtered_list_is_as_good_as_any_page(built_site, driver, base, engine, language, typed):
    """All rules of the audit in all states: both widths, both colour schemes, enlarged, forced colours, paper.

    But one: that nothing was found is known to the script alone, and so are the ways out of it.
    """
    text = (built_site / page(language) / "index.html").read_text(encoding="utf-8")
    asked = Page(f"{page(language)}index.html", f"{base}{page(language)}?q={quote(typed)}", text)
    judged = judge.in_browser(driver, asked, engine)
    assert [(one.rule, one.selector, one.says) for one in judged.findings
            if one.outcome == "failed" and one.rule != "no-script"] == []
    assert driver.find_element("id", "found" if typed != "qqwwzzxx" else "none").is_displayed()


def test_without_script_the_list_is_whole(built_site, driver, base):
    browser.script(driver, on=False)
    try:
        browser.visit(driver, f"{base}{page('en')}?q=passport", h1(built_site, page("en")))
        assert driver.find_element("id", "all").is_displayed()
        assert "find in page" in driver.find_element("id", "all").text
        assert not driver.find_element("id", "none").is_displayed()
    finally:
        browser.script(driver, on=True)
