"""The same guides through other makers of sites: what building costs, what a reader pays, how many times ours it is.

Everything has a limit, and a site is measured and thrown away before the next one is made.
"""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmark.building import ROOT, Cost, built
from benchmark.host import host
from benchmark.invented import invent
from benchmark.load import floor
from benchmark.paint import THROTTLES, browser, painted, slow
from benchmark.peer_site import Bench, Made, Stopped, made, subject
from benchmark.peers import PEERS, Names
from benchmark.ratios import table
from benchmark.reader import reader
from benchmark.same_words import Guide, guides
from benchmark.weigh import packed

HOW = ("The figures in brackets say how many times ours. Each maker gets the words of our guides as Markdown and what "
       "its own first steps say; ours makes more pages of the same data (topics, places, sources), and they count. "
       "Memory is the largest process. A guide: the median one by what we send, everything a browser fetches by itself "
       "until the network is quiet for 1.5 seconds, gzip -6 without headers; fonts from elsewhere are blocked and not "
       "counted. Before the first text: HTML and what blocks painting.")


def compare(bench: Bench, count: int, names: Names, before: dict[str, tuple[int, float]]) -> Iterator[str]:
    """The table of one number of guides. before: what a peer took on the clock for fewer guides; more is put there."""
    site, cost = ours(bench, count, len(names))
    every = list(guides(site, [*names]))
    first, second = chosen(site, every)
    kept = bench.scratch / "kept" / "ours"
    shutil.move(site, kept)
    done = [Made("Stepfree", cost, subject("Stepfree", kept, first, second))]
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


def look(bench: Bench, done: list[Made]) -> None:
    """What a reader pays, then the first paint on slow-3g, three times by turns, with the floor."""
    zero = Cost(guides=0, pages=2, cpu=0, wall=0, memory=0, megabytes=0)
    done.append(Made("floor page", zero, floor(bench.scratch / "kept" / "floor")))
    with browser() as there, ExitStack() as hosts:
        every = [(one, *hosts.enter_context(host(one.subject.folder))) for one in done]
        for one, address, sent in every:
            if time.monotonic() < bench.until:
                bench.say(f"Looking at a guide: {one.name}")
                one.reader = reader(there, one.subject, address, sent)
        for _ in range(3):
            for one, address, _ in every:
                if time.monotonic() < bench.until:
                    with there.fresh():
                        slow(there.driver, THROTTLES[0], 1)
                        if found := painted(there.driver, address + one.subject.first):
                            one.paints.append(found)
