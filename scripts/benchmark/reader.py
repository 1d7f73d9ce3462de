"""What a reader pays for a guide: everything that a browser fetches by itself, and what a first search adds."""

import time
from dataclasses import dataclass

from selenium.common.exceptions import WebDriverException

from benchmark.host import Sent
from benchmark.load import Subject
from benchmark.paint import Browser, painted, slow
from benchmark.peers import PEERS

# The network is quiet when nothing was asked for so long; nobody waits longer than that, in seconds.
QUIET_FOR, AT_MOST = 1.5, 40.0
# Where a search is written into a page: open it, wait for the field, write a word.
OPEN = "for (const one of document.querySelectorAll(arguments[0])) one.click()"
FIND = "return [...document.querySelectorAll(arguments[0])].some(one => one.type !== 'checkbox')"
WRITE = """const field = [...document.querySelectorAll(arguments[0])].find(one => one.type !== 'checkbox');
field.focus(); field.value = arguments[1];
for (const kind of ['input', 'keyup', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}))"""
BLOCKING = """return performance.getEntriesByType('resource')
  .filter(one => one.renderBlockingStatus === 'blocking').map(one => new URL(one.name).pathname)"""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """What a reader pays for a guide, untouched; bytes gzip -6. before: HTML and what blocks the first paint."""

    requests: int
    bytes: int
    before: int
    search: int | str


def reader(there: Browser, one: Subject, address: str, sent: Sent) -> Reader | None:
    """Open a guide without a throttle and touch nothing until the network is quiet; then search. None: no page."""
    with there.fresh():
        slow(there.driver, None, 1)
        if not painted(there.driver, address + one.first):
            return None
        _quiet(sent)
        first = f"/{one.first}"
        blocking = {first, *there.driver.execute_script(BLOCKING)}
        sizes = {path.partition("?")[0]: size for path, size in sent.requests}
        requests, size = len(sent.requests), sent.bytes
        return Reader(requests=requests, bytes=size, before=sum(sizes.get(path, 0) for path in blocking),
                      search=_searched(there, one, address, sent))


def _searched(there: Browser, one: Subject, address: str, sent: Sent) -> int | str:
    """Bytes that a first search adds; in words where there is no search, or where its field was not found."""
    peer, before, driver = next((peer for peer in PEERS if peer.name == one.name), None), sent.bytes, there.driver
    try:
        if one.name == "Stepfree":
            driver.get(f"{address}a-z/?q=passport")
        elif peer and peer.field:
            if peer.click:
                driver.execute_script(OPEN, peer.click)
            until = time.monotonic() + 10
            while not driver.execute_script(FIND, peer.field) and time.monotonic() < until:
                time.sleep(0.2)
            driver.execute_script(WRITE, peer.field, "passport")
        else:
            return "no search"
    except WebDriverException:
        return "not measured: its field was not found"
    _quiet(sent)
    return sent.bytes - before


def _quiet(sent: Sent) -> None:
    until, since, count = time.monotonic() + AT_MOST, time.monotonic(), len(sent.requests)
    while time.monotonic() < min(until, since + QUIET_FOR):
        time.sleep(0.1)
        if len(sent.requests) != count:
            since, count = time.monotonic(), len(sent.requests)
