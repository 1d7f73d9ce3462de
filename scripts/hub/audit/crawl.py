"""Every page of a folder in every state: two browsers share the pages, each judges what it opens."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome

from hub.audit import axe, browser, geometry, network, pages, server
from hub.audit.judge import Engine

SCHEMES = ("light", "dark")
WIDTHS = (320, 1280)
HEIGHT = 900
WORKERS = 2
Answer = TypeVar("Answer")

# What a reader gets from a page: its words, the ways on, its headings. What a page itself calls an extra of its script
# (data-extra) is left out: a sentence about this minute, for example, which no page can know.
_OUTLINE = """
document.querySelectorAll('[data-extra]').forEach(extra => { extra.hidden = true; });
const read = (selector, take) => [...document.querySelectorAll(selector)].map(take);
return {words: document.body.innerText.split(/\\s+/).filter(Boolean).join(' '),
  links: read('a[href]', link => link.getAttribute('href')),
  headings: read('h1, h2, h3, h4, h5, h6', heading => heading.textContent.trim())};
"""
# Data in a script element is not script.
_HAS_SCRIPT = "return [...document.scripts].some(each => !/json/.test(each.type))"


@dataclass(frozen=True, kw_only=True)
class State:
    """One page, in one colour scheme, at one width."""

    scheme: str
    width: int
    verdict: axe.Verdict
    overflow: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that was found on one page. `error` is about the tool or the wrong page: then nothing else counts."""

    page: str
    states: tuple[State, ...] = ()
    requests: tuple[str, ...] = ()
    lost_without_script: tuple[str, ...] = ()
    error: str = ""


def judge(folder: Path, engine: Engine, chosen: list[str] | None = None) -> list[Report]:
    """One report for each chosen page of the folder, or for every one, sorted by page."""
    reports = each_page(folder, pages.html_pages(folder) if chosen is None else chosen, partial(_report, engine))
    return sorted(reports, key=lambda report: report.page)


def each_page(
    folder: Path, chosen: list[str], ask: Callable[[Chrome, str, str, str], Answer], workers: int = WORKERS
) -> list[Answer]:
    """Ask for each page (driver, page, address, expected h1) in `workers` processes with a browser each.

    `ask` must be importable (a function of a module), because new processes are started, not copied: a copy of a
    process with threads may hang.
    """
    shares = [share for share in (chosen[start::workers] for start in range(workers)) if share]
    with ProcessPoolExecutor(len(shares), mp_context=get_context("spawn")) as pool:
        return [answer for share in pool.map(partial(_share, folder, ask), shares) for answer in share]


def _share(folder: Path, ask: Callable[[Chrome, str, str, str], Answer], chosen: list[str]) -> list[Answer]:
    with server.serve(folder) as base, browser.chromium() as driver:
        return [ask(driver, page, pages.address(base, page), pages.expected_h1(folder / page)) for page in chosen]


def _report(engine: Engine, driver: Chrome, page: str, address: str, h1: str) -> Report:
    """One navigation for all states, and one more without script where the page has any."""
    try:
        network.asked(driver)
        browser.visit(driver, address, h1)
        axe.inject(driver, engine.script, engine.version)
        states = tuple(_states(driver))
        lost = tuple(_lost_without_script(driver, address, h1)) if driver.execute_script(_HAS_SCRIPT) else ()
    except (WebDriverException, browser.WrongPage, axe.WrongEngine) as problem:
        return Report(page=page, error=f"{type(problem).__name__}: {str(problem).splitlines()[0]}")
    return Report(page=page, states=states, requests=tuple(network.asked(driver)), lost_without_script=lost)


def _states(driver: Chrome) -> Iterator[State]:
    """Schemes and widths change under the open page: right where themes are CSS alone, and half the time."""
    for scheme, width in product(SCHEMES, WIDTHS):
        browser.scheme(driver, scheme)
        browser.viewport(driver, width, HEIGHT)
        wide = tuple(geometry.overflow(driver))
        yield State(scheme=scheme, width=width, verdict=axe.judge(driver), overflow=wide)


def _lost_without_script(driver: Chrome, address: str, h1: str) -> list[str]:
    """Which of words, links and headings differ when script is off."""
    whole = driver.execute_script(_OUTLINE)
    browser.script(driver, on=False)
    try:
        browser.visit(driver, address, h1)
        bare = driver.execute_script(_OUTLINE)
    finally:
        browser.script(driver, on=True)
    differ = (part for part in whole if whole[part] != bare[part])
    return [f"{part}: {whole[part]!r} with script, {bare[part]!r} without" for part in differ]
