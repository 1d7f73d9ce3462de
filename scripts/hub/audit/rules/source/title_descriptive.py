"""The title of a page says what the page is about (ACT c4a8a4)."""

import re

from hub.audit.page import Element, Page, selector, snippet, words
from hub.audit.rule import Fault, Rule, Seen

# Titles that a tool or a hurry leaves behind.
EMPTY = {"untitled", "untitled document", "document", "new page", "page", "home page", "index", "title", "website",
         "welcome", "loading", "loading..."}

_WORD = re.compile(r"\w+")
# A page of fewer words than these says too little about itself.
LEAST, STEM = 5, 4


def _find(page: Page) -> Seen:
    title = page.tree.find(".//head/title")
    if title is None:
        return Seen(targets=0)
    said = words(title).casefold().strip(" .-–—|:")
    if not said:
        return Seen(targets=1)
    if said in EMPTY:
        return Seen(targets=1, faults=(_fault(title, f"The title “{words(title)}” fits any page"),))
    missing, known = _not_on_the_page(page, said)
    if known or not missing:
        # Half of its words and more are not on the page: it may be the title of another
        doubt = _fault(title, f"Of the title, the page itself has no {', '.join(missing)}", sure=False)
        return Seen(targets=1, faults=(doubt,) if len(missing) > known else ())
    return Seen(targets=1, faults=(_fault(title, f"No word of the title “{words(title)}” is on the page"),))


def _not_on_the_page(page: Page, title: str) -> tuple[list[str], int]:
    """The words of the title that the page has not, and how many it has; by their first letters, for they are bent."""
    body = page.tree.find("body")
    said = _WORD.findall(" ".join((words(body), *_alternatives(page))).casefold()) if body is not None else []
    if len(said) < LEAST:
        return [], 0
    stems = {each[:STEM] for each in said}
    mine = [each for each in _WORD.findall(title) if len(each) >= STEM]
    return [each for each in mine if each[:STEM] not in stems], sum(each[:STEM] in stems for each in mine)


def _alternatives(page: Page) -> list[str]:
    return [each.get(name) or "" for each in page.elements for name in ("alt", "aria-label")]


def _fault(title: Element, says: str, *, sure: bool = True) -> Fault:
    return Fault(selector=selector(title), snippet=snippet(title), says=says, sure=sure)


RULE = Rule(
    id="title-descriptive", says="The title says what the page is about", criteria=("2.4.2",), act=("c4a8a4",),
    gates=True, readers=("screen-reader", "reading"),
    mend="Begin the title with the words of the main heading, then the name of the site", find=_find,
)
