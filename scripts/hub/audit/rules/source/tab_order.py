"""Focus goes in the order of the page: nothing jumps ahead by a positive tabindex."""

from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    given = [each for each in page.elements if (each.get("tabindex") or "").strip().lstrip("+-").isdigit()]
    faults = [Fault(selector=selector(each), snippet=snippet(each),
                    says="Its tabindex puts it before everything else on the page")
              for each in given if int(each.get("tabindex")) > 0]
    return Seen(targets=len(given), faults=tuple(faults))


RULE = Rule(
    id="tab-order", says="No positive tabindex", criteria=("2.4.3",), gates=True,
    readers=("keyboard", "screen-reader"), mend="Remove the tabindex, or write 0; order the page instead",
    find=_find,
)
