"""Guides in Chromium: first and second page under each throttle, beside a page that has next to nothing on it."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmark.host import host
from benchmark.paint import THROTTLES, Browser, Paint, Throttle, browser, painted, slow, visit

PROCESSORS = (1, 6)
FLOOR = "<!doctype html><html lang=en><title>Floor</title><link rel=icon href=data:,><h1>Floor</h1><p>Next to nothing."
HOW = ("; ".join(f"{one.name}: {one.latency} ms there and back, {one.speed / 1000:g} KB a second"
                 for one in THROTTLES)
       + ". Chromium adds the latency once a request and knows no TCP or TLS; the last column does.")
HEAD = ("| connection | processor | page | FCP, ms | LCP, ms | CLS | second page: FCP, ms | a real first visit over "
        "HTTPS at least, ms (computed) |")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A site. first, second: addresses of two guides below its root; size: bytes before the first shows text."""

    name: str
    folder: Path
    first: str
    second: str
    size: int


def program() -> str:
    """The browser and its version."""
    named = subprocess.run([os.environ.get("CHROMIUM", "chromium"), "--version"], capture_output=True, text=True)
    return " ".join(named.stdout.split()[:2]) or "Chromium of unknown version"


def floor(folder: Path) -> Subject:
    """Two pages with next to nothing on them: what browser and throttle cost by themselves."""
    for name in ("one", "two"):
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(FLOOR, encoding="utf-8")
    return Subject(name="floor", folder=folder, first="one/", second="two/", size=len(FLOOR))


def load(subjects: Sequence[Subject], runs: int, seconds: float) -> Iterator[str]:
    """A row for each connection, processor and subject; the floor is one of them. What time does not allow is named."""
    yield HEAD
    yield "| --- |" + " --- |" * 7
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder, browser() as there, ExitStack() as hosts:
        every = [floor(Path(folder)), *subjects]
        addresses = {one.name: hosts.enter_context(host(one.folder))[0] for one in every}
        for throttle in THROTTLES:
            for processor in PROCESSORS:
                found: dict[str, list[tuple[Paint | None, Paint | None]]] = {one.name: [] for one in every}
                # By turns, so that a busy minute falls on all alike.
                for _ in range(runs):
                    for one in every:
                        if time.monotonic() < until:
                            found[one.name].append(_once(there, throttle, processor, addresses[one.name], one))
                yield from (_row(throttle, processor, one, found[one.name], runs) for one in every)


def _once(there: Browser, throttle: Throttle, processor: int, address: str, one: Subject
          ) -> tuple[Paint | None, Paint | None]:
    with there.fresh():
        slow(there.driver, throttle, processor)
        return painted(there.driver, address + one.first), painted(there.driver, address + one.second)


def _row(throttle: Throttle, processor: int, one: Subject, found: Sequence[tuple[Paint | None, Paint | None]],
         runs: int) -> str:
    begins = f"| {throttle.name} | x{processor} | {one.name} |"
    first, second = ([each[turn] for each in found if each[turn]] for turn in (0, 1))
    computed = f"{visit(throttle, one.size):,.0f}"
    if len(found) < runs:
        return f"{begins} not run: the time was over | | | | {computed} |"
    if len(first) < runs or len(second) < runs:
        return f"{begins} no paint in time in {2 * runs - len(first) - len(second)} of {2 * runs} | | | | {computed} |"
    return (f"{begins} {_middle(first, 'first')} | {_middle(first, 'largest')} | {median(p.cls for p in first):.3f} | "
            f"{_middle(second, 'first')} | {computed} |")


def _middle(paints: Sequence[Paint], name: str) -> str:
    return f"{median(getattr(one, name) for one in paints):,.0f}"
