"""The page as the Tab key finds it: where focus stops, in what order, whether one sees it, and whether one gets out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from time import sleep
from typing import Any

from selenium.webdriver import Chrome

from hub.audit import browser, focus
from hub.audit.where import SELECTOR

LIMIT = 1000
SETTLED = 0.3  # seconds in which a script may show what has just taken focus

# A constructed style sheet, because a Content-Security-Policy may forbid a style element.
_PREPARE = (
    SELECTOR
    + """
const still = new CSSStyleSheet();
still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; '
  + 'caret-color: transparent !important; scroll-behavior: auto !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
window.stepfreeStill = still;
// The next Tab goes to the first stop also where the page has taken focus already. Only there: from a place in the
// page, Tab passes over every positive tabindex.
if (document.activeElement && document.activeElement !== document.body) {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}
scrollTo(0, 0);
window.stepfreeSeen = new Set();
window.open = address => { window.stepfreeOpened = `${address}`; return null; };
// The name of a window outlives its page: it tells where focus was when another page came.
addEventListener('focus', ({target}) => { if (target.localName) window.name = selector(target); }, true);
"""
)
_LEAVE = """
document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== window.stepfreeStill);
document.activeElement?.blur();
scrollTo(0, 0);
"""
_STOP = (
    SELECTOR
    + focus.KIND
    + """
if (!window.stepfreeSeen) return {left: window.name || 'body'};
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
const container = at.parentElement?.closest('*') && (function up(each) {
  return !each || /flex|grid/.test(getComputedStyle(each).display) ? each : up(each.parentElement);
})(at.parentElement);
const modals = [...document.querySelectorAll('dialog:modal, [role=dialog][aria-modal=true]')].filter(shown).length;
const opened = window.stepfreeOpened ?? '';
window.stepfreeOpened = '';
return {
  again, tag: at.localName, selector: selector(at), visible: shown(at), kind: kind(at),
  snippet: at.outerHTML.slice(0, 200), scrolled: [Math.round(scrollX), Math.round(scrollY)],
  typed: at.matches('textarea, [contenteditable=""], [contenteditable=true], input:not([type=checkbox], [type=radio], '
    + '[type=button], [type=submit], [type=reset], [type=image], [type=range], [type=color], [type=file])'),
  row: container ? selector(container) : '', rightToLeft: getComputedStyle(at).direction === 'rtl',
  state: {address: location.href.split('#')[0], title: document.title, opened, modals},
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
_STATE = """return {address: location.href.split('#')[0], title: document.title, opened: '', modals: 0}"""
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
    """One element that took focus. `focus` says where a mark is seen: "around" it, "elsewhere", or "" for nowhere.

    box: left, top, right, bottom on the page. typed: one types into it, so that a caret shows. row: the selector of the
    nearest box around it that lays out by flex or grid, or "".
    """

    order: int
    selector: str
    snippet: str
    tag: str
    name: str
    box: tuple[int, int, int, int]
    visible: bool
    inside: bool
    covered: bool
    typed: bool
    row: str
    right_to_left: bool
    focus: str

    @property
    def seen(self) -> bool:
        """A person who looks at the page can see where they are."""
        return self.visible and self.inside and not self.covered and bool(self.focus)


@dataclass(frozen=True, kw_only=True)
class Walk:
    """All stops from the first to the end of the page; `trap` is the stop that would not let go, or "".

    changes: (stop, what happened as soon as it had focus). left: the stop at which focus alone opened another page, so
    that the walk ended; or "".
    """

    stops: tuple[Stop, ...]
    trap: str
    unreached: tuple[str, ...]
    changes: tuple[tuple[str, str], ...] = ()
    left: str = ""

    @property
    def whole(self) -> bool:
        """Whether it came to the end of the page."""
        return not self.trap and not self.left

    def unseen(self) -> list[str]:
        """Stops at which one cannot see where one is."""
        return [stop.selector for stop in self.stops if not stop.seen]

    def backward(self) -> list[str]:
        """Steps against the order of the document, as "from -> to"."""
        return [f"{one.selector} -> {two.selector}" for one, two in self.steps() if two.order < one.order]

    def steps(self) -> Iterator[tuple[Stop, Stop]]:
        """Each stop with the next one."""
        return pairwise(self.stops)


@dataclass
class _Way:
    """What a walk has met so far."""

    styles: str
    stops: list[Stop] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)

    def add(self, stop: Stop, state: dict[str, Any]) -> None:
        """A new stop, and what changed when focus came to it."""
        self.stops.append(stop)
        if said := _happened(self.before, state):
            self.changes.append((stop.selector, said))
        self.before = state

    def ended(self, driver: Chrome, *, trap: str = "") -> Walk:
        """The walk, after which the page stands as before it."""
        unreached = () if trap else tuple(driver.execute_script(_UNREACHED))
        driver.execute_script(_LEAVE)
        return Walk(stops=tuple(self.stops), trap=trap, unreached=unreached, changes=tuple(self.changes))

    def thrown_out(self, driver: Chrome, address: str, at: str) -> Walk:
        """The walk that ended on another page; the first one is opened again."""
        driver.get(address)
        changes = (*self.changes, (at, "another page is opened"))
        return Walk(stops=tuple(self.stops), trap="", unreached=(), changes=changes, left=at)


def walk(driver: Chrome) -> Walk:
    """Press Tab from the top of the open page until focus leaves it, or comes back to where it was.

    A trap here needs no click first, and ways out that are explained in words are not known: a finding for people.
    """
    address = driver.current_url
    way = _Way(styles=focus.styles(driver), before=driver.execute_script(_STATE))
    driver.execute_script(_PREPARE)
    while here := _next(driver):
        if here.get("left"):
            return way.thrown_out(driver, address, here["left"])
        if here["again"]:
            if not here["parts"] and _held(driver):
                return way.ended(driver, trap=here["selector"])
            continue
        here = _settled(driver, here)
        shown = focus.mark(driver, tuple(here["box"]), tuple(here["scrolled"]), way.styles + here["kind"])
        way.add(_stop(here, shown), here["state"])
        if len(way.stops) == LIMIT:
            return way.ended(driver, trap=f"more than {LIMIT} stops")
    return way.ended(driver)


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


def _settled(driver: Chrome, here: dict[str, Any]) -> dict[str, Any]:
    """The stop, looked at again a moment later when it is not to be seen at once: a script may be about to show it."""
    if here["visible"] and here["inside"] and not here["covered"]:
        return here
    sleep(SETTLED)
    later: dict[str, Any] | None = driver.execute_script(_STOP)
    return later if later and later.get("selector") == here["selector"] else here


def _held(driver: Chrome) -> bool:
    """Focus came back to a stop it had left behind: one Tab more, and it is still among the known ones."""
    here = _next(driver)
    return bool(here and here.get("again"))


def _stop(here: dict[str, Any], focus: str) -> Stop:
    given = {name: here[name] for name in ("order", "selector", "snippet", "tag", "visible", "inside", "covered",
                                           "typed", "row")}
    (across, down), (left, top, right, bottom) = here["scrolled"], here["box"]
    return Stop(**given, right_to_left=here["rightToLeft"], name=" ".join(here["name"].split()), focus=focus,
                box=(left + across, top + down, right + across, bottom + down))


def _happened(before: dict[str, Any], after: dict[str, Any]) -> str:
    """What focus alone did, in words, or ""."""
    told = [
        (after["opened"], "another window is opened"),
        (after["address"] != before["address"], "the address changes"),
        (after["modals"] > before["modals"], "a dialogue opens"),
        (after["title"] != before["title"], "the title changes"),
    ]
    return next((said for happened, said in told if happened), "")
