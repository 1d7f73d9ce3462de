"""A whole audit: which pages are judged in full, two browsers that share them, and what becomes of one that dies."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.util import Finalize
from signal import SIG_IGN, SIGINT, signal
from urllib.parse import urlsplit

from selenium.webdriver import Chrome

from hub.audit import axe, browser, judge, targets, virtual
from hub.audit.finding import FAILED, Finding, Witness
from hub.audit.judged import About, Audit, Judged
from hub.audit.page import Page
from hub.audit.rule import Seen
from hub.audit.rules import SITE
from hub.audit.rules import every as our_rules
from hub.audit.structure import structure

WORKERS = 2
Told = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to judge how. whole: pages for the browser; like: page -> the whole page that is built alike."""

    whole: tuple[Page, ...]
    like: dict[str, str]
    by_file: tuple[Page, ...]
    structures: dict[str, str]


def audit(target: str, engine: judge.Engine, day: str, *, every: bool = False, shard: tuple[int, int] = (1, 1),
          tell: Told = lambda done, of: None, workers: int = WORKERS, limit: int = targets.LIMIT,
          grid: str = "") -> Audit:
    """Judge every page of a folder or address.

    every: all of them in full, instead of one of each structure and language. shard: (i, n), this part of n. tell: is
    told how many pages are done, of how many. workers: how many browsers; grid: where they come from, instead of this
    machine. Raises NothingThere.
    """
    with targets.opened(target) as base:
        pages = targets.read(target, base, limit)
        mine = [page.path for page in pages[shard[0] - 1:: shard[1]]]
        planned = plan(pages, every=every)
        ours = set(mine)
        found = {page.path: judge.by_file(page, planned.like[page.path]) for page in planned.by_file
                 if page.path in ours}
        whole = [page for page in planned.whole if page.path in ours]
        for done, one in enumerate(in_full(whole, base, engine, workers, grid), start=1):
            found[one.page] = one
            tell(done, len(whole))
    compared = _compared(pages)
    judged = (_with(replace(found[path], structure=planned.structures[path], about={}), compared[path])
              for path in mine)
    return Audit(target=target, day=day, planned=len(mine), pages=tuple(judged), rules=_rules(found.values()))


def plan(pages: Sequence[Page], *, every: bool = False) -> Plan:
    """The first page of each structure, by path, is judged in full, or all of them."""
    first: dict[str, str] = {}
    whole, rest, like, structures = [], [], {}, {}
    for page in pages:
        kind = structures[page.path] = structure(page)
        if first.setdefault(kind, page.path) == page.path or every:
            whole.append(page)
        else:
            rest.append(page)
            like[page.path] = first[kind]
    return Plan(whole=tuple(whole), by_file=tuple(rest), like=like, structures=structures)


def in_full(pages: list[Page], base: str, engine: judge.Engine, workers: int, grid: str = "") -> Iterator[Judged]:
    """Each page in full, as it is done. New processes are started, not copied: one with threads may hang."""
    if not pages:
        return
    with ProcessPoolExecutor(min(workers, len(pages)), mp_context=get_context("spawn"), initializer=_begin,
                             initargs=(base, engine, grid)) as pool:
        yield from pool.map(_page, pages)


def _rules(judged: Iterable[Judged]) -> dict[str, About]:
    """Our rules, and those of other engines that ran on some page."""
    ours = {name: judge.about(rule) for name, rule in our_rules().items()}
    return ours | {name: about for page in judged for name, about in page.about.items()}


# Each process has one browser, from its first page until it ends, or until the browser dies.
_here: dict[str, object] = {}


def _begin(base: str, engine: judge.Engine, grid: str) -> None:
    _here.update(base=base, engine=engine, grid=grid)
    # Ctrl+C is for the one that waits for us: it lets each page be finished and its browser go
    signal(SIGINT, SIG_IGN)
    # A process of a pool ends without atexit; its browser would stay
    Finalize(None, _drop, exitpriority=10)


def _page(page: Page) -> Judged:
    try:
        return judge.in_browser(_driver(), page, _here["engine"])
    except (*browser.DEAD, browser.WrongPage, axe.WrongEngine, virtual.NoReader) as problem:
        _drop()
        return _crashed(page, problem)


def _driver() -> Chrome:
    if "driver" not in _here:
        _here["hold"] = browser.chromium(urlsplit(str(_here["base"])).hostname or "", grid=str(_here["grid"]))
        _here["driver"] = _here["hold"].__enter__()
    return _here["driver"]


def _drop() -> None:
    """Let go of a browser that may be dead; the next page gets a new one."""
    hold = _here.pop("hold", None)
    _here.pop("driver", None)
    if hold is not None:
        try:
            hold.__exit__(None, None, None)
        except (*browser.DEAD, OSError):
            return


def _crashed(page: Page, problem: Exception) -> Judged:
    """A page that cannot be judged is a finding, and gates: nobody knows what is on it."""
    said = f"It could not be judged: {type(problem).__name__}: {str(problem).splitlines()[0][:200]}"
    finding = Finding(outcome=FAILED, rule="page-judged", page=page.path, selector="html", snippet="", says=said,
                      mend="Open the page in Chromium by hand and look at what it shows", criteria=(), level="A",
                      readers=(), states=(), witnesses=(Witness(judge.OURS, judge.VERSION, "page-judged"),),
                      source=page.source)
    by_file = judge.by_file(page)
    return replace(by_file, whole=True, findings=(*by_file.findings, finding),
                   outcomes={**by_file.outcomes, "page-judged": FAILED})


def _compared(pages: Sequence[Page]) -> dict[str, list[tuple[str, str, tuple[Finding, ...]]]]:
    """page -> for each rule that compares pages: its id, the outcome here, and what it found here."""
    found: dict[str, list[tuple[str, str, tuple[Finding, ...]]]] = {page.path: [] for page in pages}
    for rule in SITE:
        across, faults = rule.find(pages), defaultdict(list)
        for path, fault in across.faults:
            faults[path].append(fault)
        for page in pages:
            seen = Seen(targets=across.targets, faults=tuple(faults[page.path]))
            found[page.path].append((rule.id, rule.outcome(seen), tuple(judge.findings(page, rule, seen))))
    return found


def _with(judged: Judged, compared: Sequence[tuple[str, str, tuple[Finding, ...]]]) -> Judged:
    """The page with what the comparison said of it."""
    return replace(judged, findings=(*judged.findings, *(one for _, _, some in compared for one in some)),
                   outcomes={**judged.outcomes, **{rule: outcome for rule, outcome, _ in compared}})
