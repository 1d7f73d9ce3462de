"""The one door to the virtual screen reader that package.json pins: what is heard on the open page, phrase by phrase.

It is no screen reader that people use: it says which name, role and state a page gives, in reading order, and not how
NVDA, Orca or VoiceOver would say it. It does not read frames, and it does not say languages: those come from the page.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome

from hub.audit.where import SELECTOR

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = "@guidepup/virtual-screen-reader"
MOST = 20_000  # phrases; the list of all guides has about 1,000
SECONDS = 20
# What begins and ends without a word of its own
_FRAME = re.compile(r"(?:end of )?(?:paragraph|strong|emphasis|term|definition|article|generic|group|document)")
_ITEM = re.compile(r"(?:end of )?listitem\b.*")
_SIZE = re.compile(r"set size (\d+)")
# next() moves no focus, so that the page does not notice. Behind the last phrase it would begin again.
_WALK = SELECTOR + """
(async (most, milliseconds) => {
  const reader = globalThis.stepfreeReader, heard = [], times = new Map(), began = performance.now();
  await reader.start({container: document.body});
  let whole = false;
  while (!whole && heard.length < most && performance.now() - began < milliseconds) {
    const node = reader.activeNode, words = await reader.lastSpokenPhrase();
    if (!node) { whole = true; break; }  // the whole page is hidden from screen readers
    const at = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    // An element is met twice, at its beginning and its end; more often only where the reader goes round in a ring
    times.set(node, (times.get(node) ?? 0) + 1);
    if (times.get(node) > 2) break;
    heard.push([words, selector(at), at.closest('[lang]')?.lang ?? '']);
    whole = words === 'end of document';
    await reader.next();
  }
  await reader.stop();
  // A page without anything has no end either
  return {heard, whole: whole || (heard.length > 1 && heard.every(([words]) => words === 'document'))};
})(%d, %d)
"""


class NoReader(Exception):
    """The virtual screen reader is missing, or of another version: the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """What is said at once. language: of the nearest element that names one, or ""."""

    words: str
    selector: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A whole page, read from its beginning. whole: False when the reader did not come to the end of it."""

    phrases: tuple[Phrase, ...]
    whole: bool


def listen(driver: Chrome) -> Heard:
    """Read the open page to its end. Raises NoReader.

    It happens in a world of its own beside the page's script, which no Content-Security-Policy of the page forbids.
    """
    frame = driver.execute_cdp_cmd("Page.getFrameTree", {})["frameTree"]["frame"]["id"]
    world = driver.execute_cdp_cmd("Page.createIsolatedWorld", {"frameId": frame, "worldName": "stepfree"})
    asked = {"contextId": world["executionContextId"], "awaitPromise": True, "returnByValue": True}
    driver.execute_cdp_cmd("Runtime.evaluate", {**asked, "expression": script()})
    found = _walked(driver, {**asked, "expression": _WALK % (MOST, SECONDS * 1000), "timeout": (SECONDS + 10) * 1000})
    phrases = (Phrase(words=words, selector=at, language=language) for words, at, language in found["heard"])
    return Heard(phrases=tuple(phrases), whole=found["whole"])


def _walked(driver: Chrome, walk: dict[str, Any]) -> dict[str, Any]:
    """What the script gives; nothing at all where the reader itself broke down or hung."""
    try:
        found = driver.execute_cdp_cmd("Runtime.evaluate", walk)["result"].get("value")
    except WebDriverException:  # a script that the browser has stopped; a browser that is gone is noticed next
        found = None
    return found or {"heard": [], "whole": False}


def version() -> str:
    """The one that package.json pins."""
    return json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"][PACKAGE]


@cache
def script() -> str:
    """The reader as a script for a page: the package's file for browsers, with a global name instead of an export."""
    folder = Path(os.environ.get("AXE", ROOT / "node_modules/axe-core/axe.min.js")).parents[1] / PACKAGE
    file = folder / "lib/esm/index.browser.js"
    if not file.is_file():
        raise NoReader(f"{PACKAGE} is missing: run npm ci --ignore-scripts")
    found = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    if found != version():
        raise NoReader(f"{PACKAGE} {found} is installed, expected {version()}: run npm ci --ignore-scripts")
    text = file.read_text(encoding="utf-8")
    export = re.search(r"export\s*\{[^{}]*?([\w$]+) as virtual\b[^{}]*\};?", text)
    if not export:
        raise NoReader(f"{PACKAGE} {found} exports no reader: it has changed, and so must {Path(__file__).name}")
    return f"(() => {{{text[:export.start()]};globalThis.stepfreeReader = {export[1]};{text[export.end():]}\n}})()"


def lines(heard: Heard, language: str) -> Iterator[str]:
    """The phrases for people to read: without the frames of paragraphs, and with a language where it is another one."""
    words = [each.words for each in heard.phrases]
    for phrase, following in zip(heard.phrases, [*words[1:], ""], strict=True):
        said = phrase.words
        if _FRAME.fullmatch(said) or _ITEM.fullmatch(said):
            continue
        if said == "list" and (size := _SIZE.search(following)):
            said = f"list of {size[1]}"
        yield said if phrase.language == language else f"[{phrase.language}] {said}"
