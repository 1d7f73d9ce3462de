"""What a single value may not hold: markup, a curly quotation mark as its first sign, hidden characters by escape."""

import re
from collections.abc import Iterator

import yaml

from hub.load.reader import characters
from hub.load.reader.finding import finding, place, shorten
from hub.problems import Problem

# A lone "<" or "&" is ordinary text: only what a browser or a template engine would act on is refused.
MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,40}>?|<[!?][^<>\n]{0,40}>?|&#?\w{1,32};|\{\{|\{%|javascript:", re.IGNORECASE)
# A placeholder, or the first signs of a template, where YAML expects "{field: value}".
BRACES = re.compile(r"\{[{%]|\{ *[^\s:,{}\[\]\"']+ *\}")
# The last four are the end of "javascript:", so that no text has to be copied to small letters first.
SIGNS = ("\\", "<", "&", "{{", "{%", "pt:", "PT:", "pT:", "Pt:")
CURLY = frozenset("“”„‟‘’‚‛＂＇")
CURLY_TIP = "Curly quotation marks do not count. Use straight ones (\"), or write the text on the next line after `|`."


def suspicious(text: str) -> bool:
    """Whether any value of a file needs a closer look: true for few files, so that the others cost nothing."""
    return any(sign in text for sign in SIGNS)


def refused(text: str, event: yaml.ScalarEvent, field: str) -> Iterator[Problem]:
    """One problem for each line of the value that holds what is not allowed."""
    start, end = event.start_mark.index, event.end_mark.index
    if not event.style and event.value[:1] in CURLY:
        yield curly(*place(text, start), event.value[0], field)
    if event.style == '"' and "\\" in text[start:end]:
        yield from _escaped(text, event, field)
    else:
        yield from _marked_up(text, start, end, field)


def curly(line: int, column: int, sign: str, field: str = "") -> Problem:
    """The problem of a text that begins with a curly quotation mark."""
    message = f"The text begins with the curly quotation mark {sign}."
    return finding(line, column, "curly-quote", message, CURLY_TIP, field)


def _marked_up(text: str, start: int, end: int, field: str) -> Iterator[Problem]:
    while match := MARKUP.search(text, start, end):
        yield markup(*place(text, match.start()), match[0], field)
        start = text.find("\n", match.start(), end) % (end + 1)


def _escaped(text: str, event: yaml.ScalarEvent, field: str) -> Iterator[Problem]:
    """An escape hides in the file what it puts on the page, so the finished value is judged."""
    line, column = place(text, event.start_mark.index)
    if hidden := characters.hidden(event.value):
        yield finding(line, column, "invisible-character",
                      f"A “\\” in this text makes an invisible character ({hidden}).",
                      "Remove the “\\” and the signs that belong to it.", field)
    if match := MARKUP.search(event.value):
        yield markup(line, column, match[0], field)


def markup(line: int, column: int, what: str, field: str = "") -> Problem:
    """The problem of a text that holds HTML, an entity or a template's signs."""
    message = f"Found “{shorten(what, 30)}”. Only plain text is allowed here."
    return finding(line, column, "markup", message, "Remove it.", field)


def braces(line: int, column: int, what: str, field: str = "") -> Problem:
    """The problem of a text that begins with a brace, which YAML takes for a group of fields."""
    if what.startswith(("{{", "{%")):
        return markup(line, column, what[:2], field)
    message = f"The text begins with “{what}”, which means something else in YAML."
    return finding(line, column, "placeholder-not-quoted", message,
                   "Put the whole text in double quotes, or on the next line after `|`.", field)
