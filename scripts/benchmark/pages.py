"""What the rules that need only its file cost a page of a built site."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hub.audit import judge, run, targets
from hub.audit.page import Page
from hub.audit.rules import SITE, SOURCE


@dataclass(frozen=True, kw_only=True)
class Spent:
    """CPU seconds of this process for so many pages. by_rule: the rules that read one page, by their ids."""

    pages: int
    structures: float
    by_file: float
    across: float
    by_rule: dict[str, float]


def table(folder: Path) -> list[str]:
    """Lines for the terminal, in milliseconds a page. Raises NothingThere."""
    with targets.opened(str(folder)) as base:
        return told(measured(targets.read(str(folder), base)))


def measured(pages: Sequence[Page]) -> Spent:
    """Read the pages, judge each by its file, and hold all of them against each other, in the order of an audit."""
    structures = _seconds(lambda: run.plan(pages))
    by_file = _seconds(lambda: [judge.by_file(one) for one in pages])
    across = _seconds(lambda: [rule.find(pages) for rule in SITE])
    by_rule = {rule.id: _seconds(lambda rule=rule: [rule.find(one) for one in pages]) for rule in SOURCE}
    return Spent(pages=len(pages), structures=structures, by_file=by_file, across=across, by_rule=by_rule)


def told(spent: Spent) -> list[str]:
    """Lines for the terminal, in milliseconds a page."""
    each = {"reading it and finding its structure": spent.structures, "rules that need only its file": spent.by_file,
            "rules that compare pages": spent.across}
    dearest = sorted(spent.by_rule.items(), key=lambda one: -one[1])[:5]
    return [f"{spent.pages:,} pages, CPU milliseconds a page:",
            *(f"  {what}: {1000 * seconds / spent.pages:.1f}" for what, seconds in each.items()),
            "The dearest rules, the page being read already:",
            *(f"  {rule}: {1000 * seconds / spent.pages:.2f}" for rule, seconds in dearest)]


def _seconds(what: Callable[[], object]) -> float:
    began = time.process_time()
    what()
    return time.process_time() - began
