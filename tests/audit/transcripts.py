"""What a screen reader says on chosen pages of the shipped hub, as texts for people to review: tests/transcripts."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from hub.audit.page import Page
from hub.audit.virtual import Heard, lines

FOLDER = Path(__file__).parents[1] / "transcripts"
FIRST = "en"
# In the other languages only these: the frame is the same, and a person who reads them has to come to an end.
KINDS = ("guide", "home", "place", "a-z")


def chosen(pages: list[Page], before: Mapping[str, str]) -> dict[str, Page]:
    """Name ("guide.en") -> page. One that was chosen before stays while it exists; else the middle one by size.

    So a new guide changes no file. Who wants another page changes the first line of its file and writes them anew.
    """
    groups: dict[str, list[Page]] = {}
    for page in pages:
        kind = page.tree.find("body").get("data-kind", "")
        if kind and (page.language == FIRST or kind in KINDS):
            groups.setdefault(f"{kind}.{page.language}", []).append(page)
    return {name: _one(group, before.get(name, "")) for name, group in sorted(groups.items())}


def _one(group: list[Page], before: str) -> Page:
    by_size = sorted(group, key=lambda page: (len(page.text), page.path))
    return next((page for page in group if page.path == before), by_size[(len(group) - 1) // 2])


def before(folder: Path = FOLDER) -> dict[str, str]:
    """Name -> path of the page, from the first lines of the files."""
    return {file.stem: file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("page: ")
            for file in folder.glob("*.txt")}


def transcript(page: Page, heard: Heard) -> str:
    """The text of a file."""
    return "\n".join(_lines(page, heard)) + "\n"


def _lines(page: Page, heard: Heard) -> Iterator[str]:
    yield f"page: {page.path}"
    yield f"language: {page.language}, {page.tree.get('dir')}"
    yield f"title: {page.title}"
    yield ""
    yield from lines(heard, page.language)
