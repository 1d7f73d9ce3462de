"""From bytes to text: size, UTF-8, line ends. Nothing else of the text is changed here."""

from hub.load.reader.finding import finding
from hub.problems import Problem

LARGEST = 200_000


def decode(raw: bytes) -> tuple[str, Problem | None]:
    """The text with LF line ends and a last line end, or "" and what is wrong."""
    if len(raw) > LARGEST:
        return "", finding(1, 1, "too-large", f"The file is too large ({len(raw):,} bytes; the limit is {LARGEST:,}).",
                           "Split it: one file holds one thing.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", _not_utf8(raw, error.start)
    return _even_line_ends(text), None


def _not_utf8(raw: bytes, start: int) -> Problem:
    line_start = raw.rfind(b"\n", 0, start) + 1
    column = len(raw[line_start:start].decode("utf-8", "replace")) + 1
    return finding(raw.count(b"\n", 0, start) + 1, column, "not-utf8",
                   "Here the file is not written in UTF-8, so a letter cannot be read.",
                   "Save the file again and choose the encoding UTF-8.")


def _even_line_ends(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"
