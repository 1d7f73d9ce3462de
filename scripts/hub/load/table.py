"""A file of commas and lines (CSV), as strictly read as the other files: every cell has its column and its place."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from hub.load.reader import characters
from hub.load.reader.decoding import decode
from hub.load.reader.finding import MOST, finding, shorten
from hub.load.reader.near import allowed
from hub.load.reader.places import Place
from hub.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line. value: its cells by column; at: where they stand."""

    path: str
    line: int
    value: dict[str, str]
    columns: Mapping[str, int]

    def at(self, loc: Sequence[str | int]) -> Place:
        """The place of the cell that loc begins with."""
        return self.line, self.columns.get(str(loc[0]), 1) if loc else 1


@dataclass(frozen=True, kw_only=True)
class Table:
    """The lines of a file by their period, for whoever finds a problem later; value is empty, the model has it all."""

    path: str
    rows: Mapping[str, Row]
    value: dict[str, object] = field(default_factory=dict)

    def at(self, loc: Sequence[str | int]) -> Place:
        """The place of (line, column, ...)."""
        row = self.rows.get(str(loc[0])) if loc else None
        return row.at(loc[1:]) if row else (1, 1)


def read(path: str, raw: bytes, header: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    """The lines below the header, or nothing and what is wrong. header: the columns there must be, in any order."""
    text, wrong = decode(raw)
    if wrong:
        return [], [replace(wrong, path=path)]
    lines = text.split("\n")[:-1]
    found = list(islice(_separators(lines, header), 1)) or list(islice(_signs(text), MOST))
    found = found or list(_header(lines, header))
    if found:
        return [], [replace(problem, path=path) for problem in found]
    columns = _cells(lines[0])
    rows, found = [], []
    for number, line in enumerate(lines[1:], 2):
        cells = _cells(line)
        if len(cells) == len(columns):
            rows.append(_row(path, number, [name for _, name in columns], cells))
        else:
            found.append(replace(_wrong_number(number, line, len(cells), len(columns)), path=path))
    return rows, found[:MOST]


def _row(path: str, number: int, names: list[str], cells: list[tuple[int, str]]) -> Row:
    return Row(path=path, line=number, value={name: cell for name, (_, cell) in zip(names, cells, strict=True)},
               columns={name: column for name, (column, _) in zip(names, cells, strict=True)})


def _cells(line: str) -> list[tuple[int, str]]:
    """(column, cell) of one line; spaces around a cell do not count. There are no quotation marks any more."""
    found, column = [], 1
    for cell in next(csv.reader([line], strict=True), [""]):
        found.append((column + len(cell) - len(cell.lstrip(" ")), cell.strip(" ")))
        column += len(cell) + 1
    return found


def _separators(lines: list[str], header: Sequence[str]) -> Iterator[Problem]:
    """A program for tables may part cells with something else."""
    for sign, name in ((";", "“;”"), ("\t", "a TAB")):
        if sign in lines[0] and "," not in lines[0] and len(header) > 1:
            yield finding(1, lines[0].index(sign) + 1, "csv-commas", f"The columns are parted by {name}.",
                          "Save the table again as CSV with commas.")


def _signs(text: str) -> Iterator[Problem]:
    """Signs that no cell may hold, and lines that no line of figures can be."""
    if characters.suspicious(text):
        yield from characters.refused(text)
    for number, line in enumerate(text.split("\n"), 1):
        if '"' in line:
            yield finding(number, line.index('"') + 1, "csv-quote", "There is a quotation mark.",
                          "Write numbers and ids without quotation marks; a number has a dot, not a comma: 12.5")
        elif len(line) > 1_000:
            yield finding(number, 1, "csv-line", f"The line has {len(line):,} letters.",
                          "One line holds the figures of one period.")


def _header(lines: list[str], header: Sequence[str]) -> Iterator[Problem]:
    """The first line must name every column once, and no other."""
    if not lines[0].strip():
        yield finding(1, 1, "empty-file", "The first line does not name the columns.", f"Write: {','.join(header)}")
        return
    names = _cells(lines[0])
    given = [name for _, name in names]
    missing = [name for name in header if name not in given]
    for number, (column, name) in enumerate(names):
        if name in given[:number]:
            yield finding(1, column, "column-twice", f"The column “{name}” stands twice.", "Remove one of them.", name)
        elif name not in header:
            yield finding(1, column, "unknown-column", f"The column “{shorten(name)}” is not known here.",
                          allowed(name, missing or header))
    if len([name for name in given if name not in header]) < len(missing):
        for name in missing:
            yield finding(1, 1, "missing-column", f"The column “{name}” is missing.",
                          f"Write the first line so: {','.join(header)}", name)


def _wrong_number(number: int, line: str, cells: int, columns: int) -> Problem:
    if not line.strip():
        return finding(number, 1, "csv-line", "The line is empty.", "Remove it.")
    return finding(number, 1, "csv-line", f"The line has {cells} cells; the first line names {columns} columns.",
                   "Write a comma between two cells, also where a cell is empty; a number has a dot: 12.5")
