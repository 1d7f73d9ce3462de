"""One data file: read, held against its model, its problems collected with line and column."""

import os
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from hub.load.again import Again, Reading
from hub.load.reader import Document, explain, read
from hub.load.reader.objections import Placed
from hub.model.fields import allowed_fields
from hub.problems import Problem

M = TypeVar("M", bound=BaseModel)


class Files:
    """The data files below one folder. Keeps what was read, so that checks can point at lines."""

    def __init__(self, root: Path, again: Again | None = None) -> None:
        """root: the folder that holds data/. again: what was read before, where it is kept."""
        self.root, self.again, self._above = root, again, f"{root}{os.sep}"
        self.documents: dict[str, Placed] = {}
        self.problems: list[Problem] = []

    def load(self, path: Path, model: type[M]) -> M | None:
        """Read one file as `model`; None when it has problems (they are in `problems`)."""
        shown = self.shown(path)
        try:
            with open(path, "rb") as file:
                raw = file.read()
        except OSError:
            self.say(shown, "missing-file", "This file is missing or cannot be read.", f"Write a file {path.name}")
            return None
        reading = self.again.known(shown, model, raw) if self.again else None
        if reading is None:
            reading = _read(shown, raw, model)
            if self.again:
                self.again.keep(shown, model, raw, reading)
        self.problems += reading.problems
        if reading.document is not None:
            self.documents[shown] = reading.document
        return reading.made

    def say(self, shown: str, code: str, message: str, tip: str = "") -> None:
        """Report a problem of a whole file or folder."""
        self.problems.append(Problem(path=shown, line=1, column=1, field="", code=code, message=message, tip=tip))

    def shown(self, path: Path) -> str:
        """The path as editors see it, from the folder that holds data/."""
        # Thousands of files: Path.relative_to takes ten times as long
        return str(path).removeprefix(self._above).replace(os.sep, "/")


def _read(shown: str, raw: bytes, model: type[BaseModel]) -> Reading:
    """The bytes of a file as a model, or what is wrong with them."""
    document, found = read(shown, raw)
    if document is None:
        return Reading(None, None, tuple(found))
    made, problems = _typed(document, model)
    # For lines and columns the text is enough; to keep all values as well would double what loading holds.
    return Reading(replace(document, value={}), made, (*found, *problems))


def _typed(document: Document, model: type[BaseModel]) -> tuple[Any, list[Problem]]:
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        return None, list(explain(document, error, lambda loc: allowed_fields(model, loc)))


def did_you_mean(word: str, among: Sequence[str]) -> str:
    """A sentence that proposes the nearest word, or the short list of all of them, or nothing."""
    near = get_close_matches(word, among, 1, 0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Allowed: {', '.join(among)}" if 0 < len(among) <= 12 else ""
