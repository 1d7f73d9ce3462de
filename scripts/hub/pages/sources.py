"""Where facts come from: a short note at each answer, and a page per country with every source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hub.model.provenance import Sourced
from hub.model.source import Source
from hub.model.values import UNKNOWN
from hub.pages.citations import Resting, citations
from hub.pages.scope import FOLDER, Scope
from hub.pages.speech import direction
from hub.pages.text import Link, Text, text


@dataclass(frozen=True, kw_only=True)
class SourceNote:
    """A short name of a source at an answer; href leads to its page, or to its entry in the list of sources."""

    href: str
    label: str
    lang: str


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """A source in the list. href: its own page; where this language has none, its address, if that is known."""

    id: str
    title: Text
    publisher: Text
    kind: str
    dated: str
    href: str
    used: tuple[Link, ...]


def cited(*groups: Iterable[Any]) -> tuple[str, ...]:
    """Ids of the sources of all these facts, in order, each once."""
    shown_facts = [fact for group in groups for fact in group if isinstance(fact, Sourced) and fact.confidence != "low"]
    return tuple(dict.fromkeys(identifier for fact in shown_facts for identifier in fact.source))


def notes(scope: Scope, ids: Iterable[str]) -> tuple[SourceNote, ...]:
    """The short notes at an answer; sources of one publisher and date are told apart by a number."""
    each = tuple(dict.fromkeys(ids))
    return scope.once(("notes", each), lambda inside: _notes(inside, each))


def _notes(scope: Scope, ids: tuple[str, ...]) -> tuple[SourceNote, ...]:
    default = scope.catalogue.default_language
    lang = "" if default == scope.language else default
    return tuple(SourceNote(href=_entry(scope, identifier), label=label, lang=lang)
                 for identifier, label in _labels(scope, ids))


def _entry(scope: Scope, identifier: str) -> str:
    folder = f"sources/{scope.catalogue.sources[identifier].jurisdiction}"
    own = f"{folder}/{identifier}"
    return scope.url(own) if scope.exists(own) else f"{scope.url(folder)}#{identifier}"


def _labels(scope: Scope, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for identifier in ids:
        label = scope.catalogue.sources[identifier].publisher
        seen[label] = seen.get(label, 0) + 1
        yield identifier, f"{label} ({seen[label]})" if seen[label] > 1 else label


def page(scope: Scope, jurisdiction: str) -> tuple[SourceView, ...]:
    """All sources of a country, by publisher."""
    views = [_view(scope, identifier, source) for identifier, source in scope.catalogue.sources.items()
             if source.jurisdiction == jurisdiction]
    return tuple(sorted(views, key=lambda view: (view.publisher.plain.casefold(), view.id)))


def resting(scope: Scope) -> dict[str, Resting]:
    """Source -> what rests on it, worked out once for all pages."""
    if "resting" not in scope.shared:
        scope.shared["resting"] = citations(scope.catalogue)
    return scope.shared["resting"]


def _view(scope: Scope, identifier: str, source: Source) -> SourceView:
    path = f"sources/{source.jurisdiction}/{identifier}"
    return SourceView(
        id=identifier,
        title=in_its_language(scope, source.title, source.language),
        publisher=in_its_language(scope, source.publisher, scope.catalogue.default_language),
        kind=scope.speech.say(f"source_{source.kind.replace('-', '_')}"),
        dated=dated(scope, source),
        href=scope.url(path) if scope.exists(path) else "" if source.url == UNKNOWN else source.url,
        used=tuple(scope.link(kind, thing) for kind, thing in resting(scope).get(identifier, ())
                   if scope.exists(f"{FOLDER[kind]}/{thing}")),
    )


def dated(scope: Scope, source: Source) -> str:
    """The date of a source and what it is the date of, or that it carries none."""
    if source.date == UNKNOWN:
        return scope.speech.say("undated")
    return scope.speech.say(f"date_{source.date_kind.replace('-', '_')}", date=scope.speech.date(source.date))


def in_its_language(scope: Scope, words: str, language: str) -> Text:
    """A text that stays in its own language on every page."""
    plain = text(words)
    if language == scope.language:
        return plain
    return Text(plain.paragraphs, lang=language, dir=direction(language))

