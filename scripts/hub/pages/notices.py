"""Alerts on other pages: the section before the article, and the marks beside links to what an alert closes or changes.

What stands here is put on a page by a build and by scripts/alert alike, so that both make the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from hub.model.service import ServiceFacts
from hub.pages.currency import Alert, about, concerns, counting
from hub.pages.scope import Scope
from hub.pages.text import MARK, Link, Run, Text, around, text

# It hides an alert that has ended on a page that nobody made again.
SCRIPT = "scripts/alert-end.js"
# A guide becomes a file for paper too, which outlives an alert; there the section before it says what is closed.
UNMARKED = ("guides", "alerts")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Beside each link of a page to `href`: what the alert does to the thing."""

    href: str
    alert: str
    sentence: str
    expires: str


@dataclass(frozen=True, kw_only=True)
class AlertNote:
    """An alert before another page. label: the id of its heading. begins: empty when it has begun.

    effects: what it closes and changes of the things that the page is about. lang, dir: only where the page has many.
    """

    id: str
    label: str
    heading: Text
    link: Link
    begins: str
    until: str
    expires: str
    over: str
    effects: tuple[Text, ...]
    marks: tuple[Mark, ...]
    script: str
    lang: str = ""
    dir: str = ""


def notes(scope: Scope) -> tuple[AlertNote, ...]:
    """What stands before this page: every alert that concerns its language and country, but not on its own page."""
    return tuple(note(scope, one) for one in counting(scope)
                 if concerns(scope, one) and scope.here != f"alerts/{one.id}")


def note(scope: Scope, alert: Alert) -> AlertNote:
    """One alert, as it stands before this page."""
    return AlertNote(
        id=alert.id,
        label=f"alert-{alert.id}",
        heading=around(scope.speech.say("alert_heading", event=MARK), MARK, word(scope, alert, "event")),
        link=Link(href=scope.url(f"alerts/{alert.id}"), title=word(scope, alert, "headline")),
        begins=begins(scope, alert),
        until=until(scope, alert),
        expires=alert.facts.expires,
        over=scope.speech.say("alert_ended"),
        effects=tuple(effects(scope, alert)),
        marks=tuple(_marks(scope, alert)),
        script=scope.root + SCRIPT,
    )


def absolute(one: AlertNote, home: str, language: str, direction: str) -> AlertNote:
    """A note of a home page for the page that a host serves at any address, in all languages at once."""
    return replace(one, label=f"{one.label}-{language}", link=replace(one.link, href=urljoin(home, one.link.href)),
                   script=urljoin(home, one.script), lang=language, dir=direction)


def effects(scope: Scope, alert: Alert) -> Iterator[Text]:
    """What readers of this page must know before they set out."""
    (folder, identifier), closed = about(scope.here), alert.facts.effects.closes
    if folder == "places" and identifier in closed:
        yield text(_closed(scope, alert, scope.speech.say("alert_closed")))
    if folder == "guides" and identifier in alert.facts.effects.changes:
        yield scope.worded(alert, "changes", identifier)
    service = scope.catalogue.services.get(identifier) if folder == "guides" else None
    named = closed if scope.here == "places" else tuple(_places(service.facts)) if service else ()
    for one in closed:
        if one in named and scope.exists(f"places/{one}"):
            yield around(scope.speech.say("alert_closed_place", place=MARK), MARK, _linked(scope.link("places", one)))


def _places(facts: ServiceFacts) -> Iterator[str]:
    """The places that a guide names."""
    for way in facts.channels.values() if isinstance(facts.channels, dict) else ():
        yield from way.places if isinstance(way.places, tuple) else ()


def _linked(to: Link) -> Text:
    return Text(((Run(to.title.plain, to.href, lang=to.title.lang, dir=to.title.dir),),))


def _marks(scope: Scope, alert: Alert) -> Iterator[Mark]:
    """Every page but guides has marks beside its links, so that nobody must remember what stood at the top."""
    if about(scope.here)[0] in UNMARKED:
        return
    closed = _closed(scope, alert, scope.speech.say("alert_mark_closed"))
    changed = _changed(scope, alert, scope.speech.say("alert_mark_changed"))
    effects = alert.facts.effects
    for path, sentence in (*((f"places/{one}", closed) for one in effects.closes),
                           *((f"guides/{one}", changed) for one in effects.changes)):
        if scope.exists(path) and path != scope.here:
            yield Mark(href=scope.url(path), alert=alert.id, sentence=sentence, expires=alert.facts.expires)


def _closed(scope: Scope, alert: Alert, now: str) -> str:
    """That something is closed, and until when; what will close later is not called closed."""
    later = starts(scope, alert) if alert.facts.begins > scope.now else ""
    return f"{scope.speech.say('alert_mark_closes', time=later) if later else now} {until(scope, alert)}"


def _changed(scope: Scope, alert: Alert, now: str) -> str:
    later = starts(scope, alert) if alert.facts.begins > scope.now else ""
    return f"{scope.speech.say('alert_mark_changes', time=later) if later else now} {until(scope, alert)}"


def word(scope: Scope, alert: Alert, name: str) -> Text:
    """One of the words that every alert has."""
    return scope.words(alert, lambda words: getattr(words, name)) or Text(())


def moment(scope: Scope, alert: Alert, when: str) -> str:
    """A day and time as clocks in the alert's country show it."""
    return scope.speech.moment(when, ZoneInfo(scope.catalogue.jurisdictions[alert.facts.jurisdiction].facts.time_zone))


def begins(scope: Scope, alert: Alert) -> str:
    """From when it happens, where that is still to come."""
    return scope.speech.say("alert_from", time=starts(scope, alert)) if alert.facts.begins > scope.now else ""


def starts(scope: Scope, alert: Alert) -> str:
    """When it begins to happen."""
    return moment(scope, alert, alert.facts.onset or alert.facts.effective or alert.facts.sent)


def until(scope: Scope, alert: Alert) -> str:
    """Until when it counts."""
    return scope.speech.say("alert_until", time=moment(scope, alert, alert.facts.expires))
