"""A note behind a value is cut off by every YAML library, together with real text after a “#”: it is refused."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hub.load.reader.finding import finding, place, shorten
from hub.problems import Problem

Span = tuple[int, int, str]
# What may stand between a text and a note: where the file is broken, nothing else proves that it is one.
BETWEEN = re.compile(r"[\s,:\]}|>+\-\d]*")


def suspicious(text: str) -> bool:
    """A quick look: is there a "#" that does not begin its line."""
    return next(_lines_with_sign(text), None) is not None


def refused(text: str, spans: Sequence[Span], whole: bool) -> Iterator[Problem]:
    """One problem for each line with a note behind a value. whole: the spans of all texts are known."""
    starts = [start for start, _, _ in spans]
    for begin, line in _lines_with_sign(text):
        for match in re.finditer("#", line):
            index = begin + match.start()
            _, end, field = spans[max(bisect_right(starts, index) - 1, 0)] if spans else (0, 0, "")
            if index >= end and (whole or BETWEEN.fullmatch(text, end, index)):
                yield _note(*place(text, index), line[match.start() :], field)
                break


def _lines_with_sign(text: str) -> Iterator[tuple[int, str]]:
    """Each line with a "#" that does not begin it, and where the line begins. Other lines are not looked at."""
    index = text.find("#")
    while index >= 0:
        begin, end = text.rfind("\n", 0, index) + 1, text.find("\n", index)
        if text[begin:index].strip():
            yield begin, text[begin:end]
        index = text.find("#", end)


def _note(line: int, column: int, note: str, field: str) -> Problem:
    return finding(line, column, "comment-after-value", f"The text from “#” on would be lost: “{shorten(note, 40)}”.",
                   "If it belongs to the text, put the whole text in double quotes. "
                   "If it is a note, put it on a line of its own.", field)
