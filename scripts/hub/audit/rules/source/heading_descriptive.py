"""A heading says what follows it (ACT b49b2e, ffd0e9)."""

from hub.audit.names import name
from hub.audit.page import Page, selector, snippet, unheard
from hub.audit.phrases import HEADINGS, among
from hub.audit.rule import Fault, Rule, Seen

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _find(page: Page) -> Seen:
    headings = [each for each in page.tree.iter(*LEVELS) if not unheard(each)]
    headings += [each for each in page.tree.xpath("//*[@role='heading']") if not unheard(each)]
    # An empty one is axe's (empty-heading)
    headings = [each for each in headings if name(each)]
    faults = [Fault(selector=selector(each), snippet=snippet(each), says=f"“{name(each)}” would fit any part of a page")
              for each in headings if among(HEADINGS, page.language or "en", name(each))]
    return Seen(targets=len(headings), faults=tuple(faults))


RULE = Rule(
    id="heading-descriptive", says="A heading says what follows it", criteria=("2.4.6",), act=("b49b2e",), gates=True,
    readers=("screen-reader", "reading"), mend="Write what the part is about, or remove the heading", find=_find,
)
