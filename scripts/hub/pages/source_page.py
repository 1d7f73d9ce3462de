"""The page of one source: what it is, and everything that rests on it."""

from collections import Counter
from dataclasses import dataclass

from hub.model.source import Source
from hub.model.values import UNKNOWN
from hub.pages.citations import KINDS, Citation
from hub.pages.fields import called
from hub.pages.scope import Scope
from hub.pages.sources import dated, in_its_language, resting
from hub.pages.text import Link, Run, Text, text

HEADINGS = {"services": "guides_heading", "life_events": "door_life_events", "places": "places_heading",
            "organisations": "door_organisations", "jurisdictions": "home_jurisdictions", "alerts": "title_alerts"}


@dataclass(frozen=True, kw_only=True)
class Rest:
    """A thing that rests on the source, and a line for each of its fields that does."""

    link: Link
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SourcePage:
    """The page. rows: label and value; groups: heading and things."""

    title: Text
    rows: tuple[tuple[str, Text], ...]
    groups: tuple[tuple[str, tuple[Rest, ...]], ...]


def view(scope: Scope, identifier: str) -> SourcePage:
    """One source in one language."""
    source = scope.catalogue.sources[identifier]
    found = resting(scope).get(identifier, {})
    groups = []
    for kind in KINDS:
        things = [Rest(link=scope.anywhere(kind, one), lines=_lines(scope, kind, counted))
                  for (its, one), counted in found.items() if its == kind]
        if things:
            things.sort(key=lambda one: scope.speech.order(one.link.title.plain))
            groups.append((scope.speech.say(HEADINGS[kind]), tuple(things)))
    return SourcePage(title=in_its_language(scope, source.title, source.language), rows=_rows(scope, source),
                      groups=tuple(groups))


def title(scope: Scope, identifier: str) -> str:
    """What the page is called; two sources of one title and publisher are told apart by their ids."""
    if "namesakes" not in scope.shared:
        scope.shared["namesakes"] = Counter((one.title, one.publisher) for one in scope.catalogue.sources.values())
    source = scope.catalogue.sources[identifier]
    said = scope.speech.say("title_source", title=source.title, publisher=source.publisher)
    return said if scope.shared["namesakes"][source.title, source.publisher] == 1 else f"{said} [{identifier}]"


def _rows(scope: Scope, source: Source) -> tuple[tuple[str, Text], ...]:
    say = scope.speech.say
    address = (text(say("unknown_url")) if source.url == UNKNOWN
               else Text(((Run(source.url, source.url, ltr=True),),)))
    return (
        (say("published_by"), in_its_language(scope, source.publisher, scope.catalogue.default_language)),
        (say("kind_label"), text(say(f"source_{source.kind.replace('-', '_')}"))),
        (say("dated_label"), text(dated(scope, source))),
        (say("language_label"), text(scope.speech.name_of(source.language))),
        (say("web_address"), address),
    )


def _lines(scope: Scope, kind: str, counted: Counter[Citation]) -> tuple[str, ...]:
    """A line for each heading: how many facts, how sure; of the plain fields, which stand together, only how sure."""
    lines: dict[str, dict[str, int]] = {}
    for citation, number in counted.items():
        name = called(scope, kind, citation.field)
        if citation.disputed:
            name = scope.speech.say("one_side", field=name)
        found = lines.setdefault(name, {})
        found[citation.confidence] = found.get(citation.confidence, 0) + (number if citation.field else 0)
    return tuple(f"{name}: {'; '.join(_count(scope, number, how) for how, number in found.items())}"
                 for name, found in lines.items())


def _count(scope: Scope, number: int, confidence: str) -> str:
    """How many facts, and how sure they are; figures that an office publishes about itself do not say how sure."""
    if not confidence:
        return scope.speech.count("facts", number)
    sure = scope.speech.say(f"confidence_{confidence}")
    return f"{scope.speech.count('facts', number)} ({sure})" if number else sure
