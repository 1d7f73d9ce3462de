"""What a screen reader says on chosen pages of the shipped hub, as texts for people to review: tests/transcripts."""

import re
from collections.abc import Iterator
from pathlib import Path

from hub.audit.page import Page
from hub.audit.virtual import Heard, lines

FOLDER = Path(__file__).parents[1] / "transcripts"
# What files of many pages weigh changes with every word of the data.
_SIZE = re.compile(r"about [\d,]+ KB")
# Behind the day in the foot of a page: what the page weighs.
_WEIGHT = re.compile(r"(\b20\d\d\b[^\n]*: \D*?)\d+(?=\D*\.$)", re.MULTILINE)


def before(folder: Path = FOLDER) -> dict[str, str]:
    """Name -> path of the page, from the first lines of the files."""
    return {file.stem: file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("page: ")
            for file in folder.glob("*.txt")}


def transcript(page: Page, heard: Heard) -> str:
    """The text of a file."""
    text = _WEIGHT.sub(r"\1N", "\n".join(_lines(page, heard)) + "\n")
    return _SIZE.sub("about N KB", text)


def _lines(page: Page, heard: Heard) -> Iterator[str]:
    yield f"page: {page.path}"
    yield f"language: {page.language}, {page.tree.get('dir')}"
    yield f"title: {page.title}"
    yield ""
    yield from lines(heard, page.language)
