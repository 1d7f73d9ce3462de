"""What is touched is at least 44 px wide and high (2.5.5, level AAA). 24 px (2.5.8) is axe's target-size."""

from selenium.webdriver import Chrome

from hub.audit import geometry, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    count, small = geometry.too_small(driver)
    faults = [fault for place, width, height in small for fault in places.faults(
        driver, [place], f"It is {width} px wide and {height} px high, which a shaking hand misses")]
    return Seen(targets=count, faults=tuple(faults))


RULE = Rule(
    id="target-size-44", says="What is touched is at least 44 px wide and high", criteria=("2.5.5",), gates=True,
    readers=("hands", "low-vision"), states=("phone",),
    mend="Give it min-width and min-height of 44 px, or enough padding; links in running text may stay", find=_find,
)
