"""The 86 success criteria of WCAG 2.2: what of each only people can judge, and how they do it (criteria.toml).

Which program checks which criterion is worked out from the rules, which name their criteria themselves.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("criteria.toml")
LEVELS = ("A", "AA", "AAA")
VERSIONS = ("2.0", "2.1", "2.2")


class WrongTable(Exception):
    """The table cannot be used: the message says where and why."""


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One success criterion. num: "1.4.3"; id: its name in WCAG's addresses; since: the first version that has it.

    people: what only a person can judge, or when there is nothing to test. procedure: the steps. tools and readers are
    ids of the lists of the table: what the steps need, and for whom the criterion matters.
    """

    num: str
    id: str
    name: str
    level: str
    since: str
    people: str
    procedure: tuple[str, ...]
    tools: tuple[str, ...]
    readers: tuple[str, ...]

    @property
    def guideline(self) -> str:
        """The number of the group it stands in: "1.4"."""
        return self.num.rpartition(".")[0]

    @property
    def axe_tag(self) -> str:
        """How axe-core's rules name it: "wcag143"."""
        return f"wcag{self.num.replace('.', '')}"


@dataclass(frozen=True, kw_only=True)
class Table:
    """The whole file: criteria in the order of WCAG; the rest says in words what ids and numbers mean.

    pages: a page of the test list for each principle, in order. skip: when a guideline can be passed over.
    """

    readers: Mapping[str, str]
    tools: Mapping[str, str]
    pages: Mapping[str, str]
    guidelines: Mapping[str, str]
    skip: Mapping[str, str]
    criteria: tuple[Criterion, ...]


@cache
def table() -> Table:
    """The table that ships, read once."""
    return read(FILE.read_text(encoding="utf-8"))


def criteria() -> tuple[Criterion, ...]:
    """All success criteria, in the order of WCAG."""
    return table().criteria


def by_number(num: str) -> Criterion:
    """The criterion of a number like "1.4.3"; raises WrongTable for one that WCAG 2.2 has not."""
    for one in criteria():
        if one.num == num:
            return one
    raise WrongTable(f"WCAG 2.2 has no success criterion {num}")


def by_axe_tag(tag: str) -> Criterion | None:
    """The criterion that a tag of axe-core names; None for tags of levels, of others, and of 4.1.1, which is gone."""
    return _tags().get(tag)


@cache
def _tags() -> dict[str, Criterion]:
    return {one.axe_tag: one for one in criteria()}


def read(words: str) -> Table:
    """The table from TOML; raises WrongTable for a key or an id too many, too few or unknown."""
    found = tomllib.loads(words)
    _keys("the file", found, Table)
    rows = [_criterion(one, f"criterion {one.get('num', place)}") for place, one in enumerate(found["criteria"], 1)]
    made = Table(**{**found, "criteria": tuple(rows)})
    for one in rows:
        _known(one, made)
    return made


def _criterion(found: dict[str, Any], where: str) -> Criterion:
    _keys(where, found, Criterion)
    lists = {each.name for each in fields(Criterion) if each.type == tuple[str, ...]}
    for name, value in found.items():
        if not value or isinstance(value, list) != (name in lists):
            raise WrongTable(f"{where}: {name} must be {'a list' if name in lists else 'a text'} and not empty")
    return Criterion(**{name: tuple(value) if name in lists else value for name, value in found.items()})


def _keys(where: str, found: dict[str, Any], kind: type) -> None:
    known = {each.name for each in fields(kind)}
    if unknown := found.keys() - known:
        raise WrongTable(f"{where}: there is no {_list(unknown)}")
    if missing := known - found.keys():
        raise WrongTable(f"{where}: {_list(missing)} is missing")


def _known(one: Criterion, made: Table) -> None:
    """Level, version, guideline, tools and readers are those that there are."""
    for values, among in [([one.level], LEVELS), ([one.since], VERSIONS), ([one.guideline], made.guidelines),
                          (one.tools, made.tools), (one.readers, made.readers)]:
        if unknown := set(values) - set(among):
            raise WrongTable(f"criterion {one.num}: {_list(unknown)} is none of {', '.join(among)}")


def _list(names: Iterable[Any]) -> str:
    return ", ".join(sorted(map(str, names)))
