"""Where facts come from: a short note at each answer, and a page per country with every source in full."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hub.model.catalogue import Catalogue
from hub.model.provenance import Record, Sourced
from hub.model.source import Source
from hub.model.values import UNKNOWN
from hub.pages.scope import FOLDER, Scope
from hub.pages.text import Link, Text, text


@dataclass(frozen=True, kw_only=True)
class SourceNote:
    """A short name of a source at an answer; href leads to its entry on the page of sources."""

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
    used: tuple[Link, ...]


def cited(*groups: Iterable[Any]) -> tuple[str, ...]:
    """Ids of the sources of all these facts, in order, each once."""
    shown_facts = [fact for group in groups for fact in group if isinstance(fact, Sourced) and fact.confidence != "low"]
    return tuple(dict.fromkeys(identifier for fact in shown_facts for identifier in fact.source))


def notes(scope: Scope, ids: Iterable[str]) -> tuple[SourceNote, ...]:
    """The short notes at an answer; sources of one publisher and date are told apart by a number."""
    default = scope.catalogue.default_language
    lang = "" if default == scope.language else default
    return tuple(SourceNote(href=_entry(scope, identifier), label=label, lang=lang)
                 for identifier, label in _labels(scope, list(dict.fromkeys(ids))))


def _entry(scope: Scope, identifier: str) -> str:
    return f"{scope.url(f'sources/{scope.catalogue.sources[identifier].jurisdiction}')}#{identifier}"


def _labels(scope: Scope, ids: list[str]) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for identifier in ids:
        label = scope.catalogue.sources[identifier].publisher
        seen[label] = seen.get(label, 0) + 1
        yield identifier, f"{label} ({seen[label]})" if seen[label] > 1 else label


def page(scope: Scope, jurisdiction: str) -> tuple[SourceView, ...]:
    """All sources of a country that a fact names, by publisher."""
    used = _used(scope)
    views = [_view(scope, identifier, source, used[identifier])
             for identifier, source in scope.catalogue.sources.items()
             if source.jurisdiction == jurisdiction and identifier in used]
    return tuple(sorted(views, key=lambda view: (view.publisher.plain.casefold(), view.id)))


def _used(scope: Scope) -> dict[str, list[Link]]:
    """Source -> links to the pages of this language that rest on it."""
    if "used" not in scope.shared:
        scope.shared["used"] = _resting(scope.catalogue)
    return {source: [scope.link(kind, identifier) for kind, identifier in things
                     if scope.exists(f"{FOLDER[kind]}/{identifier}")]
            for source, things in scope.shared["used"].items()}


def _resting(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Source -> (kind, id) of the things that name it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in ("services", "places", "organisations", "jurisdictions"):
        for thing in getattr(catalogue, kind).values():
            for source in dict.fromkeys(_named(thing.facts)):
                found.setdefault(source, []).append((kind, thing.id))
    for service, facts in (*catalogue.eligibility.items(), *catalogue.performance.items()):
        for source in dict.fromkeys(_named(facts)):
            if ("services", service) not in found.setdefault(source, []):
                found[source].append(("services", service))
    return found


def _named(value: Any) -> Iterator[str]:
    """Every source id inside a record, at any depth."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name == "source" and inner:
                yield from inner
            else:
                yield from _named(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _named(inner)


def _view(scope: Scope, identifier: str, source: Source, used: list[Link]) -> SourceView:
    return SourceView(
        id=identifier,
        title=_in(scope, source.title, source.language),
        publisher=_in(scope, source.publisher, scope.catalogue.default_language),
        kind=scope.speech.say(f"source_{source.kind.replace('-', '_')}"),
        dated=_dated(scope, source),
        url="" if source.url == UNKNOWN else source.url,
        used=tuple(used),
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

