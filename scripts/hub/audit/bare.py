"""The open page beside the same page without script, which is opened in a window of its own, so that this one stays.

It is not opened where script changes nothing: where the file, parsed as a browser without script parses it, is what is
shown. That is so on most pages of the hub, and spares 0.3 CPU seconds on each (measured, 2026-11).
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from selenium.common.exceptions import JavascriptException
from selenium.webdriver import Chrome

from hub.audit import browser, keyboard, stops

# What a reader gets from a page: its words, the ways on, its headings; and what is said only where there is no script.
_OUTLINE = """
const shown = each => each.checkVisibility({visibilityProperty: true});
const read = (names, take) => [...document.querySelectorAll(names)].filter(shown).map(take);
const words = text => text.split(/\\s+/).filter(Boolean);
const line = each => words(each.textContent).join(' ');
return {words: words(document.body.innerText),
  links: read('a[href]', link => link.href.split('#')[0] === location.href.split('#')[0] ? link.hash : link.href),
  headings: read('h1, h2, h3, h4, h5, h6', line),
  instead: words([...document.querySelectorAll('noscript')].map(each => each.textContent).join(' '))};
"""
_WHOLE = "return document.documentElement.outerHTML"
# A style sheet may ask whether there is script, and script may write one that no element shows.
_SAME = """
const file = new DOMParser().parseFromString(arguments[0], 'text/html');
const rules = sheet => { try { return [...sheet.cssRules].map(rule => rule.cssText).join(''); } catch { return '?'; } };
const text = sheet => sheet.ownerNode.localName === 'style' ? sheet.ownerNode.textContent : '?';
const asks = words => words === '?' || /\\(\\s*scripting/.test(words);
return !file.querySelector('noscript') && !document.adoptedStyleSheets.length
  && ![...document.styleSheets].some(sheet => asks(rules(sheet)) || asks(text(sheet)))
  && ![...document.scripts].some(each => /sheet|insertRule|shadow/i.test(each.text))
  && file.documentElement.outerHTML === document.documentElement.outerHTML;
"""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """words, links (addresses) and headings, each with how often."""

    words: Counter[str]
    links: Counter[str]
    headings: Counter[str]
    instead: Counter[str]


@dataclass(frozen=True, kw_only=True)
class Beside:
    """with_script and without: what each gives a reader. walk: the Tab key through the page without script.

    walk is None where script changes nothing and cannot answer to keys or focus: it would be the walk with script.
    """

    with_script: Outline
    without: Outline
    walk: keyboard.Walk | None


def beside(driver: Chrome, file: str = "") -> Beside | None:
    """The open page with and without script; None when it has none. file: its HTML as the server sends it."""
    if not driver.execute_script(f"return {browser.SCRIPTED}"):
        return None
    whole, plain = _outline(driver), stops.plain(driver)
    if plain and _same(driver, file):
        return Beside(with_script=whole, without=whole, walk=None)
    address, size = driver.current_url, driver.execute_script("return [innerWidth, innerHeight]")
    html = driver.execute_script(_WHOLE) if plain else None
    with _window(driver):
        browser.viewport(driver, *size)
        browser.script(driver, on=False)
        driver.get(address)
        walk = None if html == driver.execute_script(_WHOLE) else keyboard.walk(driver)
        return Beside(with_script=whole, without=_outline(driver), walk=walk)


def _same(driver: Chrome, file: str) -> bool:
    """Whether the file, as it is parsed without script, is what is shown; False where the page forbids to find out."""
    try:
        return bool(driver.execute_script(_SAME, file))
    except JavascriptException:  # require-trusted-types-for
        return False


@contextmanager
def _window(driver: Chrome) -> Iterator[None]:
    """A window of its own, gone afterwards; the choices made for the first one do not hold in it."""
    before = driver.current_window_handle
    driver.switch_to.new_window("tab")
    browser.forget(driver)
    try:
        yield
    finally:
        driver.close()
        driver.switch_to.window(before)
        browser.forget(driver)


def _outline(driver: Chrome) -> Outline:
    return Outline(**{part: Counter(found) for part, found in driver.execute_script(_OUTLINE).items()})
