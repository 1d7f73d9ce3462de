"""The table of makers of sites: a row for each, and in brackets how many times ours it is."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmark.building import Cost
from benchmark.paint import Paint
from benchmark.peer_site import Made
from benchmark.reader import Reader


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
