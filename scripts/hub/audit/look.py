"""A closer look at one page: keyboard, touch, zoom, forced colours and paper. Slow, so for one page of each kind."""

from dataclasses import dataclass, replace

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome

from hub.audit import browser, geometry, keyboard, pictures

PHONE = (360, 740)
ZOOMED = (640, 512)  # 1280 x 1024 at 200 %
WIDE = (1280, 900)
NOT_WALKED = keyboard.Walk(stops=(), trap="", unreached=())

# On paper there is nothing to press: the article is what counts.
_PRINTED = """
const shown = each => each.getClientRects().length > 0 && each.checkVisibility({visibilityProperty: true});
return [...document.querySelectorAll(arguments[0])].filter(shown).length;
"""


@dataclass(frozen=True, kw_only=True)
class Look:
    """What was found; every list is empty, and every word "", when all is well."""

    page: str
    walk: keyboard.Walk = NOT_WALKED
    skip_link: str = ""
    small_targets: tuple[str, ...] = ()
    clipped: tuple[str, ...] = ()
    lost_in_forced_colours: tuple[str, ...] = ()
    lost_on_paper: tuple[str, ...] = ()
    printed_main: int = 0
    printed_navigation: int = 0
    error: str = ""


def closely(driver: Chrome, page: str, address: str, h1: str) -> Look:
    """Look at the page in all these ways; the browser is as before afterwards."""
    try:
        browser.scheme(driver, "light")
        browser.viewport(driver, *PHONE)
        browser.visit(driver, address, h1)
        fault = keyboard.skip_link(driver)
        browser.visit(driver, address, h1)
        walk, small = keyboard.walk(driver), geometry.small_targets(driver)
        browser.visit(driver, address, h1)
        return _emulated(driver, Look(page=page, walk=walk, skip_link=fault, small_targets=tuple(small)))
    except (WebDriverException, browser.WrongPage) as problem:
        return Look(page=page, error=f"{type(problem).__name__}: {str(problem).splitlines()[0]}")
    finally:
        browser.scheme(driver, "light")


def _emulated(driver: Chrome, look: Look) -> Look:
    browser.viewport(driver, *ZOOMED)
    clipped = geometry.clipped(driver)
    browser.viewport(driver, *WIDE)
    browser.scheme(driver, "light", forced_colors=True)
    forced = pictures.unreadable(driver)
    browser.scheme(driver, "light", media="print")
    return replace(
        look,
        clipped=tuple(clipped),
        lost_in_forced_colours=tuple(forced),
        lost_on_paper=tuple(pictures.unreadable(driver)),
        printed_main=driver.execute_script(_PRINTED, "main"),
        # The way back (an ordered list) may stay: on paper it says which country the page is about.
        printed_navigation=driver.execute_script(_PRINTED, "nav:not(:has(ol)), form[role=search]"),
    )
