"""Alerts: the sentence before the pages that they concern, the list of them, and a page for each."""

from dataclasses import dataclass
from datetime import UTC
from zoneinfo import ZoneInfo

from hub.model.alert import AlertFacts, AlertWords, order, replaced
from hub.model.catalogue import Catalogue, Thing
from hub.pages.scope import FOLDER, Scope
from hub.pages.text import MARK, Link, Text, around, text

Alert = Thing[AlertFacts, AlertWords]
# ISO 3166 has no code for the world; the UN's is 001.
WORLD = "001"


@dataclass(frozen=True, kw_only=True)
class AlertNote:
    """An alert before another page. effect: what it means for the very thing that the page is about."""

    id: str
    heading: Text
    link: Link
    until: str
    expires: str
    effect: Text | None


@dataclass(frozen=True, kw_only=True)
class AlertView:
    """The page of an alert. lines: how bad, how soon, how sure."""

    title: Text
    event: Text
    lines: tuple[str, ...]
    when: tuple[str, ...]
    ended: str
    description: Text
    instruction: Text
    areas: tuple[Text, ...]
    closes: tuple[Link, ...]
    changes: tuple[tuple[Link, Text], ...]
    sender: str
    machine: str


@dataclass(frozen=True, kw_only=True)
class AlertsView:
    """All alerts: those that count now, and the others."""

    now: tuple[AlertNote, ...]
    others: tuple[Link, ...]
    feed: str


def counting(scope: Scope) -> list[Alert]:
    """The alerts that count on the day, in their order."""
    if "alerts" not in scope.shared:
        known = scope.catalogue.alerts.values()
        gone = replaced(one.facts for one in known)
        scope.shared["alerts"] = sorted((one for one in known if one.facts.counts(scope.today)
                                         and one.facts.reference not in gone), key=lambda one: order(one.id, one.facts))
    return scope.shared["alerts"]


def notes(scope: Scope) -> tuple[AlertNote, ...]:
    """What stands before this page: every alert that concerns its language and country, but not on its own page."""
    return tuple(note(scope, one) for one in counting(scope)
                 if concerns(scope, one) and scope.here != f"alerts/{one.id}")


def concerns(scope: Scope, alert: Alert) -> bool:
    """Its page is there in this language; and the page is about its country, about none, or one of the two is of all.

    scope.here may be a page that is made by hand, or that is no longer known.
    """
    if not scope.exists(f"alerts/{alert.id}"):
        return False
    here, there = _country(scope.catalogue, scope.here), alert.facts.jurisdiction
    world = {one.id for one in scope.catalogue.jurisdictions.values() if one.facts.place_code == WORLD}
    return here in ("", there) or here in world or there in world


def _country(catalogue: Catalogue, path: str) -> str:
    """The country that a page is about, or ""."""
    folder, _, identifier = path.partition("/")
    if folder in ("jurisdictions", "sources", "unknown"):
        return identifier
    kind = next((kind for kind, name in FOLDER.items() if name == folder), "")
    thing = getattr(catalogue, kind).get(identifier) if kind else None
    if thing and kind == "places":
        thing = catalogue.organisations[thing.facts.organisation]
    return getattr(thing.facts, "jurisdiction", "") if thing else ""


def note(scope: Scope, alert: Alert) -> AlertNote:
    """One alert, as it stands before this page."""
    return AlertNote(
        id=alert.id,
        heading=around(scope.speech.say("alert_heading", event=MARK), MARK, _word(scope, alert, "event")),
        link=Link(href=scope.url(f"alerts/{alert.id}"), title=_word(scope, alert, "headline")),
        until=scope.speech.say("alert_until", time=_moment(scope, alert, alert.facts.expires)),
        expires=alert.facts.expires,
        effect=_effect(scope, alert),
    )


def _effect(scope: Scope, alert: Alert) -> Text | None:
    folder, _, identifier = scope.here.partition("/")
    if folder == "places" and identifier in alert.facts.effects.closes:
        return text(scope.speech.say("alert_closed", time=_moment(scope, alert, alert.facts.expires)))
    if folder == "guides" and identifier in alert.facts.effects.changes:
        return scope.worded(alert, "changes", identifier)
    return None


def _word(scope: Scope, alert: Alert, name: str) -> Text:
    return scope.words(alert, lambda words: getattr(words, name)) or Text(())


def _moment(scope: Scope, alert: Alert, when: str) -> str:
    """A day and time as clocks in the alert's country show it."""
    return scope.speech.moment(when, ZoneInfo(scope.catalogue.jurisdictions[alert.facts.jurisdiction].facts.time_zone))


def view(scope: Scope, alert: Alert) -> AlertView:
    """The page of an alert."""
    facts, say = alert.facts, scope.speech.say
    begins = facts.onset or facts.effective
    counts = alert in counting(scope) or scope.today < facts.start.date()
    return AlertView(
        title=_word(scope, alert, "headline"),
        event=_word(scope, alert, "event"),
        lines=(say(f"severity_{facts.severity.lower()}"), say(f"urgency_{facts.urgency.lower()}"),
               say(f"certainty_{facts.certainty.lower()}")),
        when=((say("alert_from", time=_moment(scope, alert, begins)),) if begins else ())
        + (say("alert_until", time=_moment(scope, alert, facts.expires)),),
        ended="" if counts else say("alert_ended"),
        description=_word(scope, alert, "description"),
        instruction=_word(scope, alert, "instruction"),
        areas=tuple(scope.worded(alert, "areas", key) for key in facts.areas),
        closes=tuple(scope.link("places", one) for one in facts.effects.closes),
        changes=tuple((scope.link("services", one), scope.worded(alert, "changes", one))
                      for one in facts.effects.changes),
        sender=say("alert_sender", sender=facts.sender, time=_moment(scope, alert, facts.sent)),
        machine=f"{scope.root}data/alerts/{alert.id}.xml",
    )


def alerts(scope: Scope) -> AlertsView:
    """The list: now, and the others, the newest first."""
    now = [one for one in counting(scope) if scope.exists(f"alerts/{one.id}")]
    others = [one for one in scope.catalogue.alerts.values() if one not in now and scope.exists(f"alerts/{one.id}")]
    newest = sorted(others, key=lambda one: one.facts.start.astimezone(UTC), reverse=True)
    return AlertsView(
        now=tuple(note(scope, one) for one in now),
        others=tuple(Link(href=scope.url(f"alerts/{one.id}"), title=_word(scope, one, "headline"),
                          note=scope.speech.say("alert_until", time=_moment(scope, one, one.facts.expires)))
                     for one in newest),
        feed=f"{scope.root}data/alerts/feed.{scope.language}.xml",
    )
