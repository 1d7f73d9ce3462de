"""At 320 px no words are cut off. For people: some words are cut off on purpose and stand whole elsewhere."""

from selenium.webdriver import Chrome

from hub.audit import geometry, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    said = "On a screen of 320 px a part of these words is cut off"
    return Seen(targets=geometry.has_words(driver), faults=places.faults(driver, geometry.clipped(driver), said))


RULE = Rule(
    id="cut-off", says="At a width of 320 px all words can be read", criteria=("1.4.10",), gates=False,
    readers=("low-vision",), states=("phone",),
    mend="Let the box grow with its words: no fixed height or width together with overflow: hidden", find=_find,
)
