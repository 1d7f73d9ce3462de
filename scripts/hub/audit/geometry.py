"""Where things lie: what makes a page scroll sideways, what is too small to touch, what is cut off."""

from selenium.webdriver import Chrome

from hub.audit.where import SELECTOR

TOUCH = 44

_OVERFLOW = (
    SELECTOR
    + """
const root = document.documentElement, room = root.clientWidth;
if (root.scrollWidth <= room) return [];
const rightToLeft = getComputedStyle(root).direction === 'rtl';
const boxed = element => {
  for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
    if (getComputedStyle(up).overflowX !== 'visible') return true;
  return false;
};
const wide = [...document.body.querySelectorAll('*')].filter(element => {
  const box = element.getBoundingClientRect();
  // Words may be wider than the box that holds them.
  const reach = Math.max(box.width, getComputedStyle(element).overflowX === 'visible' ? element.scrollWidth : 0);
  return box.width && (rightToLeft ? box.right - reach < -1 : box.left + reach > room + 1) && !boxed(element);
});
const inner = wide.filter(one => !wide.some(other => other !== one && one.contains(other)));
return inner.length ? inner.map(selector) : ['html'];
"""
)
_SMALL = (
    SELECTOR
    + """
const least = arguments[0] - 0.5;
const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, label, [role=button], '
  + '[role=link]';
// A label is a target of its own where the box that it switches is hidden.
const apart = each => each.localName !== 'label' || (each.control && !shown(each.control));
const words = element => element.textContent.replace(/[\\s\\p{P}\\p{S}]+/gu, '').length;
const running = element => {
  if (getComputedStyle(element).display !== 'inline') return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === 'inline') block = block.parentElement;
  const links = [...block.querySelectorAll('a[href]')].reduce((sum, link) => sum + words(link), 0);
  return words(block) > links;
};
const size = element => {
  const boxes = [element, ...(element.labels ?? [])].map(each => each.getBoundingClientRect());
  const ticked = element.matches('[type=checkbox], [type=radio]') ? boxes : boxes.slice(0, 1);
  return [Math.max(...ticked.map(box => box.width)), Math.max(...ticked.map(box => box.height))];
};
// A skip link that waits off the page is for keys alone.
const away = box => box.right <= 0 || box.bottom <= 0 || box.left >= document.documentElement.scrollWidth;
const touched = each => shown(each) && !away(each.getBoundingClientRect());
const all = [...document.querySelectorAll(targets)].filter(each => touched(each) && apart(each)
  && !running(each));
return [all.length, all
  .map(each => [selector(each), ...size(each)]).filter(([, width, height]) => width < least || height < least)
  .map(([place, width, height]) => [place, Math.round(width), Math.round(height)])];
"""
)
_LINES = (
    SELECTOR
    + """
const cuts = style => ['hidden', 'clip'].includes(style);
// [element, its text's boxes] for each piece of text that is shown.
function texts() {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(element)) continue;
    const range = document.createRange(); range.selectNodeContents(walker.currentNode);
    found.push([element, [...range.getClientRects()]]);
  }
  return found;
}
function clipped() {
  const found = new Set();
  for (const [element, lines] of texts()) {
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up), box = up.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) break;             // hidden from the eye on purpose
      const beyond = (from, to) => lines.some(line => line[to] > box[to] + 1 || line[from] < box[from] - 1);
      const across = cuts(style.overflowX) && beyond('left', 'right');
      const down = cuts(style.overflowY) && beyond('top', 'bottom');
      if (across || down) { found.add(element); break; }
    }
  }
  return found;
}
// What is left of a box inside all that cuts or scrolls around it; nothing for what floats over the page.
function room(element, known) {
  if (!element || element === document.documentElement) return [-Infinity, -Infinity, Infinity, Infinity];
  if (known.has(element)) return known.get(element);
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  let [left, top, right, bottom] = room(element.parentElement, known);
  if (['fixed', 'sticky'].includes(style.position)) right = -Infinity;
  if (style.overflowX !== 'visible') { left = Math.max(left, box.left); right = Math.min(right, box.right); }
  if (style.overflowY !== 'visible') { top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom); }
  known.set(element, [left, top, right, bottom]);
  return known.get(element);
}
function overlapping() {
  const known = new Map(), found = new Set();
  const boxes = texts().flatMap(([element, lines]) => lines.map(line => {
    const [left, top, right, bottom] = room(element, known);
    return {element, left: Math.max(left, line.left), top: Math.max(top, line.top),
      right: Math.min(right, line.right), bottom: Math.min(bottom, line.bottom)};
  })).filter(box => box.right - box.left > 4 && box.bottom - box.top > 4).sort((one, two) => one.top - two.top);
  let open = [];
  for (const box of boxes) {
    open = open.filter(other => other.bottom > box.top);
    for (const other of open) {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - box.top;
      // Lines of text may touch: letters do not fill their boxes.
      const least = Math.min(box.bottom - box.top, other.bottom - other.top) / 3;
      if (box.element !== other.element && across > 4 && down > least) found.add(box.element);
    }
    open.push(box);
  }
  return found;
}
"""
)
_CLIPPED = _LINES + "return [...clipped()].map(selector);"
# The style sheet of hub.audit.states is switched off and on: what was so before is not its doing.
_SPACING = (
    _LINES
    + """
const spaced = [clipped(), overlapping()];
stepfreeSpaced.disabled = true;
const before = [clipped(), overlapping()];
stepfreeSpaced.disabled = false;
return spaced.map((found, at) => [...found].filter(each => !before[at].has(each)).map(selector));
"""
)
_WORDS = "return document.body.innerText.trim() ? 1 : 0"


def overflow(driver: Chrome) -> list[str]:
    """The elements that make the page scroll sideways at the present width; something in its own scroll box does not.

    WCAG 1.4.10; to be asked at 320 px, which is 1280 px at 400 %.
    """
    found: list[str] = driver.execute_script(_OVERFLOW)
    return found


def too_small(driver: Chrome, least: int = TOUCH) -> tuple[int, list[tuple[str, int, int]]]:
    """How many controls and links outside running text there are; (selector, width, height) of those that are narrower
    or lower than `least` CSS pixels (WCAG 2.5.5).
    """
    count, small = driver.execute_script(_SMALL, least)
    return count, [(place, width, height) for place, width, height in small]


def clipped(driver: Chrome) -> list[str]:
    """Elements whose text is cut off by a box around it (WCAG 1.4.4, at 640 x 512): a finding for people."""
    found: list[str] = driver.execute_script(_CLIPPED)
    return found


def broken_by_spacing(driver: Chrome) -> tuple[list[str], list[str]]:
    """Elements whose text is cut off, and those that lie over others' text, only because of the spacing (WCAG 1.4.12).

    To be asked in a state that is spaced.
    """
    cut, over = driver.execute_script(_SPACING)
    return cut, over


def has_words(driver: Chrome) -> bool:
    """Whether the page shows any text."""
    return bool(driver.execute_script(_WORDS))
