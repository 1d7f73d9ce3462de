"""A problem whose file is not known yet: the reader's modules judge a text, `read` knows its name."""

from hub.problems import Problem

MOST = 20


def finding(line: int, column: int, code: str, message: str, tip: str = "", field: str = "") -> Problem:
    """A problem without its path. line and column count from 1."""
    return Problem(path="", line=line, column=column, field=field, code=code, message=message, tip=tip)


def place(text: str, index: int) -> tuple[int, int]:
    """The line and column, from 1, of the character at index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def shorten(text: str, length: int = 60) -> str:
    """The text on one line, cut so that a message stays readable."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
