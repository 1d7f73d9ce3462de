"""One data file: read, held against its model, its problems collected with line and column."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from hub.load.reader import Document, explain, read
from hub.load.reader.objections import Placed
from hub.model.fields import allowed_fields
from hub.problems import Problem

M = TypeVar("M", bound=BaseModel)


class Files:
    """The data files below one folder. Keeps what was read, so that checks can point at lines."""

    def __init__(self, root: Path) -> None:
        """root: the folder that holds data/."""
        self.root = root
        self.documents: dict[str, Placed] = {}
        self.problems: list[Problem] = []

    def load(self, path: Path, model: type[M]) -> M | None:
        """Read one file as `model`; None when it has problems (they are in `problems`)."""
        shown = self.shown(path)
        try:
            raw = path.read_bytes()
        except OSError:
            self.say(shown, "missing-file", "This file is missing or cannot be read.", f"Write a file {path.name}")
            return None
        document, found = read(shown, raw)
        self.problems += found
        if document is None:
            return None
        # For lines and columns the text is enough; to keep all values as well would double what loading holds.
        self.documents[shown] = replace(document, value={})
        return self._typed(document, model)

    def _typed(self, document: Document, model: type[M]) -> M | None:
        try:
            return model.model_validate(document.value)
        except ValidationError as error:
            self.problems += explain(document, error, lambda loc: allowed_fields(model, loc))
            return None

    def say(self, shown: str, code: str, message: str, tip: str = "") -> None:
        """Report a problem of a whole file or folder."""
        self.problems.append(Problem(path=shown, line=1, column=1, field="", code=code, message=message, tip=tip))

    def shown(self, path: Path) -> str:
        """The path as editors see it, from the folder that holds data/."""
        return path.relative_to(self.root).as_posix()


def did_you_mean(word: str, among: Sequence[str]) -> str:
    """A sentence that proposes the nearest word, or the short list of all of them, or nothing."""
    near = get_close_matches(word, among, 1, 0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Allowed: {', '.join(among)}" if 0 < len(among) <= 12 else ""
