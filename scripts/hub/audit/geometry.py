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
const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]';
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
return [...document.querySelectorAll(targets)].filter(each => touched(each) && !running(each))
  .map(each => [selector(each), ...size(each)]).filter(([, width, height]) => width < least || height < least)
  .map(([place, width, height]) => `${place} (${Math.round(width)} x ${Math.round(height)})`);
"""
)
_CLIPPED = (
    SELECTOR
    + """
const cuts = style => ['hidden', 'clip'].includes(style);
const found = new Set();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !shown(element)) continue;
  const range = document.createRange(); range.selectNodeContents(texts.currentNode);
  const lines = [...range.getClientRects()];
  for (let up = element; up && up !== document.body; up = up.parentElement) {
    const style = getComputedStyle(up), box = up.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) break;             // hidden from the eye on purpose
    const across = cuts(style.overflowX) && lines.some(line => line.right > box.right + 1 || line.left < box.left - 1);
    const down = cuts(style.overflowY) && lines.some(line => line.bottom > box.bottom + 1 || line.top < box.top - 1);
    if (across || down) { found.add(element); break; }
  }
}
return [...found].map(selector);
"""
)


def overflow(driver: Chrome) -> list[str]:
    """The elements that make the page scroll sideways at the present width; something in its own scroll box does not.

    WCAG 1.4.10; to be asked at 320 px, which is 1280 px at 400 %.
    """
    found: list[str] = driver.execute_script(_OVERFLOW)
    return found


def small_targets(driver: Chrome, least: int = TOUCH) -> list[str]:
    """Controls, and links outside running text, that are narrower or lower than `least` CSS pixels (WCAG 2.5.5)."""
    found: list[str] = driver.execute_script(_SMALL, least)
    return found


def clipped(driver: Chrome) -> list[str]:
    """Elements whose text is cut off by a box around it (WCAG 1.4.4, at 640 x 512): a finding for people."""
    found: list[str] = driver.execute_script(_CLIPPED)
    return found
