"""Chromium by selenium: fresh each time, shut off from the outside, and what may be set while a page is open."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import sleep
from weakref import WeakKeyDictionary, WeakSet

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Chrome, ChromeOptions, Remote
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from urllib3.exceptions import HTTPError

UNSEEN = ("--headless=new", "--window-size=1280,900")
# On a screen, for a screen reader: the whole screen, and the tree of accessibility from the beginning.
SEEN = ("--force-renderer-accessibility", "--kiosk", "--disable-features=BackForwardCache,Translate")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One process for all pages, and room before rubbish is collected: a third less CPU a page (measured, 2026-11).
    "--disable-features=BackForwardCache",
    "--process-per-site",
    # Nothing is drawn by a graphics card: a tenth less in the mean of four runs, which differ as much (2026-11)
    "--in-process-gpu",
    "--js-flags=--min-semi-space-size=64",
)
LOCAL = "127.0.0.1"
CLEARINGS = 100  # ten seconds, of which a busy machine may need some
# What a call raises when the browser died, and what it raises when its driver died: selenium hands on urllib3's.
DEAD = (WebDriverException, HTTPError)
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27}
_H1 = "(document.querySelector('h1')?.textContent ?? '').split(/\\s+/).filter(Boolean).join(' ')"
# When the scripts of the page have done their work: what they fetch or look up may come after the page has loaded. Ten
# looks without a change are taken for done; on a busy machine they take longer, as scripts do. 120 looks are enough.
_SETTLED = f"""
const done = arguments[0];
let still = 0, looks = 0;
const watch = new MutationObserver(() => {{ still = 0; }});
watch.observe(document, {{subtree: true, childList: true, attributes: true, characterData: true}});
(function look() {{
  if (document.querySelector('script[src]') && still++ < 10 && looks++ < 120) return setTimeout(look, 25);
  watch.disconnect();
  done({_H1});
}})();
"""
# JavaScript: whether script belongs to the open page. Data in a script element is not script.
SCRIPTED = """[...document.scripts].some(each => !each.type || /javascript|ecmascript|^module$/i.test(each.type))
  || [...document.querySelectorAll('*')].some(each => [...each.attributes].some(one => /^on./.test(one.name)))"""
_silent: WeakSet[Chrome] = WeakSet()  # those that run no script of pages
_as_set: WeakKeyDictionary[Chrome, dict[str, object]] = WeakKeyDictionary()
_NO_WORKER = "if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});"


class WrongPage(Exception):
    """What the browser shows is not the page that was asked for."""


@contextmanager
def chromium(
    host: str = LOCAL, *, grid: str = "", screen: Mapping[str, str] | None = None, workers: bool = False,
    log: bool = False,
) -> Iterator[Chrome]:
    """A browser with a profile of its own, which is gone afterwards. It finds no host but this machine and `host`.

    grid: the address of a Selenium Grid that gives the browser; it does all that a Chrome here does. screen: the
    environment of a desktop on which it is to be seen. workers: whether pages may register service workers; a copy
    that one has kept is not the page that its server sends, and what it lists depends on the pages before. log: whether
    it writes down what pages ask for (hub.audit.network), which costs.
    """
    with _profile() as profile:
        driver = Remote(grid, options=_options(host, log=log)) if grid else _here(profile, host, screen, log)
        try:
            driver.set_page_load_timeout(20)
            driver.set_script_timeout(60)
            if not workers:
                driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _NO_WORKER})
            yield driver
        finally:
            driver.quit()


@contextmanager
def _profile() -> Iterator[str]:
    """A folder for one browser. Some of its processes outlive it for a moment, and write into what is being removed."""
    folder = mkdtemp(prefix="stepfree-profile-")
    try:
        yield folder
    finally:
        for _ in range(CLEARINGS):
            rmtree(folder, ignore_errors=True)
            if not Path(folder).exists():
                break
            sleep(0.1)


def _here(profile: str, host: str, screen: Mapping[str, str] | None, log: bool) -> Chrome:
    """Both paths are given (CHROMIUM and CHROMEDRIVER, else Debian's), or selenium looked for them on the network."""
    options = _options(host, UNSEEN if screen is None else SEEN, log=log)
    options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    options.add_argument(f"--user-data-dir={profile}")
    if screen is not None:
        # The bar that says so would take stops of the Tab key
        options.add_experimental_option("excludeSwitches", ["enable-automation"])
    return Chrome(options=options, service=Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"), env=screen))


def _options(host: str, more: tuple[str, ...] = UNSEEN, *, log: bool) -> ChromeOptions:
    options = ChromeOptions()
    for flag in (*FLAGS, *more, f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {LOCAL} , EXCLUDE {host}"):
        options.add_argument(flag)
    if log:
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": False})
    return options


def visit(driver: Chrome, address: str, h1: str) -> None:
    """Open the address; its first heading must be the expected one, because an error page passes every other check."""
    driver.get(address)
    shown = _heading(driver)
    if not h1 or shown != h1:
        raise WrongPage(f"{address} is headed {shown!r}, expected {h1!r}")


def visit_stranger(driver: Chrome, address: str, h1: str, title: str) -> None:
    """Open a page that others made: its script may write the heading anew, but not the title as well.

    A page that has neither in its file is taken as it comes.
    """
    driver.get(address)
    shown = " ".join(_heading(driver).split()), " ".join(driver.title.split())
    if (h1 or title) and shown[0] != h1 and shown[1] != title:
        raise WrongPage(f"{address} is headed {shown[0]!r} and called {shown[1]!r}, expected {h1!r} and {title!r}")


def _heading(driver: Chrome) -> str:
    """The words of the first heading. Where script is off nothing comes later, and no timer would tell."""
    said = driver.execute_script(f"return {_H1}") if driver in _silent else driver.execute_async_script(_SETTLED)
    return str(said)


def viewport(driver: Chrome, width: int, height: int) -> None:
    """Set the viewport in CSS pixels without loading the page again: 320 x 256 is 1280 x 1024 at 400 %."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    _set(driver, "Emulation.setDeviceMetricsOverride", size)


def scheme(
    driver: Chrome, name: str, *, forced_colors: bool = False, reduced_motion: bool = False, media: str = ""
) -> None:
    """Emulate the reader's choices: name is "light" or "dark"; media is "" for the screen, or "print"."""
    features = {
        "prefers-color-scheme": name,
        "forced-colors": "active" if forced_colors else "none",
        "prefers-reduced-motion": "reduce" if reduced_motion else "no-preference",
    }
    chosen = [{"name": feature, "value": value} for feature, value in features.items()]
    _set(driver, "Emulation.setEmulatedMedia", {"media": media, "features": chosen})


def forget(driver: Chrome) -> None:
    """To be called when another window is opened or closed: what was set for one does not hold in the other."""
    _as_set.pop(driver, None)
    _silent.discard(driver)


def _set(driver: Chrome, what: str, value: dict[str, object]) -> None:
    """Only where it is not so already: a page is laid out anew even for the size that it has."""
    if (was := _as_set.setdefault(driver, {})).get(what) != value:
        driver.execute_cdp_cmd(what, value)
        was[what] = value


def script(driver: Chrome, *, on: bool) -> None:
    """Let pages run script, or not, from the next page on; execute_script reads the page in both cases."""
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not on})
    (_silent.discard if on else _silent.add)(driver)


def press(driver: Chrome, key: str, *, shift: bool = False) -> None:
    """Press and release a key of KEYS, as a keyboard would."""
    event = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key], "modifiers": 8 if shift else 0}
    text = {"text": "\r"} if key == "Enter" else {}
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyDown" if text else "rawKeyDown", **event, **text})
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", **event})


def tab(driver: Chrome, times: int) -> None:
    """Press the Tab key so many times without looking in between: a third of the cost of single ones (measured)."""
    keys = ActionChains(driver, duration=0)
    for _ in range(times):
        keys.key_down(Keys.TAB).key_up(Keys.TAB)
    keys.perform()
