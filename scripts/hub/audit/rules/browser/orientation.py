"""The page can be read upright and sideways, however a phone or tablet is fixed to a wheelchair (1.3.4)."""

from typing import Any

from selenium.webdriver import Chrome

from hub.audit import browser, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen
from hub.audit.states import STATES
from hub.audit.where import SELECTOR

FEW = 0.5  # so much less text in one orientation than in the other is for people to look at
GONE = 0.1

# Words, and by how many quarters of a circle something is turned, for all that is turned or flipped over.
_LOOK = (
    SELECTOR
    + """
const quarters = style => {
  const own = style.transform === 'none' ? new DOMMatrix() : new DOMMatrix(style.transform);
  const turned = Math.atan2(own.b, own.a) / (Math.PI / 2);
  const more = /^-?[\\d.]+deg$/.test(style.rotate) ? parseFloat(style.rotate) / 90 : 0;
  return (Math.round(turned + more) % 4 + 4) % 4;
};
const turned = [document.documentElement, ...document.body.querySelectorAll('*'), document.body].filter(each => {
  const style = getComputedStyle(each);
  return (style.transform !== 'none' || style.rotate !== 'none') && each.textContent.trim() && shown(each);
});
return {words: document.body.innerText.replace(/\\s+/g, '').length,
  turned: Object.fromEntries(turned.map(each => [selector(each), quarters(getComputedStyle(each))]))};
"""
)


def _find(driver: Chrome, page: Page) -> Seen:
    sideways: dict[str, Any] = driver.execute_script(_LOOK)
    state = STATES["sideways"]
    browser.viewport(driver, state.height, state.width)
    upright: dict[str, Any] = driver.execute_script(_LOOK)
    browser.viewport(driver, state.width, state.height)
    known = sideways["turned"] | upright["turned"]
    lying = [place for place in known
             if (sideways["turned"].get(place, 0) - upright["turned"].get(place, 0)) % 4 in (1, 3)]
    few, many = sorted((sideways["words"], upright["words"]))
    gone = ["body"] if many and few < FEW * many else []
    faults = (*places.faults(driver, lying, "It lies on its side when the screen is turned"),
              *places.faults(driver, gone, "Words are missing when the screen is turned", sure=few < GONE * many))
    return Seen(targets=bool(many), faults=faults)


RULE = Rule(
    id="orientation", says="The page can be read upright and sideways", criteria=("1.3.4",), act=("b33eff",),
    gates=True, readers=("hands", "low-vision"), states=("sideways",),
    mend="Let the page follow the screen: no rotation and no \"please turn your device\" in @media (orientation)",
    find=_find,
)
