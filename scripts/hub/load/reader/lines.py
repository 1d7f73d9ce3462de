"""What is wrong with a line before YAML looks at it: its indentation, its colon, marks of a merge conflict."""

import re
from collections.abc import Callable, Iterator

from hub.load.reader import blocks
from hub.load.reader.finding import finding
from hub.problems import Problem

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
START = r" *(?:- +)*"
CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
INDENT_TAB = re.compile(r" *(\t)")
INDENT_SPACE = re.compile(rf"\s*?([{SPACES}])")
KEY_SPACE = re.compile(
    rf"{START}[\w.-]+[ {SPACES}]*?([{SPACES}]) *:|{START}[\w.-]+ *:([{SPACES}])|{START}-([{SPACES}])"
)
KEY_COLON = re.compile(rf"{START}[\w.-]+\s*([{COLONS}])")
QUESTION = re.compile(rf"{START}(\?)(?: |$)")
# Cheap signs that a text may break one of these rules; most files show none.
SIGNS = ("<<<<<<<", "\n=======", ">>>>>>>", "|||||||", "\n? ", " ? ", " ?\n", "\n?\n", "\n%", *COLONS)

Rule = tuple[Callable[[str], re.Match[str] | None], bool, str, str, str]
RULES: tuple[Rule, ...] = (
    (INDENT_TAB.match, True, "tab-indent", "There is a TAB character at the start of this line.",
     "Use spaces instead of TAB."),
    (INDENT_SPACE.match, True, "non-breaking-space", "This line begins with a special space that YAML does not count.",
     "Delete the spaces at the start of the line and type them again with the space bar."),
    (KEY_SPACE.match, False, "non-breaking-space", "YAML does not count the special space at the colon or the “-”.",
     "Delete it and type a space with the space bar."),
    (KEY_COLON.match, False, "full-width-colon", "The colon after the field name is not the common one.",
     "Write the colon of the English keyboard and a space: `name: value`."),
    (QUESTION.match, False, "question-mark", "A question mark at the start of a line means something else in YAML.",
     "Write `name: value`, or put the text in double quotes."),
    (re.compile("(%)").match, False, "directive", "A line that begins with “%” is an instruction to YAML, not a text.",
     "Remove the line, or put the text in double quotes after its field name."),
)


def suspicious(text: str) -> bool:
    """A quick look, true for every text of visible characters that may break a rule."""
    return text[0] in "?%=" or any(sign in text for sign in SIGNS)


def refused(text: str) -> Iterator[Problem]:
    """One problem for each line that breaks a rule."""
    lines = text.split("\n")
    yield from _conflicts(lines)
    for number, (line, in_block) in enumerate(zip(lines, blocks.inside(lines), strict=True), 1):
        for match_of, everywhere, *words in RULES:
            if (everywhere or not in_block) and (match := match_of(line)):
                yield finding(number, match.start(match.lastindex or 0) + 1, *words)
                break


def _conflicts(lines: list[str]) -> Iterator[Problem]:
    """One problem for each conflict: its first mark, not the two or three that follow."""
    is_open = False
    for number, line in enumerate(lines, 1):
        if CONFLICT.match(line):
            if not is_open or line.startswith("<"):
                yield finding(number, 1, "merge-conflict", "Two versions of this file were not put together.",
                              "Keep the right lines; remove those that begin with <<<<<<<, ======= and >>>>>>>.")
            is_open = not line.startswith(">")
