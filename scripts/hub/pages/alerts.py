"""The list of alerts, and a page for each. What they say on other pages is in hub.pages.notices."""

from dataclasses import dataclass
from datetime import UTC

from hub.pages.currency import Alert, counting
from hub.pages.notices import AlertNote, moment, note, until, word
from hub.pages.scope import Scope
from hub.pages.text import Link, Text


@dataclass(frozen=True, kw_only=True)
class AlertView:
    """The page of an alert. lines: how bad, how soon, how sure. over: what is said once it has ended."""

    id: str
    title: Text
    event: Text
    lines: tuple[str, ...]
    begins: str
    until: str
    expires: str
    over: str
    ended: bool
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


def view(scope: Scope, alert: Alert) -> AlertView:
    """The page of an alert."""
    facts, say = alert.facts, scope.speech.say
    first = facts.onset or facts.effective
    return AlertView(
        id=alert.id,
        title=word(scope, alert, "headline"),
        event=word(scope, alert, "event"),
        lines=(say(f"severity_{facts.severity.lower()}"), say(f"urgency_{facts.urgency.lower()}"),
               say(f"certainty_{facts.certainty.lower()}")),
        begins=say("alert_from", time=moment(scope, alert, first)) if first else "",
        until=until(scope, alert),
        expires=facts.expires,
        over=say("alert_ended"),
        ended=alert not in counting(scope) and scope.now >= facts.start,
        description=word(scope, alert, "description"),
        instruction=word(scope, alert, "instruction"),
        areas=tuple(scope.worded(alert, "areas", key) for key in facts.areas),
        closes=tuple(scope.link("places", one) for one in facts.effects.closes),
        changes=tuple((scope.link("services", one), scope.worded(alert, "changes", one))
                      for one in facts.effects.changes),
        sender=say("alert_sender", sender=facts.sender, time=moment(scope, alert, facts.sent)),
        machine=f"{scope.root}data/alerts/{alert.id}.xml",
    )


def alerts(scope: Scope) -> AlertsView:
    """The list: now, and the others, the newest first."""
    now = [one for one in counting(scope) if scope.exists(f"alerts/{one.id}")]
    others = [one for one in scope.catalogue.alerts.values() if one not in now and scope.exists(f"alerts/{one.id}")]
    newest = sorted(others, key=lambda one: one.facts.start.astimezone(UTC), reverse=True)
    return AlertsView(
        now=tuple(note(scope, one) for one in now),
        others=tuple(Link(href=scope.url(f"alerts/{one.id}"), title=word(scope, one, "headline"),
                          note=until(scope, one))
                     for one in newest),
        feed=f"{scope.root}data/alerts/feed.{scope.language}.xml",
    )
