"""What is saved on a device, what can be saved on it, and the files to take the hub along in.

How large a file is, is known when all pages are made: until then a mark stands in its place (`hub.pages.parts.size`).
"""

from dataclasses import dataclass
from datetime import date

from hub.pages.lists import guides
from hub.pages.parts import Part, carried, door, parts, size
from hub.pages.scope import Scope, address
from hub.pages.text import Link, Text, joined, text

# Pages that a device keeps because they were read; of the more the one that was fetched longest ago goes.
KEPT = 100


@dataclass(frozen=True, kw_only=True)
class PartView:
    """A part that can be saved. lang, dir: of its title; bytes: the room that it takes on the device."""

    id: str
    file: str
    start: str
    title: Text
    plain: str
    lang: str
    dir: str
    size: str
    bytes: str


@dataclass(frozen=True, kw_only=True)
class OfflineView:
    """copy, day: a sentence for each month, with {d} and {y}, parted by "|"; the scripts have no names of months."""

    root: str
    copy: str
    day: str
    kept: str
    parts: tuple[PartView, ...]
    take: Link | None


@dataclass(frozen=True, kw_only=True)
class TakeView:
    """The files of a language. archive: every page, in a ZIP; book: every guide, in one page."""

    archive: Link
    book: Link
    made: str
    offline: Link


@dataclass(frozen=True, kw_only=True)
class BookView:
    """One page with every guide. chapters: heading and (path, id, title) of each guide or country, in reading order."""

    language: str
    dir: str
    hub: str
    title: str
    made: str
    home: str
    chapters: tuple[tuple[Text, tuple[tuple[str, str, Text], ...]], ...]


def view(scope: Scope) -> OfflineView:
    """The page that lists what is saved. It is shown, too, in the place of a page that was never read."""
    return OfflineView(
        root=scope.root or "./",
        copy=_months(scope, "saved_copy"), day=_months(scope, "offline_date"),
        kept=scope.speech.say("offline_kept", n=scope.speech.number(KEPT)),
        parts=tuple(_part(scope, one) for one in parts(scope)),
        take=door(scope, "take"),
    )


def _part(scope: Scope, part: Part) -> PartView:
    title = scope.title("topics", part.topic) if part.topic else text(scope.speech.say("offline_whole"))
    return PartView(id=f"save-{part.topic or 'all'}", file=part.file, start=part.start, title=title, plain=title.plain,
                    lang=title.lang or scope.language, dir=title.dir or scope.speech.direction,
                    size=scope.speech.say("offline_size", size=size(part.file)), bytes=size(part.file, "bytes"))


def _months(scope: Scope, key: str) -> str:
    """A day and a year that stand nowhere in the name of a month are put out again."""
    days = (scope.speech.date(date(2044, month, 22)) for month in range(1, 13))
    dates = (day.replace("22", "{d}").replace("2044", "{y}") for day in days)
    return "|".join(scope.speech.say(key, date=day) for day in dates)


def take(scope: Scope) -> TakeView:
    """The page with the files."""
    return TakeView(archive=_file(scope, "zip", "take_archive_link"), book=_file(scope, "htm", "take_book_link"),
                    made=_made(scope),
                    offline=door(scope, "offline"))


def _file(scope: Scope, kind: str, key: str) -> Link:
    path = carried(scope.catalogue, scope.language, kind)
    words = scope.speech.say(key, language=scope.speech.language.name, size=size(path, "file"))
    return Link(href=scope.root + path, title=text(words))


def book(scope: Scope) -> BookView:
    """The guides by country, each country after its guides."""
    hub = scope.catalogue.hub
    chapters = []
    for country in hub.jurisdictions:
        mine = sorted(((scope.title("services", one.id), one.id) for one in guides(scope)
                       if one.facts.jurisdiction == country), key=lambda one: scope.speech.order(one[0].plain))
        heading = scope.title("jurisdictions", country)
        entries = [(f"guides/{identifier}", identifier, title) for title, identifier in mine]
        if scope.exists(f"jurisdictions/{country}"):
            entries.append((f"jurisdictions/{country}", f"country-{country}",
                            joined((text(scope.speech.say("country_help")), heading), " ")))
        if entries:
            chapters.append((heading, tuple(entries)))
    return BookView(language=scope.language, dir=scope.speech.direction, hub=hub.name,
                    title=f"{scope.speech.say('take_book')} - {hub.name}", made=_made(scope),
                    home=hub.address.rstrip("/") + "/" + address(scope.catalogue, "", scope.language),
                    chapters=tuple(chapters))


def _made(scope: Scope) -> str:
    return scope.speech.say("built", date=scope.speech.date(scope.today))
