"""What building costs: hubs of any size, each built once in a process of its own."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path

from benchmark.invented import invent

ROOT = Path(__file__).resolve().parents[2]
ONCE = ("import sys; from pathlib import Path; from hub.site.build import build; "
        "build(Path(sys.argv[1]), lambda sentence: None)")
LIKE = {"real": "our own", "long": "those of a portal of many years"}


class Failed(Exception):
    """A build came to no end; the text says so."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one build cost. cpu: seconds of the process and its children; memory: the most at a time, in MB."""

    guides: int
    pages: int
    cpu: float
    wall: float
    memory: float
    megabytes: float


def compare(sizes: Sequence[int], languages: int, like: str) -> Iterator[str]:
    """One build of each size as rows of a table, and how the cost grows. Raises ValueError and Failed."""
    yield f"Guides like {LIKE[like]}, each in {languages} languages."
    yield ""
    yield "| guides | pages | CPU seconds | seconds on the clock | memory, MB | files, MB |"
    yield "| --- | --- | --- | --- | --- | --- |"
    costs = []
    for size in sizes:
        costs.append(one := measured(size, languages, like))
        yield (f"| {one.guides:,} | {one.pages:,} | {one.cpu:.1f} | {one.wall:.1f} | {one.memory:.0f} | "
               f"{one.megabytes:.0f} |")
    yield ""
    yield from (grown(one, two) for one, two in pairwise(costs))


def grown(one: Cost, two: Cost) -> str:
    """How the CPU seconds grow: an exponent of 1 is as many times more guides, as many times more seconds."""
    share = two.cpu / one.cpu
    return (f"{two.guides:,} guides cost {share:.2f} times as much as {one.guides:,}; "
            f"the exponent is {log(share) / log(two.guides / one.guides):.2f}.")


def measured(guides: int, languages: int, like: str) -> Cost:
    """Build an invented hub once, in a folder that is gone afterwards. Raises ValueError and Failed."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        root = Path(folder)
        invent(ROOT, root, guides, languages, like)
        return built(root, guides)


def built(root: Path, guides: int) -> Cost:
    """Build the repository in that folder, in a process of its own. Raises Failed."""
    started = time.monotonic()
    child = os.posix_spawn(sys.executable, [sys.executable, "-P", "-c", ONCE, str(root)],
                           {**os.environ, "PYTHONPATH": str(root / "scripts")})
    _, status, used = os.wait4(child, 0)
    if status:
        raise Failed("The build failed; its reasons are above.")
    files = [file for file in (root / "site").rglob("*") if file.is_file()]
    return Cost(guides=guides, pages=sum(file.name == "index.html" for file in files),
                cpu=used.ru_utime + used.ru_stime, wall=time.monotonic() - started, memory=in_megabytes(used.ru_maxrss),
                megabytes=sum(file.stat().st_size for file in files) / 1e6)


def in_megabytes(most: int) -> float:
    """The most memory that the system tells of a process: Linux in units of 1,024 bytes, a Mac in bytes."""
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6
