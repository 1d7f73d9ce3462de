"""When a page paints on a slow connection: Chromium under named throttles, and what a real visit costs at least."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import urlopen

import websocket
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome

from hub.audit.browser import chromium

PHONE = {"width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": True}
# LCP and CLS are told while they happen, so the ear is there before the page.
OBSERVER = """window.bench = {lcp: 0, cls: 0};
new PerformanceObserver(list => { for (const one of list.getEntries()) bench.lcp = one.startTime })
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) bench.cls += one.value })
  .observe({type: 'layout-shift', buffered: true})"""
READ = """const first = performance.getEntriesByName('first-contentful-paint')[0];
return first && bench.lcp ? [first.startTime, bench.lcp, bench.cls] : null"""
# How long a page may take, and how long we look on after it has loaded, in seconds.
LIMIT, AFTER = 60, 1.0
# The first window of a new connection: ten segments of 1,460 bytes.
WINDOW = 14_600


@dataclass(frozen=True)
class Throttle:
    """A connection. latency: milliseconds there and back; speed: bytes a second, both ways."""

    name: str
    latency: int
    speed: int


THROTTLES = (Throttle("slow-3g", 400, 50_000), Throttle("2g", 800, 31_250), Throttle("edge-bad", 1_500, 6_250))


@dataclass(frozen=True)
class Paint:
    """Milliseconds to the first and to the largest paint; cls: how much moved afterwards (0 is nothing)."""

    first: float
    largest: float
    cls: float


def visit(throttle: Throttle, size: int) -> float:
    """Milliseconds of a real first visit over HTTPS, computed: three round trips (TCP, TLS, request), then the bytes.

    The window doubles with each round trip; where it is empty before the first answer comes back, the link waits.
    The name is known already (DNS), nothing is lost on the way, and the browser takes no time.
    """
    window, before, waited = WINDOW, 0, 0.0
    while size > before + window:
        waited += max(0.0, throttle.latency - 1000 * window / throttle.speed)
        before, window = before + window, window * 2
    return 3 * throttle.latency + 1000 * size / throttle.speed + waited


@dataclass
class Browser:
    """Chromium by its driver, and by a line of its own for what the driver does not pass on."""

    driver: Chrome
    line: websocket.WebSocket
    asked: int = 0

    def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """A command to the whole browser. Raises RuntimeError with its words where it refuses."""
        self.asked += 1
        self.line.send(json.dumps({"id": self.asked, "method": method, "params": values}))
        while (answer := json.loads(self.line.recv())).get("id") != self.asked:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    @contextmanager
    def fresh(self) -> Iterator[None]:
        """A new context, as a browser that was never anywhere: no cache, no connection, no storage."""
        old = self.driver.current_window_handle
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        made = self.ask("Target.createTarget", url="about:blank", browserContextId=context)
        self.driver.switch_to.window(made["targetId"])
        try:
            yield
        finally:
            self.driver.switch_to.window(old)
            self.ask("Target.disposeBrowserContext", browserContextId=context)


def slow(driver: Chrome, throttle: Throttle | None, processor: int) -> None:
    """A phone of 360 x 640 with this connection and a processor so many times slower."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": processor})
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": OBSERVER})
    driver.execute_cdp_cmd("Network.enable", {})
    if throttle:
        driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
            "offline": False, "latency": throttle.latency, "downloadThroughput": throttle.speed,
            "uploadThroughput": throttle.speed})


def painted(driver: Chrome, address: str) -> Paint | None:
    """Open the page and look on; None where it did not paint in time."""
    try:
        driver.get(address)
        time.sleep(AFTER)
        found = driver.execute_script(READ)
    except WebDriverException:
        return None
    return Paint(*found) if found else None


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium that finds no host but this machine."""
    with chromium() as driver:
        driver.set_page_load_timeout(LIMIT)
        there = driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        with urlopen(f"http://{there}/json/version", timeout=10) as answer:
            address = json.load(answer)["webSocketDebuggerUrl"]
        line = websocket.create_connection(address, timeout=30, suppress_origin=True)
        try:
            yield Browser(driver, line)
        finally:
            line.close()
