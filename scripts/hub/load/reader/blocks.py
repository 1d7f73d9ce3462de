"""Which lines are the text of a `|` or `>` block, told from spaces alone, so that it also works in a broken file."""

import re

HEADER = re.compile(r"(?P<before> *(?:- +)*)(?P<key>(?!- )[^\s#\"'\[{][^#]*?:(?: +))?[|>][-+0-9]*[ \t]*(?:#.*)?$")


def inside(lines: list[str]) -> list[bool]:
    """For each line, whether it belongs to a block."""
    answers, limit = [], -1
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if limit >= 0 and line.strip() and indent <= limit:
            limit = -1
        answers.append(limit >= 0)
        if limit < 0:
            limit = _limit(line)
    return answers


def _limit(line: str) -> int:
    """Lines that follow with more spaces than this belong to the block that the line opens; -1: it opens none."""
    match = HEADER.match(line)
    if not match:
        return -1
    before = match["before"]
    return len(before) if match["key"] else max(before.rfind("-"), 0)
