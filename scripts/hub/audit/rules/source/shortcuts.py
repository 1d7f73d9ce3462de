"""No key of one letter is taken from the reader's own tools (ACT ffbc54)."""

from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    keyed = [each for each in page.elements if each.get("accesskey")]
    keyed += [each for each in page.elements if {"onkeydown", "onkeypress", "onkeyup"} & set(each.keys())]
    faults = [Fault(selector=selector(each), snippet=snippet(each),
                    says="It takes a key that a screen reader or voice control may need") for each in keyed]
    return Seen(targets=len(keyed), faults=tuple(faults))


RULE = Rule(
    id="shortcuts", says="No single key is taken from the reader's own tools", criteria=("2.1.4",), act=("ffbc54",),
    gates=False, readers=("screen-reader", "voice", "keyboard"),
    mend="Remove it, or let the reader switch it off", find=_find,
)
