"""Nothing happens just because something takes focus (3.2.1). For people to look at."""

from selenium.webdriver import Chrome

from hub.audit import keyboard, places
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    faults = [fault for place, said in walk.changes
              for fault in places.faults(driver, [place], f"As soon as it has focus, {said}")]
    return Seen(targets=len(walk.stops), ran=walk.whole, faults=tuple(faults))


RULE = Rule(
    id="on-focus", says="Focus alone changes nothing", criteria=("3.2.1",), gates=False,
    readers=("keyboard", "screen-reader", "reading"), states=("keys",),
    mend="Wait until it is pressed", find=_find,
)
