"""Files of many pages, written after the last page: parts to be saved in a browser, a ZIP and one page to carry away.

The pages are read back from the built site, one language at a time. What each file weighs is put into the pages that
offer it. Every file depends on the pages and the day alone: the same pages make the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile

from hub.pages.offline import BookView
from hub.pages.parts import Part
from hub.site.packs import archive
from hub.site.packs.book import Chapters
from hub.site.packs.entries import Entries
from hub.site.packs.pages import Pages
from hub.site.packs.weight import filled, weigh

# Makes the one page, piece by piece.
Render = Callable[[BookView, Chapters], Iterable[str]]


@dataclass(frozen=True, kw_only=True)
class Language:
    """What the files of a language are made of.

    folder: where its pages stand below the root, "" or "az/". pages: those that are carried; offering: those that say
    what a file weighs. archive, book: where these files will be, from the root. number: writes a size.
    """

    folder: str
    pages: tuple[str, ...]
    offering: tuple[str, ...]
    parts: tuple[Part, ...]
    archive: str
    book: str
    view: BookView
    number: Callable[[int], str]


def write(
    site: Path, languages: Iterable[Language], address: str, day: date, render: Render, alerts: Iterable[str],
) -> None:
    """Write all files of all languages. address: of the hub; render: makes the one page; alerts: that pages may have.

    No file has them: it is read long after an alert has ended, and an alert comes to a built site without a build.
    """
    ids = [*alerts]
    for one in languages:
        _write(site, one, address, day, render, ids)


def _write(site: Path, one: Language, address: str, day: date, render: Render, alerts: list[str]) -> None:
    weights: dict[str, tuple[int, int]] = {}

    def said(text: str) -> str:
        return filled(text, weights, one.number)

    _save(site, one, Pages(site / one.folder, one.pages, alerts), weights, said)
    pages = Pages(site / one.folder, one.pages, alerts, said)
    book = map(str.encode, render(one.view, Chapters(one.view, pages, one.folder, address)))
    weights[one.book] = weigh(_written(site / one.book, book))
    with open(site / one.archive, "wb") as to:
        archive.write(to, pages, one.folder, address, _scripts(site), day)
    weights[one.archive] = ((site / one.archive).stat().st_size,) * 2
    for path in one.offering:
        file = site / one.folder / path / "index.html"
        file.write_text(said(file.read_text(encoding="utf-8")), encoding="utf-8")


def _save(
    site: Path, one: Language, pages: Mapping[str, str], weights: dict[str, tuple[int, int]], said: Callable[[str], str]
) -> None:
    """The parts to be saved in a browser. What they weigh is put into `weights` before the pages that tell it."""
    with TemporaryFile() as file:
        entries = Entries(one.folder, file)
        for path, page in pages.items():
            entries.put(path, page)
        weights |= {part.file: weigh(_pack(part, entries)) for part in one.parts}
        for path in {*one.pages} & {*one.offering}:
            entries.put(path, said(pages[path]))
        for part in one.parts:
            _put(site / part.file, _pack(part, entries))


def _pack(part: Part, entries: Mapping[str, bytes]) -> Iterator[bytes]:
    """Address below the root -> page, as a browser keeps them; a page at a time, for a language can have 100 MB."""
    for number, path in enumerate(part.paths):
        yield b"," if number else b"{"
        yield entries[path]
    yield b"}"


def _put(file: Path, pieces: Iterable[bytes]) -> None:
    for _ in _written(file, pieces):
        pass


def _written(file: Path, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, each when it stands in the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "wb") as to:
        for piece in pieces:
            to.write(piece)
            yield piece


def _scripts(site: Path) -> dict[str, str]:
    """The scripts of pages, which work from a folder too."""
    return {f"scripts/{file.name}": file.read_text(encoding="utf-8")
            for file in sorted((site / "scripts").glob("*.js"))}
