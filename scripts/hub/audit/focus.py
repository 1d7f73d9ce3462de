"""Whether one sees where focus is: a picture with it and one without, once for each kind of stop.

What has shown its mark plainly is not pictured again in this process: not in a list of fifty links, and not in the
header of the next page. Two stops are of one kind when all that decides how they look is equal: the text of every
style sheet, the colours and the size of the window, the names and attributes from the root down, what the browser
worked out for the focused element and its ::before and ::after, and the colours behind it.
"""

import hashlib

from selenium.webdriver import Chrome

from hub.audit import pictures

AROUND = 12  # a focus ring may lie this many pixels outside its element
PLAIN = 10  # so many changed pixels are a mark that can be seen
Box = tuple[int, int, int, int]

# The text of all styles, and the choices of the reader; a sheet from elsewhere is known by its address.
_STYLES = """
const text = sheet => { try { return [...sheet.cssRules].map(rule => rule.cssText).join(''); } catch { return ''; } };
const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
const inline = sheet => sheet.ownerNode?.localName === 'style' ? sheet.ownerNode.textContent : text(sheet);
const asked = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)'];
const all = sheets.map(sheet => `${sheet.href} ${inline(sheet)}`).join('|');
window.stepfreeAsked = new Set([...all.matchAll(/\\[\\s*([\\w-]+)/g)].map(found => found[1]));
return [innerWidth, innerHeight, ...asked.map(query => matchMedia(query).matches), all].join('|');
"""
# A JavaScript function, to be put before the script that looks at a stop, after the one above. Attributes that no style
# sheet asks for do not count, where the browser's own style does not ask for them either. An id does not count: what a
# style sheet gives to one element is in what the browser worked out.
KIND = """
function kind(element) {
  const content = ['href', 'src', 'id', 'for', 'name', 'value', 'title', 'hreflang', 'lang', 'datetime', 'aria-label',
    'aria-labelledby', 'aria-describedby', 'aria-controls'];
  const idle = name => (name.startsWith('data-') || content.includes(name)) && !stepfreeAsked.has(name);
  const sign = each => each.localName + [...each.attributes].filter(one => !idle(one.name))
    .map(one => `[${one.name}=${one.value}]`).sort().join('');
  const marks = ['content', 'outline-style', 'outline-width', 'outline-color', 'outline-offset', 'box-shadow',
    'border-top-style', 'border-top-width', 'border-top-color', 'border-bottom-style', 'border-bottom-width',
    'border-bottom-color', 'background-color', 'background-image', 'color', 'text-decoration', 'opacity', 'filter',
    'clip-path', 'transform', 'visibility', 'position', 'z-index'];
  const look = part => { const style = getComputedStyle(element, part);
    return marks.map(name => style.getPropertyValue(name)).join(); };
  const way = [];
  for (let up = element; up; up = up.parentElement)
    way.push(sign(up), getComputedStyle(up).backgroundColor, getComputedStyle(up).overflow);
  return [...way, look(null), look('::before'), look('::after')].join('|');
}
"""
_known: set[str] = set()


def styles(driver: Chrome) -> str:
    """A hash of what decides how everything on the open page looks."""
    return _hash(driver.execute_script(_STYLES))


def known(kind: str) -> bool:
    """Whether a stop of this kind has shown its mark already."""
    return _hash(kind) in _known


def mark(driver: Chrome, box: Box, scrolled: tuple[int, int], kind: str) -> str:
    """Where a mark is seen: "around" the element that has focus, "elsewhere" in the viewport, or "" for nowhere.

    box: the element in the viewport; scrolled: how far the page is; kind: as KIND says it, with the hash of the styles.
    """
    if known(kind):
        return "around"
    if _near(driver, box, scrolled):
        _known.add(_hash(kind))
        return "around"
    return "elsewhere" if _anywhere(driver) else ""


def _near(driver: Chrome, box: Box, scrolled: tuple[int, int]) -> bool:
    width, height = driver.execute_script("return [innerWidth, innerHeight]")
    left, top, right, bottom = box
    near = (max(left - AROUND, 0), max(top - AROUND, 0), min(right + AROUND, width), min(bottom + AROUND, height))
    if near[2] <= near[0] or near[3] <= near[1]:
        return False
    across, down = scrolled
    return _differ(driver, (near[0] + across, near[1] + down, near[2] + across, near[3] + down))


def _anywhere(driver: Chrome) -> bool:
    return _differ(driver, None)


def _differ(driver: Chrome, part: Box | None) -> bool:
    with_focus = pictures.take(driver, part)
    driver.execute_script("stepfreeAt.blur()")
    without = pictures.take(driver, part)
    driver.execute_script("stepfreeAt.focus({preventScroll: true})")
    return pictures.changed(without, with_focus) >= PLAIN


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
