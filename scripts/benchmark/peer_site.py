"""A site that a maker of sites has made of our guides: its build, held to a limit, and whether it has our words.

A build is stopped after so many seconds; one that would take longer, by what a smaller one took, is not begun.
"""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmark.building import Cost, in_megabytes
from benchmark.load import Subject
from benchmark.paint import Paint
from benchmark.peers import Names, Peer, command, environment, installed, runs
from benchmark.reader import Reader
from benchmark.same_words import Guide, missing

# A peer's page may lack this share of our words: headings that it makes anew, marks of Markdown.
LACKING = 0.02
# A build of so many times more guides is taken to cost at least that power of it (Material: 1.59).
GROWS = 1.5


class Stopped(Exception):
    """A build was not made or not finished; the text says why."""


@dataclass
class Made:
    """A site, and what it cost; what a reader pays and when it paints are put there when all sites are made."""

    name: str
    cost: Cost
    subject: Subject
    reader: Reader | None = None
    paints: list[Paint] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """One run of the command. limit: seconds that one build may take; until: when all must be over (monotonic)."""

    tools: Path
    scratch: Path
    limit: float
    until: float
    say: Callable[[str], None]


def subject(name: str, folder: Path, first: str, second: str) -> Subject:
    """Where its two guides are; nothing is computed of its weight."""
    return Subject(name=name, folder=folder, first=f"guides/{first}/", second=f"guides/{second}/", size=0)


def made(bench: Bench, peer: Peer, every: Sequence[Guide], names: Names, ids: tuple[str, str],
         before: dict[str, tuple[int, float]]) -> Made:
    """Build with a peer, hold its words against ours, and keep only the pages that are looked at. Raises Stopped."""
    count = len({one.id for one in every})
    if not installed(peer, bench.tools):
        raise Stopped(f"Not installed; scripts/bench peers --install does it, or type: {command(peer, Path('FOLDER'))}")
    if peer.name in before:
        fewer, seconds = before[peer.name]
        if (guessed := seconds * (count / fewer) ** GROWS) > bench.limit:
            raise Stopped(f"{fewer:,} guides took {seconds:,.0f} seconds; {count:,} would take {guessed:,.0f} and "
                          f"more, and the limit is {bench.limit:,.0f}.")
    project = bench.tools / peer.package / "project"
    shutil.rmtree(project, ignore_errors=True)
    peer.write(project, every, names)
    bench.say(f"Building {count:,} guides: {peer.name}")
    cost = build(bench, peer, project, count, names)
    before[peer.name] = count, cost.wall
    _same(bench, project / peer.site, names, ids[0])
    kept = bench.scratch / "kept" / peer.package
    _thin(project / peer.site, ids)
    shutil.move(project / peer.site, kept)
    shutil.rmtree(project)
    return Made(peer.name, cost, subject(peer.name, kept, *ids))


def build(bench: Bench, peer: Peer, project: Path, count: int, names: Names) -> Cost:
    """Run a peer; what does not end in time is ended with all its children. Raises Stopped."""
    started, cpu, memory = time.monotonic(), 0.0, 0.0
    for one in runs(peer, bench.tools, names):
        used = _run(bench, one, project)
        cpu, memory = cpu + used.ru_utime + used.ru_stime, max(memory, in_megabytes(used.ru_maxrss))
    files = [file for file in (project / peer.site).rglob("*") if file.is_file()]
    return Cost(guides=count, pages=sum(file.suffix == ".html" for file in files), cpu=cpu,
                wall=time.monotonic() - started, memory=memory, megabytes=sum(f.stat().st_size for f in files) / 1e6)


def _run(bench: Bench, words: list[str], project: Path) -> resource.struct_rusage:
    seconds = min(bench.limit, bench.until - time.monotonic())
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(words, cwd=project, env=environment(bench.tools), stdout=subprocess.DEVNULL,
                                 stderr=said, start_new_session=True)
        used = _waited(child, time.monotonic() + seconds)
        if used is None:
            raise Stopped(f"It was stopped after {seconds:,.0f} seconds.")
        if child.returncode:
            said.seek(0)
            raise Stopped(f"Its build failed: {' '.join(said.read().decode('utf-8', 'replace').split())[:300]}")
    return used


def _waited(child: subprocess.Popen[bytes], until: float) -> resource.struct_rusage | None:
    """What it used; None where it had to be ended."""
    while time.monotonic() < until:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return used
        time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    return None


def _same(bench: Bench, site: Path, names: Names, one: str) -> None:
    """The page of a guide in each language has our words. Raises Stopped."""
    for number, language in enumerate(names):
        below = f"{language}/guides" if number else "guides"
        theirs, mine = site / below / one / "index.html", bench.scratch / "kept/ours" / below / one / "index.html"
        if not theirs.is_file():
            raise Stopped(f"It made no page {below}/{one}/.")
        if (lacks := missing(mine, theirs)) > LACKING:
            raise Stopped(f"Its page {below}/{one}/ lacks {lacks:.0%} of the words of ours.")


def _thin(site: Path, ids: tuple[str, str]) -> None:
    """Only the guides that are looked at; the rest is counted."""
    for page in [*site.glob("guides/*"), *site.glob("*/guides/*")]:
        if page.is_dir() and page.name not in ids:
            shutil.rmtree(page)
