"""A problem is a value: where something is wrong, what is wrong, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, order=True)
class Problem:
    """One thing that an editor has to mend (or, as a warning, to look at).

    path: the file, relative to the folder that holds data/. line and column count from 1.
    field: the way to the value inside the file, joined with dots ("steps.book.title"), or "".
    code: a kebab-case word that names the rule; the handbook explains it under that word.
    message: what is wrong, in plain words. tip: what to write instead, or "".
    warning: True when the site may be built all the same.
    """

    path: str
    line: int
    column: int
    field: str
    code: str
    message: str
    tip: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """One line for one problem: `path:line:column: code message`, then what to write."""
        kind = "warning " if self.warning else ""
        where = f" (field {self.field})" if self.field else ""
        return f"{self.path}:{self.line}:{self.column}: {kind}{self.code} {self.message}{where} {self.tip}".rstrip()


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build, in the order of files and lines."""
    return sorted(problem for problem in problems if not problem.warning)
