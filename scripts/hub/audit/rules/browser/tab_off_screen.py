"""The Tab key never leads to where there is nothing to see: a closed menu, a hidden button (2.4.7)."""

from selenium.webdriver import Chrome

from hub.audit import keyboard
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    # A hidden box whose label shows the mark is seen
    lost = [stop for stop in walk.stops if not (stop.visible and stop.inside) and not stop.focus]
    return Seen(targets=len(walk.stops), ran=walk.whole, faults=tuple(
        Fault(selector=stop.selector, snippet=stop.snippet,
              says="It takes focus while it is outside of the window" if stop.visible else
              "It takes focus while it cannot be seen") for stop in lost))


RULE = Rule(
    id="tab-off-screen", says="What takes keyboard focus is in view", criteria=("2.4.7",), gates=True,
    readers=("keyboard", "low-vision"), states=("keys",),
    mend="Hide what is closed with display: none or visibility: hidden, which takes it out of the Tab order too",
    find=_find,
)
