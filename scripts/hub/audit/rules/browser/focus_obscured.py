"""What has focus is not hidden behind something else, such as a header that stays in place (2.4.11)."""

from selenium.webdriver import Chrome

from hub.audit import keyboard
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen

SAYS = "Something lies over the whole of it when it has focus"


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    there = [stop for stop in walk.stops if stop.visible and stop.inside]
    faults = tuple(Fault(selector=stop.selector, snippet=stop.snippet, says=SAYS) for stop in there if stop.covered)
    return Seen(targets=len(there), ran=walk.whole, faults=faults)


RULE = Rule(
    id="focus-obscured", says="What has keyboard focus is not covered", criteria=("2.4.11",), gates=True,
    readers=("keyboard", "low-vision"), states=("keys",),
    mend="Give html a scroll-padding as high as what stays in place, or let that scroll away", find=_find,
)
