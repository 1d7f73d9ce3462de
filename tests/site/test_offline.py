"""Reading without a connection, in a browser whose server is really stopped, is in trouble, or does not answer."""

import re
from contextlib import contextmanager

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from hub.audit.browser import chromium
from hub.pages.offline import KEPT
from tests.site.hosts import WAIT, serving
from tests.site.parsed import text

GUIDE = "az/guides/az-passport/"
TOPIC = "rights"
# In the topic, and never opened before the server stops.
SAVED = "az/guides/int-disability-rights/"
UNSEEN = "az/guides/az-id-card/"
TOPICS = "az/topics/"
# What a page from the device says first.
COPY = "main > .unknown:first-child"


def until(driver, what):
    """Wait until the script gives something true."""
    return WebDriverWait(driver, WAIT).until(lambda one: one.execute_async_script(
        f"const done = arguments[0]; (async () => {what})().then(done, error => done(''));"))


def words(driver):
    return driver.execute_script("return document.querySelector('main').innerText")


def kept(driver, address):
    until(driver, f"(await caches.match('{address}')) && 1")


@contextmanager
def reading(folder, below=""):
    """A guide is read; the worker keeps it, the list of its language and the script. Gives driver, hub and server."""
    with serving(folder) as server, chromium(workers=True) as driver:
        driver.set_script_timeout(WAIT)
        driver.set_page_load_timeout(WAIT)
        hub = f"http://127.0.0.1:{server.server_port}/{below}"
        driver.get(hub + GUIDE)
        for address in (GUIDE, "az/offline/", "scripts/offline.js/"):
            kept(driver, f"{hub}{address}")
        yield driver, hub, server


@pytest.fixture(scope="module", params=["", "hub/"], ids=["at the root", "in a folder"])
def offline(request, site, tmp_path_factory):
    """A guide is read, a topic saved, then the server stops. Gives the driver, the hub's address, what was asked."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "hub").symlink_to(site.folder) if request.param else None
    with reading(folder if request.param else site.folder, request.param) as (driver, hub, server):
        first = list(server.asked)
        driver.get(f"{hub}az/offline/")
        before = len(server.asked)
        button = driver.find_element(By.CSS_SELECTOR, f"#save-{TOPIC} button")
        button.click()
        WebDriverWait(driver, WAIT).until(lambda one: "Səhifələr:" in one.find_element(By.ID, "said").text)
        saving = server.asked[before:]
        server.stop()
        yield driver, hub, first, saving


@pytest.fixture(scope="module")
def online(site):
    """A guide is read, and the server goes on. Gives the driver, the hub's address, the server."""
    with reading(site.folder) as (driver, hub, server):
        until(driver, "(await navigator.serviceWorker.ready) && navigator.serviceWorker.controller && 1")
        yield driver, hub, server


pytestmark = pytest.mark.browser


def test_online_the_page_itself_comes(online):
    driver, hub, _ = online
    driver.get(hub + GUIDE)
    assert driver.find_elements(By.CSS_SELECTOR, COPY) == []


def test_a_server_in_trouble_does_not_hide_the_copy(online):
    driver, hub, server = online
    server.failing = True
    try:
        driver.get(hub + GUIDE)
        assert driver.find_elements(By.CSS_SELECTOR, COPY)
        driver.get(hub + UNSEEN)
        assert "503" in driver.page_source
    finally:
        server.failing = False


def test_an_audit_judges_what_the_server_sends(site):
    """Never the copy of a service worker, for there is none."""
    with serving(site.folder) as server, chromium() as driver:
        for path in (GUIDE, TOPICS, GUIDE):
            driver.get(f"http://127.0.0.1:{server.server_port}/{path}")
        assert [path for path in server.asked if path.endswith(".js")] == []


def test_what_is_not_there_is_not_kept(online):
    driver, hub, _ = online
    driver.get(f"{hub}az/guides/no-such-guide/")
    driver.get(hub + TOPICS)
    kept(driver, hub + TOPICS)
    assert until(driver, f"(await caches.match('{hub}az/guides/no-such-guide/')) ? 'kept' : 'gone'") == "gone"


def test_of_too_many_pages_the_one_fetched_longest_ago_goes(online):
    driver, hub, _ = online
    until(driver, f"""{{
      const read = await caches.open("{hub}read");
      for (const one of await read.keys()) await read.delete(one);
      for (let n = 0; n < {KEPT}; n++) await read.put("{hub}made-up/" + n + "/", new Response(""));
      return 1;
    }}""")
    driver.get(hub + GUIDE)
    kept(driver, hub + GUIDE)
    left = until(driver, f"""{{
      const all = await (await caches.open("{hub}read")).keys();
      return all.length == {KEPT} && all.map(one => one.url);
    }}""")
    assert f"{hub}made-up/0/" not in left
    assert left[-1] == hub + GUIDE


def test_a_server_that_does_not_answer_is_not_waited_for(online):
    """It answers only when the copy is on the screen. The last of these: its late answer must meet no other test."""
    driver, hub, server = online
    server.answering.clear()
    try:
        driver.get(hub + GUIDE)
        assert driver.find_elements(By.CSS_SELECTOR, COPY)
    finally:
        server.answering.set()


def test_what_is_fetched_after_the_first_page(offline):
    """The worker, the list of the language with its script; the page again only where the browser did not keep it."""
    _, hub, first, _ = offline
    base = "/" + hub.split("/", 3)[3]
    asked = {path for path in first if path != f"{base}{GUIDE}"}
    assert asked == {f"{base}sw.js", f"{base}az/offline/", f"{base}scripts/offline.js"}


def test_a_part_is_one_request(offline):
    """Beside the small script that asks for it."""
    _, hub, _, saving = offline
    base = "/" + hub.split("/", 3)[3]
    asked = [path for path in saving if not path.endswith(("/sw.js", ".js"))]
    assert asked == [f"{base}packs/az/{TOPIC}.json"]


@pytest.mark.parametrize("path", [GUIDE, f"{GUIDE}?from=elsewhere#costs", SAVED, "az/a-z/?q=pasport", "az/"])
def test_what_was_read_or_saved_comes_and_says_since_when(offline, site, path):
    driver, hub, _, _ = offline
    driver.get(hub + path)
    page = next(one for one in site.pages if one.path == f"{path.partition('?')[0]}index.html")
    assert driver.find_element(By.TAG_NAME, "h1").text == text(next(page.tree.iter("h1")))
    assert driver.find_element(By.CSS_SELECTOR, COPY).text.startswith("Siz surəti oxuyursunuz.")
    assert re.search(r" \d{1,2}\s\w+ 20\d\d\.", words(driver))


def test_a_page_never_seen_is_answered_honestly_in_its_language(offline):
    driver, hub, _, _ = offline
    driver.get(hub + UNSEEN)
    never = WebDriverWait(driver, WAIT).until(lambda one: one.find_element(By.ID, "never"))
    WebDriverWait(driver, WAIT).until(lambda _: never.is_displayed())
    assert "Bu səhifə bu cihazda saxlanılmayıb" in never.text
    assert driver.find_element(By.ID, "again").get_attribute("href") == hub + UNSEEN
    assert driver.execute_script("return document.documentElement.lang") == "az"


def test_of_a_language_never_read_the_page_comes_in_one_that_was(offline):
    driver, hub, _, _ = offline
    driver.get(f"{hub}ru/guides/az-passport/")
    assert driver.current_url.startswith(f"{hub}az/offline/?")


def test_no_foreign_address_gets_into_the_link(offline):
    driver, hub, _, _ = offline
    driver.get(f"{hub}az/offline/?https%3A%2F%2Felsewhere.example%2F")
    WebDriverWait(driver, WAIT).until(lambda one: one.find_elements(By.CSS_SELECTOR, "#list li"))
    assert not driver.find_element(By.ID, "never").is_displayed()


def test_what_is_saved_is_listed_and_deleted(offline):
    """Each with its date; focus goes to the next button; then everything, after a question."""
    driver, hub, _, _ = offline
    driver.get(f"{hub}az/offline/")
    lines = WebDriverWait(driver, WAIT).until(lambda one: one.find_elements(By.CSS_SELECTOR, "#list li"))
    assert len(lines) > 1
    assert all(re.search(r"\d{1,2}\s\w+ 20\d\d\.", line.text) for line in lines)
    following = lines[1].find_element(By.TAG_NAME, "button").accessible_name
    lines[0].find_element(By.TAG_NAME, "button").click()
    WebDriverWait(driver, WAIT).until(lambda one: len(one.find_elements(By.CSS_SELECTOR, "#list li")) == len(lines) - 1)
    assert following.startswith("Silin: ")
    assert driver.switch_to.active_element.accessible_name == following
    assert driver.find_element(By.ID, "said").text.startswith("Silindi: ")
    driver.find_element(By.CSS_SELECTOR, "#all button").click()
    driver.switch_to.alert.accept()
    WebDriverWait(driver, WAIT).until(lambda one: one.find_element(By.ID, "none").is_displayed())
    assert driver.switch_to.active_element.get_attribute("id") == "said"
    driver.get(hub + GUIDE)
    assert driver.find_element(By.ID, "never").is_displayed()
