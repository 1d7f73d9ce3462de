"""The files of many pages: what is in them, that their links lead somewhere, that they are the same each time."""

import io
import json
import re
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import url_contains
from selenium.webdriver.support.wait import WebDriverWait

from hub.audit.browser import chromium
from hub.site.packs import archive
from hub.site.packs.links import changed, target
from hub.site.packs.weight import filled, weigh
from tests.site.parsed import text


@pytest.fixture(scope="module")
def zips(site):
    return {path.stem.rpartition("-")[2]: path for path in sorted((site.folder / "packs").glob("*.zip"))}


@pytest.fixture(scope="module")
def books(site):
    return {path.stem.rpartition("-")[2]: path for path in sorted((site.folder / "packs").glob("*.htm"))}


def parsed(source):
    return html5lib.parse(source, namespaceHTMLElements=False)


def elements(tree):
    return [one for one in tree.iter() if isinstance(one.tag, str)]


def test_each_language_has_its_files(site, zips, books):
    assert {*zips} == {*books} == {*site.languages}
    assert {path.stem for path in (site.folder / "packs").glob("*.json")} == {*site.languages}


def test_a_part_holds_the_pages_as_they_are(site):
    """Address below the root -> page; the list of all guides and the first page come with each."""
    by_address = {page.address.removeprefix(site.home.base): page for page in site.pages}
    packs = sorted((site.folder / "packs").rglob("*.json"))
    assert len(packs) > 2 * len(site.languages)
    for pack in packs:
        pages = json.loads(pack.read_text(encoding="utf-8"))
        start = "" if "" in pages else f"{next(iter(pages)).partition('/')[0]}/"
        assert {start, f"{start}a-z/"} <= {*pages}, pack
        assert [one for one, page in pages.items() if by_address[one].source != page] == [], pack


def test_a_topic_brings_its_guides_with_their_questions(site):
    pages = json.loads((site.folder / "packs/en/money.json").read_text(encoding="utf-8"))
    topic = next(page for page in site.pages if page.path == "topics/money/index.html")
    guides = {urljoin(topic.address, one.get("href")).removeprefix(site.home.base) for one in topic.main.iter("a")}
    guides = {one for one in guides if one.startswith("guides/")}
    assert len(guides) > 1
    assert guides <= {*pages}
    assert any("/check/" in one for one in pages)


# Bytes by which a file becomes lighter or heavier when the pages in it are given the sizes that they tell.
FEW = (-100, 0, 100)


def test_the_size_of_each_file_is_told_where_it_is_offered(site):
    """Rounded up to whole kilobytes; no mark is left."""
    for page in site.pages:
        assert "%packs/" not in page.source, page.path
        if page.kind == "take":
            for link in page.main.iter("a"):
                if "packs/" in link.get("href"):
                    kb = -(-site.file(page.resolve(link.get("href"))).stat().st_size // 1000)
                    assert str(kb) in re.sub(r"[^\d]", "", text(link)), page.path
        if page.kind == "offline":
            for line in page.tree.iter("li"):
                if line.get("data-file"):
                    content = (site.folder / line.get("data-file")).read_bytes()
                    assert abs(int(line.get("data-bytes")) - len(content)) < 1_000
                    told = {str(-(-(weigh([content])[0] + few) // 1000)) for few in FEW}
                    assert any(each in text(line) for each in told)


def test_every_link_of_a_zip_leads_to_a_file_in_it_or_to_the_hub(site, zips):
    for path in zips.values():
        with zipfile.ZipFile(path) as inside:
            names = {*inside.namelist()}
            trees = {name: parsed(inside.read(name)) for name in names if name.endswith(".html")}
        ids = {name: {one.get("id") for one in elements(tree)} for name, tree in trees.items()}
        assert "index.html" in names
        for name, tree in trees.items():
            assert [lost for lost in lost_links(name, tree, names, ids, site)] == [], f"{path.name}: {name}"


def lost_links(name, tree, names, ids, site):
    for one in elements(tree):
        link = one.get("href") or one.get("src") or one.get("action")
        if link is None or urlsplit(link).scheme in ("data", "tel", "mailto", "sms"):
            continue
        if urlsplit(link).scheme:
            if link.startswith(site.home.base) and one.tag == "a" and site.fault(site.home, link):
                yield link
            continue
        there = urlsplit(urljoin(f"file:///{name}", link.partition("?")[0]))
        inside = unquote(there.path).lstrip("/")
        if inside not in names or (there.fragment and there.fragment not in ids[inside]):
            yield link


def test_a_zip_depends_on_pages_and_day_alone():
    page = '<!doctype html><title>A</title><a href="../b/">b</a>'
    one, other = io.BytesIO(), io.BytesIO()
    for file, pages in ((one, {"a": page, "b": page}), (other, {"b": page, "a": page})):
        archive.write(file, pages, "", "https://h.example/", {"scripts/s.js": "1"}, date(2026, 11, 22))
    assert one.getvalue() == other.getvalue()
    with zipfile.ZipFile(one) as inside:
        assert [(entry.filename, entry.date_time) for entry in inside.infolist()] == [
            (name, (2026, 11, 22, 0, 0, 0)) for name in ("a/index.html", "b/index.html", "scripts/s.js")]


@pytest.mark.parametrize(("folder", "link", "expected"), [
    ("az/guides/x/", "../../a-z/", "az/a-z/"),
    ("az/guides/x/", "../../../", ""),
    ("az/", "./", "az/"),
    ("", "guides/x/", "guides/x/"),
    ("guides/x/", "../y/", "guides/y/"),
])
def test_where_a_link_leads(folder, link, expected):
    assert target(folder, link) == expected


def test_only_links_that_are_not_whole_are_changed():
    page = '<a href="../b/#c"><a href="#d"><a href="https://e/"><a href="tel:1"><link href="data:,"><form action="f/">'
    assert changed(page, "a/", lambda target, place: f"<{target}{place}>", {}) == (
        '<a href="<b/#c>"><a href="#d"><a href="https://e/"><a href="tel:1"><link href="data:,"><form action="<a/f/>">')


def test_a_mark_that_no_file_has_is_an_error():
    weights = {"packs/en.json": (1_001, 5_000)}
    assert filled("%packs/en.json:KB% %packs/en.json:file% %packs/en.json:bytes%", weights, str) == "2 5 5000"
    with pytest.raises(KeyError):
        filled("%packs/az.json:KB%", weights, str)


def test_the_book_has_every_guide_once_and_no_dead_place(site, books):
    for language, path in books.items():
        tree = parsed(path.read_bytes())
        ids = [one.get("id") for one in elements(tree) if one.get("id") is not None]
        assert [one for one in {*ids} if ids.count(one) > 1] == [], path.name
        links = [one.get("href") for one in elements(tree) if one.tag == "a"]
        assert [one for one in links if one.startswith("#") and one[1:] not in ids] == [], path.name
        assert [one for one in links if not one.startswith("#") and not urlsplit(one).scheme] == [], path.name
        guides = {PurePosixPath(page.path).parts[-2] for page in site.pages if page.is_guide and page.lang == language}
        assert guides
        assert guides <= {*ids}, path.name
        assert [site.fault(site.home, one) for one in links if one.startswith(site.home.base)
                and site.fault(site.home, one)] == [], path.name


def test_the_book_is_a_page_of_its_own(books, site):
    """One h1, no level left out, its language and direction, and nothing that is fetched or that script does."""
    for language, path in books.items():
        tree = parsed(path.read_bytes())
        levels = [int(one.tag[1]) for one in elements(tree) if re.fullmatch("h[1-6]", one.tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), path.name
        assert tree.get("lang") == language
        assert tree.get("dir") == next(page.tree.get("dir") for page in site.pages if page.lang == language)
        assert [one.tag for one in elements(tree) if one.tag in ("script", "img", "iframe", "form")
                or one.get("src")] == []


def test_the_book_is_well_formed(books):
    """Whoever makes another form of it can read it as XML."""
    for path in books.values():
        body = re.search(r"<main.*</main>", path.read_text(encoding="utf-8"), re.DOTALL)[0]
        assert ElementTree.fromstring(body).tag == "main"


@pytest.mark.browser
def test_a_zip_opens_from_a_folder(zips, tmp_path):
    """Links lead on, and the search form reaches the list, whose script works there too."""
    with zipfile.ZipFile(zips["ar"]) as inside:
        inside.extractall(tmp_path / "hub")
    with chromium() as driver:
        driver.get((tmp_path / "hub/index.html").as_uri())
        assert driver.execute_script("return document.documentElement.dir") == "rtl"
        link = driver.find_element(By.CSS_SELECTOR, "main a[href^='guides/']")
        title = link.text
        driver.execute_script("arguments[0].click()", link)
        assert driver.find_element(By.TAG_NAME, "h1").text == title
        driver.find_element(By.ID, "q").send_keys(f"{title.split()[-1]}\n")
        WebDriverWait(driver, 20).until(url_contains("/a-z/index.html?q="))
        found = driver.find_elements(By.CSS_SELECTOR, "main a[href^='../guides/']")
        assert title in [one.text for one in found if one.is_displayed()]
