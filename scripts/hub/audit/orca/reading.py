"""What a listener gets from one page with Orca: by itself on load, by headings (h), and by the Tab key."""

from collections.abc import Iterator
from dataclasses import dataclass

from selenium.webdriver import Chrome

from hub.audit import browser
from hub.audit.orca.session import Desktop
from hub.audit.page import Page

LOADED = "Finished loading "
# What Orca says when there is no further heading: it says that there is none, or begins again at the top.
NONE, AGAIN = "No more headings.", "Wrapping to top."
# Orca says the key itself before it answers.
ECHO = {"h": "h", "Tab": "tab", "ctrl+Home": "left control"}
MORE, STOPPED = "(and so on)", "(Orca stopped before the end of the page)"
CHANCES = 3
# Keys of one kind; the beginning of a page tells what its stops sound like, and each costs about a second
MOST_HEADINGS, MOST_STOPS = 60, 25
# Seconds at rest after which an answer is whole, and after which it is given up
PAGE_QUIET, KEY_QUIET, KEY_SECONDS, PAGE_SECONDS = 3.0, 0.5, 20.0, 400.0
_AGAIN = """
const at = document.activeElement, seen = globalThis.stepfreeHeard ??= new Set();
if (!at || at === document.body || seen.has(at)) return true;
seen.add(at);
return false;
"""
_WORDS = "return document.body.innerText"
_TOP = "document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0);"


class Silent(Exception):
    """Orca did not say that the page has loaded: it may have died, and silence is not what a listener gets."""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """load: every utterance. headings, stops: one line for each key, its utterances joined."""

    load: tuple[str, ...]
    headings: tuple[str, ...]
    stops: tuple[str, ...]


def listen(driver: Chrome, desktop: Desktop, page: Page) -> Heard:
    """Open the page and listen. Raises WrongPage, Silent, and what the driver raises when the browser is gone."""
    load = _load(driver, desktop, page)
    _to_the_top(driver, desktop)
    headings = tuple(_headings(desktop))
    return Heard(load=tuple(load), headings=headings, stops=tuple(_stops(driver, desktop)))


def _load(driver: Chrome, desktop: Desktop, page: Page) -> list[str]:
    """The page as it is read by itself, to its last words; what comes next says where Orca has stopped before them.

    Orca gives up on a browser that does not answer within a second, and then reads no further: on a machine with too
    much to do that is no fault of the page, so it gets more than one chance.
    """
    for _ in range(CHANCES):
        mark = len(desktop.ears.said)
        browser.visit_stranger(driver, page.address, page.h1, page.title)
        load = of_this_page(desktop.ears.since(mark, least=2, quiet=PAGE_QUIET, most=PAGE_SECONDS))
        if to_the_end(load, driver.execute_script(_WORDS)):
            return load
        driver.get("about:blank")
    return [*load, STOPPED]


def to_the_end(said: list[str], words: str) -> bool:
    """Whether something was said with which the words of the page end. Words of controls may stand behind it."""
    end = " ".join(words.split())
    return not end or any(end.endswith(" ".join(one.split())) for one in said[-3:] if one.strip())


def of_this_page(said: list[str]) -> list[str]:
    """From the words that the page has loaded; before them may stand the end of the page before. Raises Silent."""
    for at, words in enumerate(said):
        if words.startswith(LOADED):
            return said[at:]
    raise Silent(f"Orca did not say that the page has loaded. It said: {joined(said)}")


def _headings(desktop: Desktop) -> Iterator[str]:
    for pressed in range(MOST_HEADINGS):
        said = _answer(desktop, "h")
        # With the first press it means only that Orca had not come to the top
        if NONE in said or (AGAIN in said and pressed):
            return
        yield joined([words for words in said if words != AGAIN])
    yield MORE


def _stops(driver: Chrome, desktop: Desktop) -> Iterator[str]:
    """First what stands at the top; then until focus leaves the page, or comes to an element for the second time."""
    yield joined(_to_the_top(driver, desktop))
    for _ in range(MOST_STOPS):
        said = _answer(desktop, "Tab")
        if driver.execute_script(_AGAIN):
            return
        yield joined(said)
    yield MORE


def _answer(desktop: Desktop, key: str) -> list[str]:
    mark = len(desktop.ears.said)
    desktop.press(key)
    said = desktop.ears.since(mark, least=2, quiet=KEY_QUIET, most=KEY_SECONDS)
    return said[1:] if said and said[0].strip() == ECHO[key] else said


def _to_the_top(driver: Chrome, desktop: Desktop) -> list[str]:
    """Orca's place and the browser's focus at the beginning; what stands there."""
    driver.execute_script(_TOP)
    return _answer(desktop, "ctrl+Home")


def joined(said: list[str]) -> str:
    """The answer to one key in a line; a bar where Orca takes breath."""
    return " | ".join(words.strip() for words in said) or "(nothing)"


def text(page: Page, heard: Heard, version: str) -> str:
    """A file for people to read, with a line for each thing said, so that a change is a difference of lines."""
    parts = (("What Orca says when the page is opened", heard.load), ("By headings, with the key h", heard.headings),
             ("From the top, by the Tab key", heard.stops))
    lines = [f"page: {page.path}", f"language: {page.language}, {page.tree.get('dir') or 'ltr'}",
             f"title: {page.title}", f"reader: Orca {version}, which speaks English itself here"]
    for name, said in parts:
        lines += ["", f"== {name}", "", *(words.rstrip() for words in said)]
    return "\n".join(lines) + "\n"
