"""The page as the Tab key finds it: where focus stops, in what order, whether one sees it, and whether one gets out."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from selenium.webdriver import Chrome

from hub.audit import browser, pictures
from hub.audit.where import SELECTOR

LIMIT = 1000
AROUND = 12  # a focus ring may lie this many pixels outside its element
PLAIN = 10  # so many changed pixels are a mark that can be seen

# A constructed style sheet, because a Content-Security-Policy may forbid a style element.
_PREPARE = """
const still = new CSSStyleSheet();
still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; '
  + 'caret-color: transparent !important; scroll-behavior: auto !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
document.activeElement?.blur();
scrollTo(0, 0);
window.stepfreeSeen = new Set();
"""
_STOP = (
    SELECTOR
    + """
const at = document.activeElement;
if (!at || at === document.body || at === document.documentElement) return null;
const boxes = [...at.getClientRects()].filter(box => box.width && box.height);
const box = at.getBoundingClientRect();
const thirds = [1 / 6, 1 / 2, 5 / 6];
const points = boxes.flatMap(b => thirds.flatMap(x => thirds.map(y => [b.left + x * b.width, b.top + y * b.height])));
const labels = [...(at.labels ?? [])];
const own = hit => hit && (at.contains(hit) || hit.contains(at) || labels.some(label => label.contains(hit)));
const again = stepfreeSeen.has(at);
stepfreeSeen.add(at);
window.stepfreeAt = at;
return {
  again, tag: at.localName, selector: selector(at), visible: shown(at),
  parts: at.matches('iframe, frame, video, audio, input[type=date], input[type=time], input[type=month], '
    + 'input[type=week], input[type=datetime-local]'),
  order: [...document.querySelectorAll('*')].indexOf(at),
  name: (at.getAttribute('aria-label') || at.textContent || labels[0]?.textContent || at.value || '').trim(),
  inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  covered: !points.some(([x, y]) => own(document.elementFromPoint(x, y))),
  box: [box.left, box.top, box.right, box.bottom].map(Math.round),
};
"""
)
_UNREACHED = (
    SELECTOR
    + """
const can = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], '
  + '[contenteditable=""], [contenteditable=true]';
const group = each => each.type === 'radio' && [...stepfreeSeen].some(s => s.type === 'radio' && s.name === each.name);
return [...document.querySelectorAll(can)].filter(each => !each.matches(':disabled') && !(each.tabIndex < 0)
  && !stepfreeSeen.has(each) && !group(each) && shown(each)).map(selector);
"""
)
_SKIP = (
    SELECTOR
    + """
const main = document.querySelector('main, [role=main]'), at = document.activeElement;
if (!main) return 'there is no main';
if (!at.matches('a[href^="#"]')) return `the first stop is ${selector(at)}, not a link into this page`;
const target = document.getElementById(decodeURIComponent(at.hash.slice(1)));
if (!target || !(main === target || main.contains(target))) return `${at.hash} is not in main`;
const box = at.getBoundingClientRect();
const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
return inside && shown(at) ? '' : 'it cannot be seen when it has focus';
"""
)
_PAST = """
const main = document.querySelector('main, [role=main]'), at = document.activeElement;
return at === document.body || main.contains(at) || !!(main.compareDocumentPosition(at) & 4);
"""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One element that took focus. `focus` says where a mark is seen: "around" it, "elsewhere", or "" for nowhere."""

    order: int
    selector: str
    tag: str
    name: str
    box: tuple[int, int, int, int]
    visible: bool
    inside: bool
    covered: bool
    focus: str

    @property
    def seen(self) -> bool:
        """A person who looks at the page can see where they are."""
        return self.visible and self.inside and not self.covered and bool(self.focus)


@dataclass(frozen=True, kw_only=True)
class Walk:
    """All stops from the first to the end of the page; `trap` is the stop that would not let go, or ""."""

    stops: tuple[Stop, ...]
    trap: str
    unreached: tuple[str, ...]

    def unseen(self) -> list[str]:
        """Stops at which one cannot see where one is."""
        return [stop.selector for stop in self.stops if not stop.seen]

    def backward(self) -> list[str]:
        """Steps against the order of the document, as "from -> to"."""
        steps = pairwise(self.stops)
        return [f"{one.selector} -> {two.selector}" for one, two in steps if two.order < one.order]


def walk(driver: Chrome) -> Walk:
    """Press Tab from the top of the freshly opened page until focus leaves it, or comes back to where it was.

    A trap here needs no click first, and ways out that are explained in words are not known: a finding for people.
    """
    driver.execute_script(_PREPARE)
    stops: list[Stop] = []
    while here := _next(driver):
        if here["again"]:
            if not here["parts"] and _held(driver):
                return _walked(driver, stops, trap=here["selector"])
            continue
        stops.append(_stop(here, _focus_shown(driver, here["box"])))
        if len(stops) == LIMIT:
            return _walked(driver, stops, trap=f"more than {LIMIT} stops")
    return _walked(driver, stops, trap="")


def skip_link(driver: Chrome) -> str:
    """What is wrong with the freshly opened page's way past its repeated blocks; "" when it works."""
    driver.execute_script(_PREPARE)
    browser.press(driver, "Tab")
    if fault := driver.execute_script(_SKIP):
        return str(fault)
    browser.press(driver, "Enter")
    browser.press(driver, "Tab")
    return "" if driver.execute_script(_PAST) else "after it, Tab is still before main"


def _next(driver: Chrome) -> dict[str, Any] | None:
    browser.press(driver, "Tab")
    here: dict[str, Any] | None = driver.execute_script(_STOP)
    return here


def _held(driver: Chrome) -> bool:
    """Focus came back to a stop it had left behind: one Tab more, and it is still among the known ones."""
    here = _next(driver)
    return bool(here and here["again"])


def _focus_shown(driver: Chrome, box: list[int]) -> str:
    with_focus = pictures.take(driver)
    driver.execute_script("stepfreeAt.blur()")
    without = pictures.take(driver)
    driver.execute_script("stepfreeAt.focus({preventScroll: true})")
    left, top, right, bottom = box
    near = (max(left - AROUND, 0), max(top - AROUND, 0), right + AROUND, bottom + AROUND)
    if near[2] > near[0] and near[3] > near[1] and pictures.changed(without, with_focus, near) >= PLAIN:
        return "around"
    return "elsewhere" if pictures.changed(without, with_focus) >= PLAIN else ""


def _stop(here: dict[str, Any], focus: str) -> Stop:
    given = {name: here[name] for name in ("order", "selector", "tag", "visible", "inside", "covered")}
    return Stop(**given, name=" ".join(here["name"].split()), box=tuple(here["box"]), focus=focus)


def _walked(driver: Chrome, stops: list[Stop], *, trap: str) -> Walk:
    unreached = () if trap else tuple(driver.execute_script(_UNREACHED))
    return Walk(stops=tuple(stops), trap=trap, unreached=unreached)
