"""No control stands inside another: what opens when it is pressed, nobody can tell."""

from hub.audit.page import Page, selector, snippet, unheard
from hub.audit.rule import Fault, Rule, Seen

OUTER = "//a[@href] | //button | //summary | //*[@role='button' or @role='link']"
INNER = ".//a[@href] | .//button | .//input[not(@type='hidden')] | .//select | .//textarea | .//summary | .//iframe"


def _find(page: Page) -> Seen:
    outer = [each for each in page.tree.xpath(OUTER) if not unheard(each)]
    faults = [Fault(selector=selector(each), snippet=snippet(each),
                    says=f"A <{inner.tag}> stands inside this <{each.tag}>")
              for each in outer for inner in each.xpath(INNER)[:1]]
    return Seen(targets=len(outer), faults=tuple(faults))


RULE = Rule(
    id="nested-controls", says="No control stands inside another", criteria=("4.1.2",), gates=True,
    readers=("screen-reader", "keyboard", "voice"), mend="Put them side by side", find=_find,
)
