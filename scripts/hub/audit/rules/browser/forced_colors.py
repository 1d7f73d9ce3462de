"""With the reader's own colours (forced-colors, "high contrast") words and icons stay."""

from selenium.webdriver import Chrome

from hub.audit import pictures, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen
from hub.audit.where import SELECTOR

LEAST = 4.5
LOST = 2.0  # below it, nobody reads it: pictures of thin letters alone have less than their colours

# Forced colours paint every background like the page, so that what a mask cuts out of one is gone.
_MASKED = (
    SELECTOR
    + """
const probe = document.createElement('div');
document.body.append(probe);
probe.style.backgroundColor = 'Canvas';
const canvas = getComputedStyle(probe).backgroundColor;
probe.remove();
const gone = style => (style.maskImage || 'none') !== 'none' && style.backgroundColor === canvas
  && style.backgroundImage === 'none' && style.display !== 'none';
const part = (each, name) => { const style = getComputedStyle(each, name);
  return style.content !== 'none' && gone(style); };
return [...document.body.querySelectorAll('*')].filter(each => shown(each)
  && (gone(getComputedStyle(each)) || part(each, '::before') || part(each, '::after'))).map(selector);
"""
)


def _find(driver: Chrome, page: Page) -> Seen:
    words = pictures.contrasts(driver)
    lost = [place for place, found in words if found < LOST]
    pale = [place for place, found in words if LOST <= found < LEAST]
    faults = (*places.faults(driver, lost, "With forced colours these words cannot be seen"),
              *places.faults(driver, pale, "With forced colours these words stand out little", sure=False),
              *places.faults(driver, driver.execute_script(_MASKED),
                             "Forced colours paint this icon like the page behind it", sure=False))
    return Seen(targets=len(words), faults=faults)


RULE = Rule(
    id="forced-colors", says="Words and icons stay when the reader forces colours of their own", criteria=(),
    gates=True, readers=("low-vision", "colours"), states=("forced",),
    mend="Leave forced-color-adjust alone; give an icon made with a mask a system colour such as CanvasText "
         "in @media (forced-colors: active)", find=_find,
)
