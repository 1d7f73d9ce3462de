"""Files of many pages, written after the last page: parts to be saved in a browser, a ZIP and one page to carry away.

The pages are read back from the built site, one language at a time. What each file weighs is put into the pages that
offer it. Every file depends on the pages and the day alone: the same pages make the same bytes.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hub.pages.offline import BookView
from hub.pages.parts import Part
from hub.site.packs import archive, book
from hub.site.packs.weight import Weights, filled, weigh
from hub.site.stamp import spots


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
    site: Path, languages: Iterable[Language], address: str, day: date, render: Callable[[BookView, Mapping], str],
    alerts: Iterable[str],
) -> None:
    """Write all files of all languages. address: of the hub; render: makes the one page; alerts: that pages may have.

    No file has them: it is read long after an alert has ended, and an alert comes to a built site without a build.
    """
    ids = [*alerts]
    for one in languages:
        _write(site, one, address, day, render, ids)


def _write(
    site: Path, one: Language, address: str, day: date, render: Callable[[BookView, Mapping], str], alerts: list[str]
) -> None:
    files = {path: site / one.folder / path / "index.html" for path in (*one.pages, *one.offering)}
    pages = {path: _lasting(files[path].read_bytes(), alerts) for path in one.pages}
    packs = {part.file: _pack(one.folder, part, pages) for part in one.parts}
    weights: Weights = {file: weigh(text.encode()) for file, text in packs.items()}
    for path in {*one.pages} & {*one.offering}:
        pages[path] = filled(pages[path], weights, one.number)
    made = {file: filled(text, weights, one.number).encode() for file, text in packs.items()}
    made[one.book] = render(one.view, book.chapters(one.view, pages, one.folder, address)).encode()
    weights[one.book] = weigh(made[one.book])
    made[one.archive] = archive.make(pages, one.folder, address, _scripts(site), day)
    weights[one.archive] = len(made[one.archive]), len(made[one.archive])
    for file, content in made.items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_bytes(content)
    for path in one.offering:
        files[path].write_text(filled(files[path].read_text(encoding="utf-8"), weights, one.number), encoding="utf-8")


def _lasting(page: bytes, alerts: list[str]) -> str:
    """A page as it is without alerts."""
    for identifier in alerts:
        page = spots.without(page, identifier) or page
    return page.decode()


def _pack(folder: str, part: Part, pages: Mapping[str, str]) -> str:
    """Address below the root -> page, as a browser keeps them."""
    found = {f"{folder}{path}/" if path else folder: pages[path] for path in part.paths}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _scripts(site: Path) -> dict[str, str]:
    """The scripts of pages, which work from a folder too."""
    return {f"scripts/{file.name}": file.read_text(encoding="utf-8")
            for file in sorted((site / "scripts").glob("*.js"))}
