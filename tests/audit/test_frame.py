"""Server, browser, network and list of pages: what shows the wrong page, or asks outside, rings."""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from hub.audit import browser, network, pages, pictures, server

PAGE = "<!doctype html><title>T</title><h1>{}</h1>"


def test_server_answers_as_a_static_host(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("here", encoding="utf-8")
    with server.serve(tmp_path) as base, urlopen(f"{base}a/") as answer:
        assert (answer.status, answer.read()) == (200, b"here")
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_missing_path_answers_404_with_the_page_of_the_site(tmp_path):
    (tmp_path / "404.html").write_text("not here", encoding="utf-8")
    with server.serve(tmp_path) as base, pytest.raises(HTTPError) as raised:
        urlopen(f"{base}nothing/")
    with raised.value as answer:
        assert (answer.code, answer.read()) == (404, b"not here")


def test_missing_path_answers_404_without_a_page_too(tmp_path):
    with server.serve(tmp_path) as base, pytest.raises(HTTPError) as raised:
        urlopen(f"{base}nothing/")
    with raised.value as answer:
        assert answer.code == 404


def test_missing_folder_is_red(tmp_path):
    with pytest.raises(NotADirectoryError), server.serve(tmp_path / "nowhere"):
        pass


def test_pages_of_a_folder(tmp_path):
    for page in ("index.html", "az/a/index.html", "404.html", "a.txt"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text(PAGE.format("T"), encoding="utf-8")
    assert pages.html_pages(tmp_path) == ["404.html", "az/a/index.html", "index.html"]
    assert [pages.address("/", page) for page in pages.html_pages(tmp_path)] == ["/404.html", "/az/a/", "/"]


def test_folder_without_pages_is_red(tmp_path):
    with pytest.raises(FileNotFoundError, match="no HTML page"):
        pages.html_pages(tmp_path)


@pytest.mark.browser
def test_page_with_the_expected_h1_is_opened(driver, show):
    show("<p>Words</p>")
    assert driver.title == "A page to try"


@pytest.mark.browser
def test_page_without_the_expected_h1_rings(driver, base, tmp_path):
    """An error page has no violation: only its heading gives it away."""
    (tmp_path / "404.html").write_text(PAGE.format("Not here"), encoding="utf-8")
    with pytest.raises(browser.WrongPage, match="Not here"):
        browser.visit(driver, f"{base}guides/x/", "Get a card")


@pytest.mark.browser
def test_page_of_which_no_h1_is_expected_rings(driver, base, tmp_path):
    (tmp_path / "index.html").write_text("<title>T</title><p>Words</p>", encoding="utf-8")
    with pytest.raises(browser.WrongPage):
        browser.visit(driver, base, "")


@pytest.mark.browser
def test_what_a_script_of_the_page_brings_a_little_later_is_waited_for(driver, base, tmp_path):
    (tmp_path / "later.js").write_text("""const put = words => document.querySelector("p").textContent = words;
        setTimeout(() => put("Looking"), 150); setTimeout(() => put("Nothing is saved"), 300)""", encoding="utf-8")
    page = f"{PAGE.format('List')}<p></p><script src=later.js></script>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    browser.visit(driver, base, "List")
    assert driver.execute_script("return document.querySelector('p').textContent") == "Nothing is saved"


@pytest.mark.browser
def test_a_page_that_never_rests_is_not_waited_for(driver, base, tmp_path):
    (tmp_path / "tick.js").write_text("setInterval(() => document.title = Math.random(), 20)", encoding="utf-8")
    (tmp_path / "index.html").write_text(f"{PAGE.format('List')}<script src=tick.js></script>", encoding="utf-8")
    browser.visit(driver, base, "List")


@pytest.mark.browser
@pytest.mark.parametrize(
    "asks",
    [
        pytest.param('<img alt="" src="https://outside.example/a.png">', id="picture"),
        pytest.param("<style>@import 'https://outside.example/a.css'</style>", id="style"),
        pytest.param("<script>fetch('https://outside.example/').catch(()=>{})</script>", id="script"),
        pytest.param('<iframe title="x" src="https://outside.example/"></iframe>', id="frame"),
    ],
)
def test_request_to_the_outside_rings(driver, show, asks):
    network.asked(driver)
    show(asks)
    assert {address.split("/")[2] for address in network.outside(network.asked(driver))} == {"outside.example"}


@pytest.mark.browser
def test_request_to_the_own_host_does_not_ring(driver, show, base):
    network.asked(driver)
    show('<img alt="" src="a.png"><a href="https://outside.example/">Outside</a>')
    asked = network.asked(driver)
    assert {base, f"{base}a.png"} <= {address.partition("?")[0] for address in asked}
    assert network.outside(asked) == []


@pytest.mark.browser
def test_page_that_asks_for_nothing_is_one_request(driver, show, base):
    network.asked(driver)
    show("<p>Words</p>")
    assert [address.partition("?")[0] for address in network.asked(driver)] == [base]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("style", "found"),
    [
        pytest.param("p{forced-color-adjust:none;color:#fff;background:#fff}", ["#main > p"], id="white on white"),
        pytest.param("p{color:#fff;background:#fff}", [], id="the browser's colours win"),
    ],
)
def test_words_lost_in_forced_colours_ring(driver, show, style, found):
    show("<p>Words to read</p>", style=style)
    browser.scheme(driver, "light", forced_colors=True)
    assert [place for place, contrast in pictures.contrasts(driver) if contrast < 4.5] == found
