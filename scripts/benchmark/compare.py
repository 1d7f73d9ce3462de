"""The same guides through other makers of sites: what building costs, what a reader pays, how many times ours it is.

Everything has a limit: a build is stopped after so many seconds, one that would take longer by what a smaller one took
is not begun, and a site is measured and thrown away before the next one is made.
"""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from selenium.common.exceptions import WebDriverException

from benchmark.building import Cost, built
from benchmark.host import Sent, host
from benchmark.invented import invent
from benchmark.load import Subject, floor
from benchmark.paint import THROTTLES, Browser, Paint, browser, painted, slow
from benchmark.peers import PEERS, Names, Peer, command, environment, installed, runs
from benchmark.same_words import Guide, guides, missing
from benchmark.weigh import packed

HOW = ("The figures in brackets say how many times ours. Each maker gets the words of our guides as Markdown and what "
       "its own first steps say; ours makes more pages of the same data (topics, places, sources), and they count. "
       "Memory is the largest process. A guide: the median one by what we send, everything a browser fetches by itself "
       "until the network is quiet for 1.5 seconds, gzip -6 without headers; fonts from elsewhere are blocked and not "
       "counted. Before the first text: HTML and what blocks painting.")
ROOT = Path(__file__).resolve().parents[2]
# A peer's page may lack this share of our words: headings that it makes anew, marks of Markdown.
LACKING = 0.02
# A build of so many times more guides is taken to cost at least that power of it (Material: 1.59).
GROWS = 1.5
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


class Stopped(Exception):
    """A build was not made or not finished; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """What a reader pays for a guide, untouched; bytes gzip -6. before: HTML and what blocks the first paint."""

    requests: int
    bytes: int
    before: int
    search: int | str


@dataclass
class Made:
    """A site. ours: what the ratios are held against; reader and paints come later."""

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


def compare(bench: Bench, count: int, names: Names, before: dict[str, tuple[int, float]]) -> Iterator[str]:
    """The table of one number of guides. before: what a peer took on the clock for fewer guides; more is put there."""
    site, cost = ours(bench, count, len(names))
    every = list(guides(site, [*names]))
    first, second = chosen(site, every)
    kept = bench.scratch / "kept" / "ours"
    shutil.move(site, kept)
    done = [Made("Stepfree", cost, _subject("Stepfree", kept, first, second))]
    told = []
    for peer in PEERS:
        try:
            done.append(made(bench, peer, every, names, (first, second), before))
        except Stopped as reason:
            told.append(f"- {peer.name}: not run. {reason}")
    look(bench, done)
    words = sum(len(one.body.split()) for one in every) / len(every)
    yield f"{count:,} guides, {words:,.0f} words each in the mean, in {' and '.join(names)}:"
    yield ""
    yield from table(done)
    yield ""
    yield from told
    shutil.rmtree(bench.scratch / "kept")


def ours(bench: Bench, count: int, languages: int) -> tuple[Path, Cost]:
    """Our own site of that many guides. Raises ValueError and building.Failed."""
    root = bench.scratch / "ours"
    root.mkdir(parents=True)
    invent(ROOT, root, count, languages, "real")
    bench.say(f"Building {count:,} guides: Stepfree")
    return root / "site", built(root, count)


def chosen(site: Path, every: Sequence[Guide]) -> tuple[str, str]:
    """The ids of the median guide by what is sent of ours in the first language, and of the next lighter one."""
    language = every[0].language
    sizes = {one.id: len(packed((site / "guides" / one.id / "index.html").read_bytes()))
             for one in every if one.language == language}
    ordered = sorted(sizes, key=lambda one: (sizes[one], one))
    return ordered[len(ordered) // 2], ordered[len(ordered) // 2 - 1]


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
    return Made(peer.name, cost, _subject(peer.name, kept, *ids))


def build(bench: Bench, peer: Peer, project: Path, count: int, names: Names) -> Cost:
    """Run a peer; what does not end in time is ended with all its children. Raises Stopped."""
    started, cpu, memory = time.monotonic(), 0.0, 0.0
    for one in runs(peer, bench.tools, names):
        used = _run(bench, one, project)
        cpu, memory = cpu + used.ru_utime + used.ru_stime, max(memory, used.ru_maxrss / 1e3)
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


def _subject(name: str, folder: Path, first: str, second: str) -> Subject:
    return Subject(name=name, folder=folder, first=f"guides/{first}/", second=f"guides/{second}/", size=0)


def look(bench: Bench, done: list[Made]) -> None:
    """What a reader pays, then the first paint on slow-3g, three times by turns, with the floor."""
    zero = Cost(guides=0, pages=2, cpu=0, wall=0, memory=0, megabytes=0)
    done.append(Made("floor page", zero, floor(bench.scratch / "kept" / "floor")))
    with browser() as there, ExitStack() as hosts:
        every = [(one, *hosts.enter_context(host(one.subject.folder))) for one in done]
        for one, address, sent in every:
            if time.monotonic() < bench.until:
                bench.say(f"Looking at a guide: {one.name}")
                one.reader = reader(there, one, address, sent)
        for _ in range(3):
            for one, address, _ in every:
                if time.monotonic() < bench.until:
                    with there.fresh():
                        slow(there.driver, THROTTLES[0], 1)
                        if found := painted(there.driver, address + one.subject.first):
                            one.paints.append(found)


def reader(there: Browser, one: Made, address: str, sent: Sent) -> Reader | None:
    """Open a guide without a throttle and touch nothing until the network is quiet; then search. None: no page."""
    with there.fresh():
        slow(there.driver, None, 1)
        if not painted(there.driver, address + one.subject.first):
            return None
        _quiet(sent)
        first = f"/{one.subject.first}"
        blocking = {first, *there.driver.execute_script(BLOCKING)}
        sizes = {path.partition("?")[0]: size for path, size in sent.requests}
        requests, size = len(sent.requests), sent.bytes
        return Reader(requests=requests, bytes=size, before=sum(sizes.get(path, 0) for path in blocking),
                      search=_searched(there, one, address, sent))


def _searched(there: Browser, one: Made, address: str, sent: Sent) -> int | str:
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


def table(done: Sequence[Made]) -> Iterator[str]:
    """A row for each; in brackets how many times ours it is."""
    mine = done[0]
    yield ("| maker | build, CPU seconds | memory, MB | pages | files, MB | requests of a guide | its bytes, gzip | "
           "before the first text | first search adds | FCP, LCP on slow-3g, ms |")
    yield "| --- |" + " --- |" * 9
    for one in done:
        built_, read = [*_built(one.cost, mine.cost)], [*_read(one.reader, mine.reader)]
        yield f"| {' | '.join([one.name, *built_, *read, _paints(one.paints)])} |"


def _built(cost: Cost, mine: Cost) -> Iterator[str]:
    if not cost.guides:
        yield from ("", "", "", "")
        return
    yield f"{cost.cpu:.1f}{_times(cost, mine, 'cpu')}"
    yield f"{cost.memory:.0f}{_times(cost, mine, 'memory')}"
    yield f"{cost.pages:,}"
    yield f"{cost.megabytes:.0f}{_times(cost, mine, 'megabytes')}"


def _read(read: Reader | None, mine: Reader | None) -> Iterator[str]:
    if read is None or mine is None:
        yield from ("not run", "not run", "not run", "not run")
        return
    yield f"{read.requests}{_times(read, mine, 'requests')}"
    yield f"{read.bytes:,}{_times(read, mine, 'bytes')}"
    yield f"{read.before:,}"
    yield read.search if isinstance(read.search, str) else f"{read.search:,}"


def _times(one: Cost | Reader, mine: Cost | Reader, name: str) -> str:
    """How many times ours, in brackets; ours itself has none."""
    return "" if one is mine else f" ({getattr(one, name) / getattr(mine, name):.1f})"


def _paints(paints: Sequence[Paint]) -> str:
    if len(paints) < 3:
        return "not run"
    return f"{median(one.first for one in paints):,.0f}, {median(one.largest for one in paints):,.0f}"
