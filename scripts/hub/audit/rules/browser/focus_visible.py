"""At each stop of the Tab key one sees where focus is (2.4.7)."""

from selenium.webdriver import Chrome

from hub.audit import keyboard
from hub.audit.keyboard import Stop
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    # What cannot be seen at all is for other rules, unless its label shows the mark
    there = [stop for stop in walk.stops if stop.focus or (stop.visible and stop.inside and not stop.covered)]
    faults = tuple(_fault(stop, sure=not walk.trap) for stop in there if stop.focus != "around")
    return Seen(targets=len(there), ran=walk.whole, faults=faults)


def _fault(stop: Stop, *, sure: bool) -> Fault:
    """sure: not where script takes focus away again, because the picture may be of the moment after."""
    if stop.focus == "elsewhere":
        says, sure = "When it has focus something changes elsewhere on the page, but not at the element itself", False
    elif stop.typed:
        # The walk hides the caret, because it blinks
        says, sure = "Nothing but the caret shows that it has focus", False
    else:
        says = "It does not look any different when it has focus"
    return Fault(selector=stop.selector, snippet=stop.snippet, says=says, sure=sure)


RULE = Rule(
    id="focus-visible", says="One sees which element has keyboard focus", criteria=("2.4.7",), act=("oj04fd",),
    gates=True, readers=("keyboard", "low-vision"), states=("keys",),
    mend="Give it an outline under :focus-visible; never outline: 0 without another mark", find=_find,
)
