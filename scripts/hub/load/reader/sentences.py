"""PyYAML's messages, each with the sentence that an editor reads instead."""

Words = tuple[str, str]

SPECIAL: Words = ("The text starts with a special character.", "Put the whole text in double quotes.")
LINE_UP: Words = (
    "This line does not line up with the lines above.", "Check the spaces at its start, or write the text after `|`."
)
CLOSED: Words = (
    "The text goes on after its closing quotation mark.",
    "Put the whole text in one pair of quotation marks, or use `|`.",
)
UNCLOSED: Words = ("A quotation mark was opened and never closed.", "Add the closing mark.")
SECOND_COLON: Words = ("There is a second “:” on this line.", "Put the text in quotes, or on the next line after `|`.")
NO_COLON: Words = (
    "A “:” is missing after the field name.",
    "Write `name: value`. If the line goes on with the text above, give it the same spaces.",
)
NO_NAME: Words = ("A field name is missing before the “:”.", "Write `name: value`.")
BRACKET: Words = (
    "A bracket was opened and is not closed, or a “,” is missing between two entries.",
    "Close it on the same line, or put the whole text in double quotes.",
)
BACKSLASH: Words = (
    "The “\\” in double quotes means something else in YAML.", "Write `\\\\`, or use single quotes."
)
BLOCK: Words = (
    "Text stands on the same line as “|” or “>”.",
    "Write it on the next line, with two more spaces; or put it in double quotes.",
)
DASH: Words = (
    "The text starts with “- ”.", "Put the whole text in double quotes; a list begins on the next line."
)
SIGN: Words = ("Only a sign such as `|` may stand here.", "Write `|`, and the text on the next line.")
BEHIND: Words = ("There is text after the end of the file's fields.", "Remove it; one file holds one thing.")

# A part of PyYAML's message, our words, and whether the mistake is where the thing began and not where it was noticed.
SENTENCES: tuple[tuple[str, Words, bool], ...] = (
    ("unexpected end of stream", UNCLOSED, True),
    ("document separator", UNCLOSED, True),
    ("escape", BACKSLASH, False),
    ("hexdecimal", BACKSLASH, False),
    ("comment or a line break", BLOCK, True),
    ("could not find expected ':'", NO_COLON, True),
    ("sequence entries are not allowed", DASH, False),
    ("',' or", BRACKET, True),
    ("<stream end>", BRACKET, False),
    ("expected the node content", SPECIAL, False),
    ("cannot start any token", SPECIAL, False),
    ("alphabetic or numeric", SPECIAL, False),
    ("a tag", SPECIAL, True),
    ("indentation indicator", SIGN, False),
    ("<document start>", BEHIND, False),
    ("but found ':'", NO_NAME, False),
)


def sentence(said: str) -> tuple[Words, bool]:
    """Our words for PyYAML's, and whether the mistake is where the thing began."""
    return next(((words, begins) for part, words, begins in SENTENCES if part in said), (LINE_UP, False))
