"""The virtual screen reader reads to the end, whatever the page forbids, and leaves it as it was."""

import pytest

from hub.audit import command, judge, virtual
from hub.audit.finding import CANT_TELL, UNTESTED
from hub.audit.page import Page
from hub.audit.rules.browser import heard_bare, heard_to_the_end
from hub.audit.virtual import Heard, Phrase

STRICT = ('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict</title><meta http-equiv='
          '"Content-Security-Policy" content="default-src \'none\'; require-trusted-types-for \'script\'"></head>'
          '<body><main><h1>Strict</h1><p lang="ru">Слова</p></main></body></html>')


def words(driver):
    return [each.words for each in virtual.listen(driver).phrases]


@pytest.mark.browser
def test_a_page_is_read_from_beginning_to_end(driver, show):
    show('<p>Ask: <a href="#x">142</a></p>')
    heard = virtual.listen(driver)
    assert heard.whole
    assert [each.words for each in heard.phrases] == [
        "document", "main", "heading, A page to try, level 1", "paragraph", "Ask:", "link, 142", "end of paragraph",
        "end of main", "end of document"]
    assert heard.phrases[5].selector == "#main > p > a"


@pytest.mark.browser
def test_a_strict_policy_does_not_hinder_and_languages_are_known(driver, tmp_path, base):
    (tmp_path / "index.html").write_text(STRICT, encoding="utf-8")
    driver.get(base)
    assert ("Слова", "ru") in [(each.words, each.language) for each in virtual.listen(driver).phrases]


@pytest.mark.browser
def test_the_page_does_not_notice(driver, show):
    show('<input onfocus="document.title = \'touched\'"><script>const before = Element.prototype.focus</script>')
    first = words(driver)
    assert driver.title == "A page to try"
    assert driver.execute_script("return [document.activeElement.localName, 'stepfreeReader' in window]") == [
        "body", False]
    assert words(driver) == first


@pytest.mark.browser
@pytest.mark.parametrize("body", ["", '<body aria-hidden="true"><p>Words'], ids=["nothing", "nothing for readers"])
def test_a_page_without_anything_is_whole(driver, tmp_path, base, body):
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Nothing</title>{body}", encoding="utf-8")
    driver.get(base)
    assert virtual.listen(driver).whole


@pytest.mark.browser
@pytest.mark.parametrize("limit", ["MOST", "SECONDS"])
def test_a_reader_that_does_not_come_to_the_end_is_a_question_and_never_a_pass(driver, show, monkeypatch, limit):
    monkeypatch.setattr(virtual, limit, 0)
    show("<p>Words</p>")
    page = Page("index.html", "", driver.page_source)
    assert heard_to_the_end.RULE.outcome(heard_to_the_end.RULE.find(driver, page)) == CANT_TELL
    assert heard_bare.RULE.outcome(heard_bare.RULE.find(driver, page)) == UNTESTED


@pytest.mark.browser
@pytest.mark.parametrize("walk", ["(() => { while (true); })()", "Promise.reject(new Error('broken'))"],
                         ids=["hangs", "breaks"])
def test_a_reader_that_hangs_or_breaks_is_no_traceback(driver, show, monkeypatch, walk):
    monkeypatch.setattr(virtual, "_WALK", f"{walk} // %d %d")
    monkeypatch.setattr(virtual, "SECONDS", -9)
    show("<p>Words</p>")
    assert virtual.listen(driver) == Heard(phrases=(), whole=False)
    assert driver.execute_script("return 1 + 1") == 2


@pytest.mark.browser
def test_a_judged_page_has_its_transcript(driver, engine, version, show, base, tmp_path):
    show("<p>Words</p>")
    page = Page("index.html", f"{base}?judged", (tmp_path / "index.html").read_text(encoding="utf-8"))
    judged = judge.in_browser(driver, page, judge.Engine(script=engine, version=version), ())
    assert judged.transcript[0] == "document"
    assert "Words" in judged.transcript
    assert judged.engines["virtual-screen-reader"] == virtual.version()


@pytest.fixture
def moved(monkeypatch, tmp_path):
    """Another folder of node_modules, and no script remembered."""
    monkeypatch.setenv("AXE", str(tmp_path / "axe-core/axe.min.js"))
    virtual.script.cache_clear()
    yield tmp_path / virtual.PACKAGE
    virtual.script.cache_clear()


def test_a_reader_that_is_missing_says_what_to_do(moved, capsys):
    assert command.main([str(moved.parent)]) == 2
    assert "virtual-screen-reader is missing: run npm ci --ignore-scripts" in capsys.readouterr().err


@pytest.mark.parametrize(("version", "text", "says"), [
    pytest.param("0.0.1", "", "0.0.1 is installed, expected", id="another version"),
    pytest.param(virtual.version(), "export{a as other};", "exports no reader", id="a file that has changed"),
])
def test_a_reader_that_is_another_is_refused(moved, version, text, says):
    (moved / "lib/esm").mkdir(parents=True)
    (moved / "package.json").write_text(f'{{"version": "{version}"}}')
    (moved / "lib/esm/index.browser.js").write_text(text)
    with pytest.raises(virtual.NoReader, match=says):
        virtual.script()


def test_lines_are_for_people():
    said = ["list", "listitem, level 1, position 1, set size 2", "link, Home", "paragraph", "Слова", "end of list"]
    heard = Heard(phrases=tuple(Phrase(words=each, selector="x", language="ru" if each == "Слова" else "en")
                                for each in said), whole=True)
    assert [*virtual.lines(heard, "en")] == ["list of 2", "link, Home", "[ru] Слова", "end of list"]
