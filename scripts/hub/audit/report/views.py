"""Pictures of what is at fault, for those who see: taken again in the browser, in the state in which it was found."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome

from hub.audit import browser, targets
from hub.audit.finding import Finding
from hub.audit.judged import Audit
from hub.audit.pages import address
from hub.audit.report.faults import together
from hub.audit.report.web import Picture
from hub.audit.states import STATES, enter

MOST = 40
FOLDER = "pictures"
WORDS = 120  # letters of what the element says
# Selector, room around, greatest width and height -> the box of the element on the page and its words; null for an
# element that is not there, is in a frame or is not shown.
_BOX = """
const [name, room, widest, highest] = arguments;
let element = null;
try { element = document.querySelector(name); } catch { }
if (!element?.checkVisibility({opacityProperty: true, visibilityProperty: true})) return null;
const box = element.getBoundingClientRect();
if (box.width < 1 || box.height < 1) return null;
const left = Math.max(0, box.left + scrollX - room), top = Math.max(0, box.top + scrollY - room);
return {x: left, y: top, width: Math.min(widest, Math.ceil(box.width + 2 * room)),
        height: Math.min(highest, Math.ceil(box.height + 2 * room)), words: element.innerText ?? ''};
"""
ROOM, WIDEST, HIGHEST = 8, 900, 600  # CSS pixels


def take(audit: Audit, folder: Path, most: int = MOST, grid: str = "") -> dict[tuple[str, str], Picture]:
    """A PNG of one place of each fault that can be seen, at most so many, below the folder of the report.

    (page, selector) -> picture. grid: where the browser comes from, instead of this machine. Raises NothingThere when
    the audit's target is gone.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    made: dict[tuple[str, str], Picture] = {}
    with targets.opened(audit.target) as base, browser.chromium(urlsplit(base).hostname or "", grid=grid) as driver:
        for places in _places(audit):
            if len(made) >= most:
                break
            for one in places[:3]:
                if (one.page, one.selector) in made:
                    break
                if picture := _picture(driver, base, one, folder, len(made) + 1):
                    made[one.page, one.selector] = picture
                    break
    return made


def _places(audit: Audit) -> Iterator[tuple[Finding, ...]]:
    """The places of each fault, failures first."""
    for found in (audit.failures, audit.advice):
        for fault in together(audit, found):
            yield tuple(one for one in fault.places if one.selector != "html")


def _picture(driver: Chrome, base: str, one: Finding, folder: Path, number: int) -> Picture | None:
    """One picture; None when the place is not to be seen any more."""
    try:
        driver.get(address(base, one.page))
        enter(driver, STATES[one.states[0] if one.states else "wide"])
        box = driver.execute_script(_BOX, one.selector, ROOM, WIDEST, HIGHEST)
        shot = _shot(driver, box) if box else b""
    except WebDriverException:
        return None
    if not shot:
        return None
    name = f"{FOLDER}/{number}.png"
    (folder / name).write_bytes(shot)
    return Picture(file=name, width=box["width"], height=box["height"], words=_short(box["words"]))


def _shot(driver: Chrome, box: dict[str, Any]) -> bytes:
    clip = {name: box[name] for name in ("x", "y", "width", "height")} | {"scale": 1}
    made = driver.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(made["data"])


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= WORDS else f"{said[:WORDS].rstrip()}…"
