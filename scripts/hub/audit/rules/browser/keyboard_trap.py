"""Focus that can come in can go out (2.1.2). For people: ways out that are explained in words are not known here."""

from selenium.webdriver import Chrome

from hub.audit import keyboard, places
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    if not walk.trap:
        return Seen(targets=len(walk.stops), ran=not walk.left)
    if not walk.stops or walk.trap not in {stop.selector for stop in walk.stops}:
        says = f"The Tab key has not come to the end of the page: {walk.trap}"
        return Seen(targets=len(walk.stops), faults=(Fault(selector="body", snippet="", says=says),))
    return Seen(targets=len(walk.stops), faults=places.faults(
        driver, [walk.trap], "Tab comes back to it before the page ends: look whether there is a way out by keyboard"))


RULE = Rule(
    id="keyboard-trap", says="The Tab key comes to the end of the page", criteria=("2.1.2",), act=("80af7b",),
    gates=False, readers=("keyboard", "screen-reader"), states=("keys",),
    mend="Let Tab go on; where focus must stay, as in an open dialogue, let Escape close it and say so", find=_find,
)
