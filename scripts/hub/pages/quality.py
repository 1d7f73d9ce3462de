"""The quality page of a country: how fresh its guides are, what its offices promise, and what they published."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from hub.model.performance import Figures
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages import performance
from hub.pages.answers import Service
from hub.pages.chart import Chart, chart
from hub.pages.scope import Scope
from hub.pages.sources import notes
from hub.pages.tally import tally
from hub.pages.text import Link, Text, joined, text


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of a table: what, and how much."""

    label: str
    value: Text


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Rows that belong together. heading: of what they are; empty where they are of all."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A service: what is promised, then period by period what was published, the newest first."""

    id: str
    link: Link
    groups: tuple[Lines, ...]
    chart: Chart | None


@dataclass(frozen=True, kw_only=True)
class QualityView:
    """The page. fresh: about the guides; services: those of which something was published first."""

    title: str
    fresh: tuple[Lines, ...]
    unknown: Link
    services: tuple[Measured, ...]


def view(scope: Scope, jurisdiction: str, title: str) -> QualityView:
    """All services of a country, also those of which nobody publishes anything."""
    services = [one for one in scope.catalogue.services.values() if one.facts.jurisdiction == jurisdiction]
    ordered = sorted(services, key=lambda one: (one.id not in scope.catalogue.performance, one.id))
    name = scope.title("jurisdictions", jurisdiction).plain
    return QualityView(
        title=title,
        fresh=(_country(scope, jurisdiction, name, services), *_languages(scope, jurisdiction, services)),
        unknown=Link(href=scope.url(f"unknown/{jurisdiction}"),
                     title=text(scope.speech.say("title_unknown", country=name))),
        services=tuple(_measured(scope, one) for one in ordered),
    )


def _country(scope: Scope, jurisdiction: str, name: str, services: list[Service]) -> Lines:
    """What is the same in every language: facts, and when somebody looks at the guides again."""
    if (known := ("tally", jurisdiction)) not in scope.shared:
        scope.shared[known] = tally(scope.catalogue, jurisdiction, scope.today)
    counted = scope.shared[known]
    unchecked = sum(one.facts.review.checked_on == UNKNOWN for one in services)
    numbers = {"facts_unknown": counted.unknown, "facts_conflicting": counted.conflicting,
               "facts_expired": counted.expired, "guides_unchecked": unchecked}
    lines = [_counted(scope, key, number) for key, number in numbers.items()]
    if services:
        first = min(one.facts.review.next for one in services)
        lines.append(_line(scope, "oldest_review", scope.speech.date(first)))
    return Lines(heading=name, lines=tuple(lines))


def _languages(scope: Scope, jurisdiction: str, services: list[Service]) -> Iterator[Lines]:
    """For each language of the country: guides, those that a machine translated, those that a speaker read."""
    for code in scope.catalogue.jurisdictions[jurisdiction].facts.languages:
        words = [one.words[code] for one in services if code in one.words]
        yield Lines(heading=scope.speech.capital(scope.speech.name_of(code)), lines=(
            _counted(scope, "guides_offered", len(services)),
            _counted(scope, "guides_machine", sum(one.translated_by == "machine" for one in words)),
            _counted(scope, "guides_read", sum(one.speaker_check != "not-yet" for one in words)),
        ))


def _measured(scope: Scope, service: Service) -> Measured:
    periods = [*scope.catalogue.performance.get(service.id, {}).values()][::-1]
    promise = _line(scope, "promise", _promise(scope, service))
    nothing = () if periods else (_line(scope, "figures", scope.speech.say("not_published")),)
    return Measured(
        id=service.id, link=scope.link("services", service.id),
        groups=(Lines(heading="", lines=(promise, *nothing)), *(_period(scope, one) for one in periods)),
        chart=chart(scope, service, periods),
    )


def _promise(scope: Scope, service: Service) -> str:
    said = [performance.promised(scope, one) for one in performance.promises(scope, service)]
    if said:
        return scope.speech.capital("; ".join(said))
    applies = service.facts.processing_time != NOT_APPLICABLE
    return scope.speech.say("glance_not_known" if applies else "glance_not_applicable")


def _period(scope: Scope, one: Figures) -> Lines:
    """What was published about one period; what was not is said."""
    return Lines(heading=scope.speech.period(one.period), lines=(
        _line(scope, "applications", performance.whole(scope, one.applications)),
        _line(scope, "actual", performance.time(scope, one)),
        _line(scope, "within_promise", _share(scope, one.within_promise_pct)),
        _line(scope, "satisfied", _share(scope, one.satisfaction_pct)),
        _line(scope, "satisfied_pwd", _share(scope, one.satisfied_pwd_pct)),
        _line(scope, "asked", performance.whole(scope, one.n)),
        Line(label=scope.speech.say("source"), value=_sources(scope, one)),
    ))


def _sources(scope: Scope, one: Figures) -> Text:
    """Links to the sources, which all have names in the same language."""
    found = notes(scope, one.source)
    lang = found[0].lang
    return replace(joined(text(note.label, note.href) for note in found), lang=lang,
                   dir=scope.speeches[lang].direction if lang else "")


def _share(scope: Scope, percent: Decimal | None) -> str:
    return scope.speech.say("not_published") if percent is None else scope.speech.share(percent)


def _counted(scope: Scope, key: str, number: int) -> Line:
    return Line(label=scope.speech.say(key), value=text(scope.speech.number(number)))


def _line(scope: Scope, key: str, value: str) -> Line:
    return Line(label=scope.speech.say(key), value=text(value))
