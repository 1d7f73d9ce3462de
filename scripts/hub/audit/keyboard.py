"""The page as the Tab key finds it: where focus stops, in what order, whether one sees it, and whether one gets out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from selenium.webdriver import Chrome

from hub.audit import browser, focus, stops
from hub.audit.stops import LIMIT, Stop
from hub.audit.where import SELECTOR

_STATE = """return {address: location.href.split('#')[0], title: document.title, opened: '', modals: 0}"""
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
class Walk:
    """All stops from the first to the end of the page; `trap` is the stop that would not let go, or "".

    changes: (stop, what happened as soon as it had focus). left: the stop at which focus alone opened another page, so
    that the walk ended; or "".
    """

    stops: tuple[Stop, ...]
    trap: str
    changes: tuple[tuple[str, str], ...] = ()
    left: str = ""

    @property
    def whole(self) -> bool:
        """Whether it came to the end of the page."""
        return not self.trap and not self.left

    def steps(self) -> Iterator[tuple[Stop, Stop]]:
        """Each stop with the next one."""
        return pairwise(self.stops)


@dataclass
class _Way:
    """What a walk has met so far."""

    styles: str
    before: dict[str, Any]
    stops: list[Stop] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)

    def add(self, driver: Chrome, here: dict[str, Any]) -> None:
        """A new stop, its mark, and what changed when focus came to it."""
        here = stops.settled(driver, here)
        kind = self.styles + here["kind"]
        mark = "around" if focus.known(kind) else self._mark(driver, here, kind)
        self.stops.append(stops.stop(here, mark))
        if said := _happened(self.before, here["state"]):
            self.changes.append((here["selector"], said))
        self.before = here["state"]

    def _mark(self, driver: Chrome, here: dict[str, Any], kind: str) -> str:
        stops.back(driver, here)
        mark = focus.mark(driver, tuple(here["box"]), tuple(here["scrolled"]), kind)
        if mark == "around" or not stops.back(driver, here):
            return mark
        # It was led to by script, and the window may not have had focus yet: never accuse for that
        return focus.mark(driver, tuple(here["box"]), tuple(here["scrolled"]), kind)

    def ended(self, driver: Chrome, *, trap: str = "") -> Walk:
        """The walk, after which the page stands as before it."""
        stops.leave(driver)
        return Walk(stops=tuple(self.stops), trap=trap, changes=tuple(self.changes))

    def thrown_out(self, driver: Chrome, address: str, at: str) -> Walk:
        """The walk that ended on another page; the first one is opened again."""
        driver.get(address)
        changes = (*self.changes, (at, "another page is opened"))
        return Walk(stops=tuple(self.stops), trap="", changes=changes, left=at)


def walk(driver: Chrome) -> Walk:
    """Press Tab from the top of the open page until focus leaves it, or comes back to where it was.

    A trap here needs no click first, and ways out that are explained in words are not known: a finding for people. It
    must hold twice, because a browser whose window lost focus also comes back to the first stop.
    """
    address, first = driver.current_url, _once(driver)
    if not first.trap:
        return first
    driver.get(address)
    return _once(driver)


def _once(driver: Chrome) -> Walk:
    address = driver.current_url
    way = _Way(styles=focus.styles(driver), before=driver.execute_script(_STATE))
    stops.prepare(driver)
    met = stops.met(driver)
    for here in met:
        if here.get("left"):
            return way.thrown_out(driver, address, here["left"])
        if not here["again"]:
            way.add(driver, here)
        elif not here["parts"] and _held(met):
            return way.ended(driver, trap=here["selector"])
        if len(way.stops) == LIMIT:
            return way.ended(driver, trap=f"more than {LIMIT} stops")
    return way.ended(driver)


def skip_link(driver: Chrome) -> str:
    """What is wrong with the freshly opened page's way past its repeated blocks; "" when it works."""
    stops.prepare(driver)
    browser.press(driver, "Tab")
    if fault := driver.execute_script(_SKIP):
        return str(fault)
    browser.press(driver, "Enter")
    browser.press(driver, "Tab")
    return "" if driver.execute_script(_PAST) else "after it, Tab is still before main"


def _held(met: Iterator[dict[str, Any]]) -> bool:
    """Focus came back to a stop it had left behind: one Tab more, and it is still among the known ones."""
    return next(met, {}).get("again", False)


def _happened(before: dict[str, Any], after: dict[str, Any]) -> str:
    """What focus alone did, in words, or ""."""
    told = [
        (after["opened"], "a window is opened"),
        (after["address"] != before["address"], "the address changes"),
        (after["modals"] > before["modals"], "a dialogue opens"),
        (after["title"] != before["title"], "the title changes"),
    ]
    return next((said for happened, said in told if happened), "")
