"""The strict reader: bytes become a document of mappings, lists and texts, or problems in an editor's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

import yaml

from hub.load.reader import characters, comments, lines, syntax
from hub.load.reader.decoding import decode
from hub.load.reader.finding import MOST, finding
from hub.load.reader.nodes import Composer, Stop, Value
from hub.load.reader.objections import explain
from hub.load.reader.places import Path, Place, Places, nearest
from hub.problems import Problem

__all__ = ["Document", "explain", "read"]


@dataclass(frozen=True, kw_only=True)
class Document:
    """One file. Every scalar of `value` is text as it was written; the model gives types."""

    path: str
    value: dict[str, Value]
    text: str = field(repr=False)

    @property
    def positions(self) -> Mapping[Path, Place]:
        """The line and column, from 1, of each value."""
        return self._places.positions

    @property
    def keys(self) -> Mapping[Path, Place]:
        """The line and column, from 1, of each key of a mapping."""
        return self._places.keys

    def at(self, loc: Sequence[str | int]) -> Place:
        """The place of the key at loc, else of the value, else the same for what holds it."""
        return nearest(self.positions, self.keys, loc)

    @cached_property
    def _places(self) -> Places:
        # Only a file with a problem needs places: to keep all of them costs more than to read one file again.
        places = Places()
        Composer(self.text, places).value()
        return places


def read(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """The document, or None and all that is wrong. path: as editors know it, such as data/services/x/en.yml."""
    text, wrong = decode(raw)
    if wrong:
        return None, [replace(wrong, path=path)]
    value, problems = None, _before_yaml(text)
    if not problems:
        value, problems = _yaml(text)
    if problems:
        return None, sorted(replace(problem, path=path) for problem in problems)
    return Document(path=path, value=value, text=text), []


def _before_yaml(text: str) -> list[Problem]:
    """What can be judged sign by sign and line by line, at most 20 problems."""
    unseen = characters.suspicious(text)
    problems = list(islice(characters.refused(text), MOST)) if unseen else []
    if unseen or lines.suspicious(text):
        problems += islice(lines.refused(text), MOST - len(problems))
    return problems


def _yaml(text: str) -> tuple[Value | None, list[Problem]]:
    composer, value, stopped = Composer(text), None, []
    try:
        value = composer.value()
        stopped = [] if isinstance(value, dict) else [_not_a_mapping(text, value)]
        whole = True
    except (Stop, yaml.MarkedYAMLError) as error:
        whole = False
        stopped = [] if isinstance(error, Stop) else [syntax.explain(text, error)]
    notes = islice(comments.refused(text, composer.spans, whole), MOST)
    return value, _without_echoes(composer.problems, list(notes), stopped)


def _without_echoes(problems: list[Problem], notes: list[Problem], stopped: list[Problem]) -> list[Problem]:
    """One mistake, one problem: without notes in a field with a problem, and without what stops just after one."""
    fields = {problem.field for problem in problems}
    found = problems + [note for note in notes if note.field not in fields]
    heard = {problem.line + more for problem in found for more in (0, 1)}
    return found + [problem for problem in stopped if problem.line not in heard]


def _not_a_mapping(text: str, value: Value | None) -> Problem:
    if value is None or value == "":
        return finding(1, 1, "empty-file", "The file holds nothing.", "Write at least one line: `name: value`.")
    line = next(n for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.lstrip().startswith("#"))
    return finding(line, 1, "not-a-mapping", "The file does not begin with a field name and a “:”.",
                   "Write `name: value`.")
