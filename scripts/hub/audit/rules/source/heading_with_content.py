"""After a heading comes something that belongs to it."""

from hub.audit.page import Element, Page, selector, snippet, unheard, words
from hub.audit.rule import Fault, Rule, Seen

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
SHOWS = {"img", "svg", "video", "audio", "input", "select", "textarea", "button", "iframe", "object", "canvas", "table"}


def _find(page: Page) -> Seen:
    body = page.tree.find("body")
    if body is None:
        return Seen(targets=0)
    headings, faults = 0, []
    open_heading: Element | None = None
    for element in body.iter():
        if element.tag in LEVELS and not unheard(element):
            headings += 1
            # A deeper heading is content of the one above it
            if open_heading is not None and LEVELS[element.tag] <= LEVELS[open_heading.tag]:
                faults.append(_fault(open_heading))
            open_heading = element
        elif open_heading is not None and _content(element, open_heading):
            open_heading = None
    return Seen(targets=headings, faults=(*faults, *([_fault(open_heading)] if open_heading is not None else [])))


def _content(element: Element, heading: Element) -> bool:
    """Whether it has words of its own, or shows something; what stands inside the heading does not count."""
    if not isinstance(element.tag, str):
        return bool((element.tail or "").strip())
    if heading in element.iterancestors():
        return False
    own = bool((element.text or "").strip() or (element.tail or "").strip() or element.tag in SHOWS)
    return own and not unheard(element)


def _fault(heading: Element) -> Fault:
    return Fault(selector=selector(heading), snippet=snippet(heading),
                 says=f"Nothing stands under the heading “{words(heading)}”")


RULE = Rule(
    id="heading-with-content", says="Something follows each heading that belongs to it", criteria=("2.4.6",),
    gates=False, readers=("screen-reader", "reading"),
    mend="Write what belongs under the heading, or make it a plain text", find=_find,
)
