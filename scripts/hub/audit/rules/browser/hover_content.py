"""What appears under the pointer can be closed, reached with the pointer, and stays (1.4.13). For people to look at."""

from selenium.webdriver import Chrome

from hub.audit import places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen
from hub.audit.where import SELECTOR

# Styles that show, under :hover or :focus of something, what is hidden without: the browser's own title is not of them.
_REVEALED = (
    SELECTOR
    + """
const rules = list => [...list].flatMap(rule => rule.cssRules && !rule.selectorText ? rules(rule.cssRules) : [rule]);
const all = [...document.styleSheets, ...document.adoptedStyleSheets]
  .flatMap(sheet => { try { return rules(sheet.cssRules); } catch { return []; } });
const pseudo = /:(hover|focus-visible|focus-within|focus)(?![\\w-])/g;
const shows = style => (style.display && style.display !== 'none') || style.visibility === 'visible'
  || parseFloat(style.opacity) > 0;
const found = new Set();
for (const rule of all) {
  if (!rule.selectorText || !shows(rule.style)) continue;
  for (const one of rule.selectorText.split(',')) {
    // The last part is what is shown; it must be another element than the one under the pointer.
    const parts = one.trim().split(/[\\s>+~]+/);
    if (!parts.slice(0, -1).some(part => part.match(pseudo)) || parts.at(-1).match(pseudo)) continue;
    try {
      for (const each of document.querySelectorAll(one.replace(pseudo, '')))
        if (!each.checkVisibility({opacityProperty: true, visibilityProperty: true}) && each.textContent.trim())
          found.add(each);
    } catch { }
  }
}
return [...found].map(selector);
"""
)


def _find(driver: Chrome, page: Page) -> Seen:
    found = driver.execute_script(_REVEALED)
    said = "It appears under the pointer: look whether Escape closes it and the pointer can move onto it"
    return Seen(targets=len(found), faults=places.faults(driver, found, said))


RULE = Rule(
    id="hover-content", says="What appears under the pointer can be closed, reached, and stays", criteria=("1.4.13",),
    gates=False, readers=("low-vision", "hands", "reading"), states=("wide",),
    mend="Show it always, or let a button show and hide it", find=_find,
)
