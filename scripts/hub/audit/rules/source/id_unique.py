"""An id that something on the page refers to stands there once: else a label or a link leads to the wrong place."""

from collections import Counter

from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")


def _find(page: Page) -> Seen:
    named = [each for each in page.elements if each.get("id")]
    asked = {part for each in page.elements for name in REFERRING for part in (each.get(name) or "").split()}
    asked |= {each.get("href")[1:] for each in page.tree.iter("a") if (each.get("href") or "").startswith("#")}
    counts = Counter(each.get("id") for each in named)
    wanted = [each for each in named if each.get("id") in asked]
    faults = [Fault(selector=selector(each), snippet=snippet(each),
                    says=f"The id “{each.get('id')}” stands {counts[each.get('id')]} times on the page")
              for each in wanted if counts[each.get("id")] > 1]
    return Seen(targets=len(wanted), faults=tuple(faults))


RULE = Rule(
    id="id-unique", says="An id that is referred to stands once on a page", criteria=("4.1.2",), gates=True,
    readers=("screen-reader", "keyboard"), mend="Give each its own id, and let the label name the right one",
    find=_find,
)
