"""The command: scripts/bench build GUIDES[,GUIDES...] LANGUAGES [--like real|long], serve GUIDES, or renderer."""

import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path

from benchmark import renderer
from benchmark.invented import invent
from benchmark.served import Silent, waits

ROOT = Path(__file__).resolve().parents[2]
USAGE = """usage: scripts/bench build GUIDES[,GUIDES...] LANGUAGES [--like real|long]
  Makes a hub of so many guides with words drawn at random, builds it in a folder of its own, and says what it cost.
  --like real   guides as long as ours (the default)
  --like long   half of them with more than 926 words in their data, as on a portal of many years
for example: scripts/bench build 250,1000,4000 2

usage: scripts/bench serve GUIDES [LANGUAGES]
  Shows such a hub with scripts/serve, changes a guide a few times, and says how long it took to see it.

usage: scripts/bench renderer
  Builds our hub with ProperDocs as well, and compares every byte."""
EDITS = 5
ONCE = ("import sys; from pathlib import Path; from hub.site.build import build; "
        "build(Path(sys.argv[1]), lambda sentence: None)")


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


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    if arguments[:1] == ["serve"]:
        return _serve(arguments[1:])
    if arguments == ["renderer"]:
        return renderer.main(ROOT, int(time.time()))
    like = arguments[4] if len(arguments) == 5 and arguments[3] == "--like" else "real"
    sizes = arguments[1].split(",") if len(arguments) in (3, 5) else []
    fits = all(size.isdigit() for size in sizes) and like in ("real", "long")
    if not (sizes and fits and arguments[0] == "build" and arguments[2].isdigit()):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        _compare(sizes, int(arguments[2]), like)
    except (ValueError, Failed) as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def _serve(numbers: Sequence[str]) -> int:
    """Print how long each edit took to be seen."""
    if not 1 <= len(numbers) <= 2 or not all(number.isdigit() for number in numbers):
        print(USAGE, file=sys.stderr)
        return 2
    guides, languages = int(numbers[0]), int(numbers[1]) if len(numbers) == 2 else 2
    try:
        for number, seconds in enumerate(waits(ROOT, guides, languages, EDITS), 1):
            busy = os.getloadavg()[0] / (os.cpu_count() or 1)
            print(f"Edit {number} of {guides:,} guides in {languages} languages was seen after {seconds:.2f} seconds; "
                  f"for each core there was work for {busy:.1f}.", flush=True)
    except (ValueError, Silent) as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def _compare(sizes: Sequence[str], languages: int, like: str) -> None:
    """One build of each size, and how the cost grows from one to the next."""
    print(f"Guides like {'our own' if like == 'real' else 'those of a portal of many years'}, each in {languages} "
          f"languages. Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores.", flush=True)
    costs = [told(measured(int(size), languages, like)) for size in sizes]
    for one, two in pairwise(costs):
        print(grown(one, two))


def grown(one: Cost, two: Cost) -> str:
    """How the CPU seconds grow: an exponent of 1 is as many times more guides, as many times more seconds."""
    share = two.cpu / one.cpu
    return (f"{two.guides:,} guides cost {share:.2f} times as much as {one.guides:,}; "
            f"the exponent is {log(share) / log(two.guides / one.guides):.2f}.")


def told(cost: Cost) -> Cost:
    """Say it in one line."""
    print(f"{cost.guides:,} guides: {cost.pages:,} pages, {cost.cpu:.1f} CPU seconds, {cost.wall:.1f} seconds on the "
          f"clock, {cost.memory:.0f} MB of memory at most, {cost.megabytes:.0f} MB of files.", flush=True)
    return cost


def measured(guides: int, languages: int, like: str) -> Cost:
    """Build an invented hub once, in a process of its own. Raises Failed."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        root = Path(folder)
        invent(ROOT, root, guides, languages, like)
        started = time.monotonic()
        child = os.posix_spawn(sys.executable, [sys.executable, "-P", "-c", ONCE, str(root)],
                               {**os.environ, "PYTHONPATH": str(root / "scripts")})
        _, status, used = os.wait4(child, 0)
        if status:
            raise Failed("The build failed; its reasons are above.")
        files = [file for file in (root / "site").rglob("*") if file.is_file()]
        # Linux counts in kilobytes, a Mac in bytes.
        unit = 1e6 if sys.platform == "darwin" else 1e3
        return Cost(guides=guides, pages=sum(file.name == "index.html" for file in files),
                    cpu=used.ru_utime + used.ru_stime, wall=time.monotonic() - started, memory=used.ru_maxrss / unit,
                    megabytes=sum(file.stat().st_size for file in files) / 1e6)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
