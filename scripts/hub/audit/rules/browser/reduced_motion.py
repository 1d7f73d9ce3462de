"""Who asks for less movement gets less (2.3.3, level AAA)."""

from selenium.webdriver import Chrome

from hub.audit import motion, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen

_SMOOTH = "return getComputedStyle(document.documentElement).scrollBehavior === 'smooth'"


def _find(driver: Chrome, page: Page) -> Seen:
    found = motion.running(driver)
    smooth = ["html"] if driver.execute_script(_SMOOTH) else []
    faults = (*places.faults(driver, [one.selector for one in found if one.long and one.moves],
                             "It keeps moving although the reader asked for less movement"),
              *places.faults(driver, smooth, "Links into the page glide although the reader asked for less movement",
                             sure=False))
    return Seen(targets=len(found) + len(smooth), faults=faults)


RULE = Rule(
    id="reduced-motion", says="With reduced motion nothing keeps moving", criteria=("2.3.3",), gates=True,
    readers=("dizzy", "reading"), states=("still",),
    mend="Put the movement into @media (prefers-reduced-motion: no-preference)", find=_find,
)
