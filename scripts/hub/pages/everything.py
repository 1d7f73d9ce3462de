"""All pages of all languages, from the catalogue and the day alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from hub.model.catalogue import Catalogue
from hub.pages import makers
from hub.pages.frame import Frame, frame
from hub.pages.offer import offered
from hub.pages.scope import Scope
from hub.pages.speech import Speech

NO_FILES: Mapping[str, int] = {}


@dataclass(frozen=True, kw_only=True)
class Announced:
    """A page that there will be: its path, language and other languages, before the work of making it."""

    path: str
    language: str
    languages: tuple[str, ...]
    scope: Scope


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language. path: without the language; source: the file it is made from, from the root."""

    path: str
    language: str
    languages: tuple[str, ...]
    template: str
    title: str
    source: str
    frame: Frame
    view: Any


def speeches(catalogue: Catalogue) -> dict[str, Speech]:
    """How each language says things."""
    return {code: Speech(code, language, catalogue.strings[code]) for code, language in catalogue.languages.items()}


def announce(
    catalogue: Catalogue, today: date, docs: Mapping[str, tuple[str, ...]], moment: datetime | None = None,
    sizes: Mapping[str, int] = NO_FILES, *, carried: bool = True,
    full_text: bool = False,
) -> Iterator[Announced]:
    """Yield which pages there are. docs: the hand-written pages, path -> languages; they are linked to, not made.

    moment: by which alerts count; without it, noon of the day. sizes: bytes of other files by path. carried: whether
    the build makes files of the pages, to be saved or passed on. full_text: with a search inside the guides.
    """
    spoken, offer, shared = speeches(catalogue), offered(catalogue, docs, carried=carried, full_text=full_text), {}
    for path, languages in offer.items():
        if path in docs:
            continue
        for language in languages:
            scope = Scope(catalogue=catalogue, today=today, speeches=spoken, language=language, here=path,
                          offered=offer, shared=shared, moment=moment, sizes=sizes)
            yield Announced(path=path, language=language, languages=languages, scope=scope)


def render(
    catalogue: Catalogue, today: date, docs: Mapping[str, tuple[str, ...]], sizes: Mapping[str, int] = NO_FILES,
    *, full_text: bool = False,
) -> Iterator[Page]:
    """Yield every page, made."""
    return map(make, announce(catalogue, today, docs, sizes=sizes, full_text=full_text))


def doc_scope(
    catalogue: Catalogue, today: date, offer: Mapping[str, tuple[str, ...]], path: str, language: str,
    moment: datetime | None = None,
) -> Scope:
    """Where a hand-written page stands. offer: path -> languages of every page; to work it out for each costs much."""
    return Scope(catalogue=catalogue, today=today, speeches=speeches(catalogue), language=language, here=path,
                 offered=offer, shared={}, moment=moment)


def make(page: Announced) -> Page:
    """Make one page: its view and its frame."""
    folder, _, identifier = page.path.partition("/")
    # What was borrowed from another language, and what is behind its source, is told page by page.
    scope = replace(page.scope, borrowed=set(), outdated={}, linked=set())
    makes = makers.THINGS[folder] if identifier else makers.LISTS[folder]
    template, view, title, description, source, above = makes(scope, identifier)
    made = frame(scope, kind=template, title=title, description=description, source=source, trail=above,
                 view=view)
    return Page(path=page.path, language=page.language, languages=page.languages, template=f"{template}.html",
                title=title, source=source, frame=made, view=view)
