"""Search inside the guides in Chromium, by keyboard: what is found, announced and fetched, with and without script."""

import gzip
import re
from urllib.parse import quote

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from hub.audit import axe, browser, judge, server
from hub.audit.page import Page
from tests.site.full_text import needs_pagefind, page
from tests.site.heard import status

pytestmark = [pytest.mark.browser, needs_pagefind]
# Words that stand in the text of guides and in no title, summary or search word: of one guide, of all seven copies.
RARE, COMMON = "comptoir", "chauffeur"
# Chunk and guides that one search fetches are not the largest ones, for which the sentence is made.
NEAR = 0.25
FETCHED = """
return performance.getEntriesByType('resource').map(one => new URL(one.name).pathname)
  .filter(path => path.startsWith('/search-index/'))"""
LISTEN = """
window.heard = [];
const said = document.getElementById('said');
new MutationObserver(() => window.heard.push(said.textContent)).observe(said, {childList: true});"""


@pytest.fixture(scope="module")
def site(with_full_text):
    return with_full_text / "site"


@pytest.fixture(scope="module")
def base(site):
    with server.serve(site) as address:
        yield address


def told(site, path="search/"):
    """The number of KB that the page speaks of."""
    return int(re.search(r'id="cost">[^<]*?(\d+)', page(site, path).text)[1])


def start(driver, site, base, words, path="search/", file=""):
    """Come by Tab from the beginning of the page, write, press Enter, and wait for the number."""
    browser.visit(driver, base + path + file, page(site, path).h1)
    driver.execute_script(LISTEN)
    for _ in range(20):
        browser.press(driver, "Tab")
        if driver.switch_to.active_element.get_attribute("id") == "words":
            break
    assert driver.execute_script(FETCHED) == []
    ActionChains(driver).send_keys(words, Keys.ENTER).perform()
    wait(driver, "return window.heard.length > 1")


def wait(driver, script):
    WebDriverWait(driver, 20, 0.05).until(lambda _: driver.execute_script(script))


def links(driver):
    return [one.get_attribute("href") for one in driver.find_elements("css selector", "#found a")]


def test_a_word_of_the_text_leads_to_its_guide_by_keyboard(driver, site, base):
    assert RARE not in page(site, "a-z/").text
    start(driver, site, base, RARE)
    assert driver.execute_script("return window.heard") == ["Recherche en cours.", "Guides trouvés : 1."]
    assert status(driver) == ("polite", ["Guides trouvés : 1."])
    assert driver.switch_to.active_element.get_attribute("id") == "words"
    assert {one.text.strip(".") for one in driver.find_elements("css selector", "mark")} == {RARE}
    for _ in range(2):
        browser.press(driver, "Tab")
    browser.press(driver, "Enter")
    wait(driver, "return location.pathname === '/guides/xx-carte/'")
    assert driver.find_element("css selector", "h1").text == page(site, "guides/xx-carte/").h1


def test_the_sentence_tells_what_is_really_fetched(driver, site, base):
    start(driver, site, base, COMMON)
    paths = driver.execute_script(FETCHED)
    spent = sum(len(gzip.compress((site / path.lstrip("/")).read_bytes(), 6)) for path in paths)
    assert sum("/fragment/" in path for path in paths) == 5
    assert abs(told(site) * 1000 / spent - 1) < NEAR, spent


def test_more_guides_come_five_at_a_time_and_the_focus_goes_to_them(driver, site, base):
    start(driver, site, base, COMMON)
    assert (status(driver)[1], len(links(driver))) == (["Guides trouvés : 7."], 5)
    driver.find_element("id", "more").send_keys(Keys.ENTER)
    wait(driver, "return document.querySelectorAll('#found a').length === 7")
    assert driver.switch_to.active_element.get_attribute("href") == links(driver)[5]
    assert not driver.find_element("id", "more").is_displayed()
    assert len({*links(driver)}) == 7


def test_an_address_that_was_sent_asks_first_and_coming_back_does_not(driver, site, base):
    browser.visit(driver, base, page(site, "").h1)
    browser.visit(driver, f"{base}search/?q={quote(RARE)}", page(site).h1)
    assert driver.find_element("id", "words").get_attribute("value") == RARE
    assert (driver.execute_script(FETCHED), status(driver)[1]) == ([], [])
    start(driver, site, base, RARE)
    assert driver.current_url == f"{base}search/?q={quote(RARE)}"
    driver.find_element("css selector", "#found a").click()
    driver.back()
    wait(driver, "return document.querySelectorAll('#found a').length === 1")


def test_nothing_found_and_nothing_fetched_are_said(driver, site, base):
    start(driver, site, base, "qqwwzzxx")
    assert status(driver)[1][0].startswith("Aucun guide ne contient ces mots.")
    assert links(driver) == []
    start(driver, site, site.as_uri() + "/", RARE, "search/", "index.html")
    assert status(driver)[1][0].startswith("La recherche n’a pas pu être chargée.")


def test_it_works_in_a_folder_of_a_host_and_says_the_language_of_a_title(driver, site):
    """One of the guides has no Arabic words: its headings are found, and its title is French."""
    with server.serve(site.parent) as address:
        start(driver, site, f"{address}{site.name}/", "كيف تقدم", "ar/search/")
        driver.find_element("id", "more").click()
        wait(driver, "return document.getElementById('more').hidden")
        found = {one.get_attribute("href"): (one.get_attribute("lang"), one.get_attribute("dir"), one.text)
                 for one in driver.find_elements("css selector", "#found a")}
    here = f"{address}{site.name}/ar/guides/"
    assert found[f"{here}xx-navette/"] == ("", "", "ركوب الحافلة")
    assert found[f"{here}xx-navette-7/"] == ("fr", "auto", "Prendre la navette 7")


@pytest.mark.parametrize("path", ["search/", "ar/search/"])
def test_the_page_is_as_good_as_any_page(driver, site, base, engine, path):
    """All rules of the audit in all states, as it is opened; then axe with the guides that were found."""
    asked = Page(f"{path}index.html", base + path, page(site, path).text)
    judged = judge.in_browser(driver, asked, engine)
    assert [(one.rule, one.selector, one.says) for one in judged.findings if one.outcome == "failed"] == []
    for scheme, forced in (("light", False), ("dark", False), ("dark", True)):
        browser.scheme(driver, scheme, forced_colors=forced)
        start(driver, site, base, COMMON if path == "search/" else "حافلة", path)
        axe.inject(driver, engine.script, engine.version)
        found = axe.judge(driver).findings
        assert [str(one) for one in found if one.outcome == "failed"] == [], (scheme, forced)
        assert driver.find_elements("css selector", "mark")
    browser.scheme(driver, "light")


def test_without_script_the_page_says_so_and_the_form_leads_to_the_list(driver, site, base):
    browser.script(driver, on=False)
    try:
        browser.visit(driver, base + "search/", page(site).h1)
        assert "Cette recherche a besoin de scripts." in driver.find_element("css selector", "main").text
        driver.find_element("id", "words").send_keys(RARE, Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda _: driver.current_url == f"{base}a-z/?q={RARE}")
    finally:
        browser.script(driver, on=True)
