"""A page that is 320 px wide does not scroll sideways."""

from selenium.webdriver import Chrome

from hub.audit import geometry, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    said = "It is wider than a screen of 320 px, so that every line must be pushed to and fro"
    return Seen(targets=1, faults=places.faults(driver, geometry.overflow(driver), said))


RULE = Rule(
    id="reflow", says="At a width of 320 px nothing needs scrolling sideways", criteria=("1.4.10",), gates=True,
    readers=("low-vision",), states=("phone",),
    mend="Let it break into lines, or give it a scroll box of its own if it is a table or a picture", find=_find,
)
