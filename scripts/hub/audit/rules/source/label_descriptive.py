"""A label says what to put in (ACT cc0f0a)."""

from hub.audit.names import name
from hub.audit.page import Page, selector, snippet, unheard
from hub.audit.phrases import LABELS, among
from hub.audit.rule import Fault, Rule, Seen

SILENT = {"hidden", "submit", "reset", "button", "image"}


def _find(page: Page) -> Seen:
    fields = [each for each in page.tree.iter("input", "select", "textarea")
              if each.get("type") not in SILENT and not unheard(each) and name(each)]
    faults = [Fault(selector=selector(each), snippet=snippet(each), says=f"“{name(each)}” does not say what to put in")
              for each in fields if among(LABELS, page.language or "en", name(each))]
    return Seen(targets=len(fields), faults=tuple(faults))


RULE = Rule(
    id="label-descriptive", says="A label says what to put in", criteria=("2.4.6",), act=("cc0f0a",), gates=True,
    readers=("screen-reader", "reading", "voice"), mend="Name the thing: “Name of the service”", find=_find,
)
