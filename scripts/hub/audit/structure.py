"""Which pages are built alike: then one of them stands for all where what is judged does not depend on the words."""

import hashlib

from hub.audit.page import Element, Page

# Attributes whose value is content, not structure; of all others the value counts.
CONTENT = {"href", "src", "srcset", "alt", "title", "id", "for", "name", "value", "content", "datetime", "hreflang",
           "aria-label", "aria-labelledby", "aria-describedby", "action", "d", "points", "x", "y", "width", "height"}
# Of these only whether they are empty: an emptied alternative is another structure.
EMPTY_COUNTS = {"alt", "title", "href", "aria-label", "value"}


def structure(page: Page) -> str:
    """A short hash, equal for pages with the same language and the same set of ways from the root to an element.

    How often a way occurs does not count: a list of three is built like a list of seven.
    """
    known: dict[Element, str] = {}
    ways = set()
    for element in page.elements:
        up = element.getparent()
        known[element] = f"{known.get(up, '')}>{_sign(element)}" if up is not None else _sign(element)
        ways.add(known[element])
    if page.tree.xpath("//*[@id][@id = preceding::*/@id]"):
        ways.add("an id twice")
    whole = "\n".join((page.language, *sorted(ways)))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def _sign(element: Element) -> str:
    """An element without its words: its name, its attributes, and whether it has words of its own."""
    given = []
    for key, value in sorted(element.attrib.items()):
        if key in CONTENT:
            given.append(f"{key}?" if key not in EMPTY_COUNTS else f"{key}={bool(value.strip())}")
        else:
            given.append(f"{key}={value}")
    own = "+" if (element.text or "").strip() or any((child.tail or "").strip() for child in element) else ""
    return f"{element.tag}{own}[{' '.join(given)}]"
