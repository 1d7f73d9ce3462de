"""At 200 % no words are cut off. For people: 3 of 9 good examples of ACT 59br37 ring (measured)."""

from selenium.webdriver import Chrome

from hub.audit import geometry, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    said = "When the page is enlarged to 200 %, a part of these words is cut off"
    return Seen(targets=geometry.has_words(driver), faults=places.faults(driver, geometry.clipped(driver), said))


RULE = Rule(
    id="text-resize", says="Enlarged to 200 %, all words can be read", criteria=("1.4.4",), act=("59br37",),
    gates=False, readers=("low-vision",), states=("zoomed",),
    mend="Let the box grow with its words: no fixed height or width together with overflow: hidden", find=_find,
)
