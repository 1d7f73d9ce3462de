"""Characters that nobody sees, or that turn the direction of a text, are refused where they stand."""

import re
import unicodedata
from collections.abc import Iterator

from hub.load.reader.finding import finding, place
from hub.problems import Problem

REFUSED = re.compile(
    "(?P<indent>^[ \t]*\t[ \t]*)|[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffd-\uffff\U000e0000-\U000e007f]",
    re.MULTILINE,
)
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
JOINERS = frozenset("\u200c\u200d")
JOINED_SCRIPTS = frozenset((
    "ARABIC", "SYRIAC", "MANDAIC", "NKO", "MONGOLIAN", "ADLAM", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI",
    "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "TIBETAN", "MYANMAR", "KHMER", "BALINESE",
    "JAVANESE", "SUNDANESE", "CHAKMA",
))
# unicodedata has no names for control characters.
CONTROLS = {"\t": "TAB", "\x00": "NULL", "\x85": "NEXT LINE", "\x1b": "ESCAPE", "\x7f": "DELETE"}


def suspicious(text: str) -> bool:
    """A quick look, true for every text that may hold a refused character or an unusual space."""
    # isprintable() is false for all control and format characters and all spaces but the common one.
    return "\ufffd" in text or not text.replace("\n", "").isprintable()


def refused(text: str) -> Iterator[Problem]:
    """One problem for each character that is refused. A TAB that begins a line belongs to `lines`."""
    for match in REFUSED.finditer(text):
        index = match.start()
        if not (match["indent"] or _joins(text, index)):
            yield finding(*place(text, index), *_words(text, index))


def hidden(value: str) -> str:
    """The name of the first refused character of a finished value, or ""."""
    return next((_name(match[0][-1]) for match in REFUSED.finditer(value) if not _joins(value, match.start())), "")


def _name(sign: str) -> str:
    return f"{unicodedata.name(sign, CONTROLS.get(sign, 'CONTROL CHARACTER')).lower()}, U+{ord(sign):04X}"


def _joins(text: str, index: int) -> bool:
    """U+200C and U+200D belong to the spelling of Persian, Urdu, Kurdish and several scripts of India."""
    if text[index] not in JOINERS:
        return False
    near = text[index - 1 : index] + text[index + 1 : index + 2]
    return any(unicodedata.name(letter, "").split(" ")[0] in JOINED_SCRIPTS for letter in near)


def _words(text: str, index: int) -> tuple[str, str, str]:
    sign, after = text[index], _before(text, index)
    named = _name(sign)
    if sign == "\t":
        return "invisible-character", f"There is a TAB character{after}.", "Use spaces."
    if sign == "\ufffd":
        return "lost-character", f"A letter was lost{after}: only the sign “\ufffd” is left.", "Write the letter again."
    if sign in DIRECTION:
        return ("invisible-character", f"An invisible sign changes the direction of the text{after} ({named}).",
                "Delete it. The page itself sets the direction of each language.")
    return ("invisible-character", f"There is an invisible character{after} ({named}).",
            "Delete it, or delete the words around it and type them again.")


def _before(text: str, index: int) -> str:
    """Where an editor who cannot see the character finds it."""
    seen = text[text.rfind("\n", 0, index) + 1 : index].split()
    return f" after “{seen[-1][-20:]}”" if seen else " at the start of this line"
