"""The title of a page says what the page is about (ACT c4a8a4)."""

from hub.audit.page import Page, selector, snippet, words
from hub.audit.rule import Fault, Rule, Seen

# Titles that a tool or a hurry leaves behind.
EMPTY = {"untitled", "untitled document", "document", "new page", "page", "home page", "index", "title", "website",
         "welcome", "loading", "loading..."}


def _find(page: Page) -> Seen:
    title = page.tree.find(".//head/title")
    if title is None:
        return Seen(targets=0)
    said = words(title).casefold().strip(" .-–—|:")
    if not said:
        return Seen(targets=1)
    faults = [Fault(selector=selector(title), snippet=snippet(title), says=f"The title “{words(title)}” fits any page")
              ] if said in EMPTY else []
    return Seen(targets=1, faults=tuple(faults))


RULE = Rule(
    id="title-descriptive", says="The title says what the page is about", criteria=("2.4.2",), act=("c4a8a4",),
    gates=True, readers=("screen-reader", "reading"),
    mend="Begin the title with the words of the main heading, then the name of the site", find=_find,
)
