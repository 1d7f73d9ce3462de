"""A reader may set lines, words and letters wider apart, and loses nothing by it (1.4.12). For people to look at."""

from selenium.webdriver import Chrome

from hub.audit import geometry, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    cut, over = geometry.broken_by_spacing(driver)
    faults = (*places.faults(driver, cut, "With wider spacing a part of these words is cut off"),
              *places.faults(driver, over, "With wider spacing these words lie over others"))
    return Seen(targets=geometry.has_words(driver), faults=faults)


RULE = Rule(
    id="text-spacing", says="With wider lines, words and letters all words can be read", criteria=("1.4.12",),
    gates=False, readers=("low-vision", "reading"), states=("spaced", "spaced-phone"),
    mend="Let boxes grow with their words: min-height instead of height, and no fixed width", find=_find,
)
