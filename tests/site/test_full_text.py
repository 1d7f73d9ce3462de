"""Search inside the guides: a hub that is built with it, in Chromium by keyboard; and one without, which knows nothing.

The invented hub gets six guides more, so that not all are shown at once.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from hub.audit import axe, browser, judge, server
from hub.audit.page import Page
from hub.site import full_text
from tests.catalogue.copies import command, environment, files, second_hub
from tests.site.test_search import status

try:
    full_text.program()
    INSTALLED = True
except full_text.Unindexed:
    INSTALLED = os.environ.get("FULL_TEXT") == "1"
needs_pagefind = pytest.mark.skipif(
    not INSTALLED, reason="Pagefind is not installed; scripts/build --full-text installs it")
NAVETTE = "data/services/xx-navette"
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


def built(root, *options, **more):
    return subprocess.run(command("build", *options), cwd=root, env=environment(root, **more), capture_output=True,
                          text=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The invented hub with eight guides, built as people build it."""
    made = second_hub(tmp_path_factory.mktemp("full") / "hub")
    for number in range(2, 8):
        copy = shutil.copytree(made / NAVETTE, made / f"{NAVETTE}-{number}")
        for file in (copy / "fr.yml", copy / "ar.yml"):
            file.write_text(re.sub("(?m)^title: .*", rf"\g<0> {number}", file.read_text(encoding="utf-8")),
                            encoding="utf-8")
    (made / f"{NAVETTE}-7" / "ar.yml").unlink()
    done = built(made, "--full-text")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture(scope="module")
def site(root):
    return root / "site"


@pytest.fixture(scope="module")
def driver():
    with browser.chromium() as found:
        yield found


@pytest.fixture(scope="module")
def base(site):
    with server.serve(site) as address:
        yield address


def page(site, path="search/"):
    return Page(path, "", (site / path / "index.html").read_text(encoding="utf-8"))


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


@needs_pagefind
@pytest.mark.browser
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


@needs_pagefind
@pytest.mark.browser
def test_the_sentence_tells_what_is_really_fetched(driver, site, base):
    start(driver, site, base, COMMON)
    paths = driver.execute_script(FETCHED)
    spent = sum(len(gzip.compress((site / path.lstrip("/")).read_bytes(), 6)) for path in paths)
    assert sum("/fragment/" in path for path in paths) == 5
    assert abs(told(site) * 1000 / spent - 1) < NEAR, spent


@needs_pagefind
@pytest.mark.browser
def test_more_guides_come_five_at_a_time_and_the_focus_goes_to_them(driver, site, base):
    start(driver, site, base, COMMON)
    assert (status(driver)[1], len(links(driver))) == (["Guides trouvés : 7."], 5)
    driver.find_element("id", "more").send_keys(Keys.ENTER)
    wait(driver, "return document.querySelectorAll('#found a').length === 7")
    assert driver.switch_to.active_element.get_attribute("href") == links(driver)[5]
    assert not driver.find_element("id", "more").is_displayed()
    assert len({*links(driver)}) == 7


@needs_pagefind
@pytest.mark.browser
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


@needs_pagefind
@pytest.mark.browser
def test_nothing_found_and_nothing_fetched_are_said(driver, site, base):
    start(driver, site, base, "qqwwzzxx")
    assert status(driver)[1][0].startswith("Aucun guide ne contient ces mots.")
    assert links(driver) == []
    start(driver, site, site.as_uri() + "/", RARE, "search/", "index.html")
    assert status(driver)[1][0].startswith("La recherche n’a pas pu être chargée.")


@needs_pagefind
@pytest.mark.browser
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


@needs_pagefind
@pytest.mark.browser
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


@needs_pagefind
@pytest.mark.browser
def test_without_script_the_page_says_so_and_the_form_leads_to_the_list(driver, site, base):
    browser.script(driver, on=False)
    try:
        browser.visit(driver, base + "search/", page(site).h1)
        assert "Cette recherche a besoin de scripts." in driver.find_element("css selector", "main").text
        driver.find_element("id", "words").send_keys(RARE, Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda _: driver.current_url == f"{base}a-z/?q={RARE}")
    finally:
        browser.script(driver, on=True)


def fragments(site, language):
    """Address of a guide -> its text in the index."""
    found = {}
    for file in (site / full_text.FOLDER / "fragment").glob(f"{language}_*"):
        guide = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[guide["url"]] = guide["content"]
    return found


@needs_pagefind
def test_only_guides_are_indexed_and_only_their_own_language(site):
    french, arabic = fragments(site, "fr"), fragments(site, "ar")
    names = {path.parent.name for path in site.glob("guides/*/index.html")}
    assert {*french} == {f"/guides/{name}/" for name in names}
    assert {*arabic} == {f"/ar/guides/{name}/" for name in names}
    borrowed = "Kiosque de Valmont"
    assert f'lang="fr" dir="ltr">{borrowed}' in page(site, "ar/guides/xx-carte/").text
    assert borrowed in french["/guides/xx-carte/"]
    assert borrowed not in arabic["/ar/guides/xx-carte/"]


@needs_pagefind
def test_the_same_hub_makes_the_same_bytes(root, site, tmp_path):
    before = files(site)
    assert built(root, "--full-text").returncode == 0
    assert {name: text for name, text in files(site).items() if name != "sitemap.xml.gz"} == {
        name: text for name, text in before.items() if name != "sitemap.xml.gz"}


@needs_pagefind
def test_the_page_alone_may_run_what_it_needs(site):
    policies = {name: re.search(rb'Policy" content="([^"]*)', text)[1].decode() for name, text in files(site).items()
                if name.endswith(".html")}
    wider = {name for name, policy in policies.items() if "wasm" in policy or "connect-src" in policy}
    assert wider == {"search/index.html", "ar/search/index.html"}
    for name in wider:
        assert re.search(r"script-src 'self' 'sha256-\S+ 'wasm-unsafe-eval'; connect-src 'self';", policies[name])


def test_a_hub_without_it_has_neither_page_nor_link_nor_file(invented):
    names, html = files(invented / "site"), (invented / "site/a-z/index.html").read_text(encoding="utf-8")
    assert [name for name in names if "search" in name] == []
    assert "search/" not in html + (invented / "site/sitemap.xml").read_text(encoding="utf-8")


@needs_pagefind
def test_the_list_leads_to_it_and_stays_out_of_what_is_carried_away(site):
    """It needs a server. A copy of the list leads to the hub's own page."""
    assert page(site, "a-z/").text.count('href="../search/"') == 2
    [archive] = [ZipFile(file) for file in site.rglob("*.zip") if "fr" in file.name]
    assert [name for name in archive.namelist() if "search" in name] == []
    [copy] = [name for name in archive.namelist() if name.endswith("a-z/index.html")]
    assert re.search(rb'href="https://[^"]*/search/"', archive.read(copy))


def test_a_missing_program_is_told_with_the_command(tmp_path):
    """A package that cannot be imported, as on a machine where nobody has installed it."""
    root = second_hub(tmp_path / "hub")
    (tmp_path / "pagefind_bin.py").write_text("raise ImportError\n")
    done = built(root, "--full-text", PYTHONPATH=f"{root / 'scripts'}{os.pathsep}{tmp_path}")
    assert done.returncode == 1
    assert "Type scripts/build --full-text, which installs it" in done.stdout
    assert not (root / "site").exists()


@needs_pagefind
def test_an_alert_is_stamped_onto_its_page_too(root, tmp_path):
    """Without a build; and a site that was built with an alert is the same as one that got it afterwards."""
    copy = shutil.copytree(root, tmp_path / "hub")
    built_with = (copy / "site/search/index.html").read_bytes()
    [alert] = [path.name for path in sorted((copy / "data/alerts").iterdir()) if path.name.encode() in built_with]
    for verb, same in (("end", False), ("publish", True)):
        done = subprocess.run(command("alert", verb, alert), cwd=copy, env=environment(copy), capture_output=True,
                              text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        assert ((copy / "site/search/index.html").read_bytes() == built_with) == same
