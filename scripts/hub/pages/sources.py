"""Where the facts of a page come from: a short note at each answer, and the whole list at the end of the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hub.model.provenance import Sourced
from hub.model.source import Source
from hub.model.values import UNKNOWN
from hub.pages.scope import Scope
from hub.pages.text import Text, text


@dataclass(frozen=True, kw_only=True)
class SourceNote:
    """A short name of a source at an answer; href leads to the list below."""

    href: str
    label: str
    lang: str


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """A source in full. url is empty where the address is not known."""

    id: str
    title: Text
    publisher: Text
    kind: str
    dated: str
    url: str


def cited(*groups: Iterable[Any]) -> tuple[str, ...]:
    """Ids of the sources of all these facts, in order, each once."""
    return tuple(dict.fromkeys(identifier for group in groups for fact in group if isinstance(fact, Sourced)
                               for identifier in fact.source))


def notes(scope: Scope, ids: Iterable[str]) -> tuple[SourceNote, ...]:
    """The short notes at an answer; sources of one publisher and date are told apart by a number."""
    return tuple(SourceNote(href=f"#source-{identifier}", label=label, lang=_foreign(scope, scope.catalogue.default_language))
                 for identifier, label in _labels(scope, list(ids)))


def _labels(scope: Scope, ids: list[str]) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for identifier in ids:
        label = scope.catalogue.sources[identifier].publisher
        seen[label] = seen.get(label, 0) + 1
        yield identifier, f"{label} ({seen[label]})" if seen[label] > 1 else label


def listed(scope: Scope, ids: Iterable[str]) -> tuple[SourceView, ...]:
    """All sources of a page, in the order in which they are met."""
    return tuple(_view(scope, identifier, scope.catalogue.sources[identifier]) for identifier in dict.fromkeys(ids))


def _view(scope: Scope, identifier: str, source: Source) -> SourceView:
    return SourceView(
        id=identifier,
        title=_in(scope, source.title, source.language),
        publisher=_in(scope, source.publisher, scope.catalogue.default_language),
        kind=scope.speech.say(f"source_{source.kind.replace('-', '_')}"),
        dated=_dated(scope, source),
        url="" if source.url == UNKNOWN else source.url,
    )


def _dated(scope: Scope, source: Source) -> str:
    if source.date == UNKNOWN:
        return scope.speech.say("undated")
    return scope.speech.say(f"date_{source.date_kind.replace('-', '_')}", date=scope.speech.date(source.date))


def _in(scope: Scope, words: str, language: str) -> Text:
    """A text that stays in its own language on every page."""
    plain = text(words)
    if language == scope.language:
        return plain
    known = scope.catalogue.languages.get(language)
    return Text(plain.paragraphs, lang=language, dir=known.direction if known else "ltr")


def _foreign(scope: Scope, language: str) -> str:
    return "" if language == scope.language else language
