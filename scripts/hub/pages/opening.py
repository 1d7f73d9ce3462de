"""What a place says about its hours beside the usual week: holidays, sign language, quiet hours, and “open now”."""

from dataclasses import dataclass
from datetime import time

from hub.model.hours import Hours
from hub.model.place import PlaceFacts, WeeklyHours
from hub.model.values import UNKNOWN
from hub.pages.scope import Scope
from hub.pages.states import Shown, holds, period

_DAY = 24 * 60


@dataclass(frozen=True, kw_only=True)
class Special:
    """Hours of a kind of their own. id: the fragment of the heading, which is the same in every language."""

    id: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OpenNow:
    """What overrides/scripts/open-now.js needs to say whether it is open, by the usual hours.

    zone: IANA. week: a day from Monday after another, divided by |; its spans divided by ;, each as the minute of
    opening, the minute of closing and the words for the latter, divided by commas. until: the last day of the hours.
    opened: the sentence with {time} in it.
    """

    zone: str
    week: str
    until: str
    opened: str
    closed: str


def holidays(scope: Scope, hours: Hours) -> str:
    """Whether it is open on public holidays, in words."""
    if hours.holidays is None:
        return scope.speech.say("holidays_unknown")
    if not hours.holidays:
        return scope.speech.say("holidays_closed")
    return scope.speech.say("holidays_hours", hours=scope.speech.spans(hours.holidays))


def special(scope: Scope, facts: PlaceFacts) -> tuple[Special, ...]:
    """Hours with sign language, and quiet hours, where they are known."""
    signed = _holding(scope, facts.sign_language_hours) if facts.sign_language_hours != UNKNOWN else {}
    quiet = _holding(scope, {"": facts.quiet_hours}) if facts.quiet_hours != UNKNOWN else {}
    lines = tuple(f"{scope.speech.capital(scope.speech.sign_language(code))}: {_line(scope, fact)}"
                  for code, fact in signed.items())
    found = (Special(id="sign-language-hours", heading=scope.speech.say("sign_hours"), lines=lines),
             Special(id="quiet-hours", heading=scope.speech.say("quiet_hours"),
                     lines=tuple(_line(scope, fact) for fact in quiet.values())))
    return tuple(one for one in found if one.lines)


def unknown(scope: Scope, facts: PlaceFacts) -> tuple[str, ...]:
    """A sentence for each of them that is not known."""
    known = {one.id for one in special(scope, facts)}
    keys = {"sign-language-hours": "unknown_sign_hours", "quiet-hours": "unknown_quiet_hours"}
    return tuple(scope.speech.say(key) for name, key in keys.items() if name not in known)


def _holding(scope: Scope, facts: dict[str, WeeklyHours]) -> dict[str, WeeklyHours]:
    return {key: fact for key, fact in facts.items() if holds(fact, scope.today)}


def _line(scope: Scope, fact: WeeklyHours) -> str:
    """The days on which there is something; all others are no news here."""
    closed = scope.speech.spans(())
    rows = "; ".join(f"{days}: {times}" for days, times in scope.speech.hours(fact.weekly) if times != closed)
    return " ".join((f"{rows}.", *period(scope.speech, Shown("", fact, "stated"))))


def now(scope: Scope, fact: WeeklyHours, jurisdiction: str) -> OpenNow | None:
    """For the script; nothing where it never closes, because the table says so already."""
    week = fact.weekly.week
    if not any(week) or any(_whole(span) for day in week for span in day):
        return None
    return OpenNow(
        zone=scope.catalogue.jurisdictions[jurisdiction].facts.time_zone,
        week="|".join(";".join(_span(scope, week, day, span) for span in week[day]) for day in range(7)),
        until=str(fact.valid_until or ""),
        opened=scope.speech.say("open_now", time="{time}"),
        closed=scope.speech.say("closed_now"),
    )


def _whole(span: tuple[time, time]) -> bool:
    return _minute(span[0]) == 0 and _minute(span[1]) == 0


def _span(scope: Scope, week: tuple[tuple[tuple[time, time], ...], ...], day: int, span: tuple[time, time]) -> str:
    """A span; what goes on after midnight closes when the next day says so."""
    following = week[(day + 1) % 7]
    through = _minute(span[1]) == 0 and following and _minute(following[0][0]) == 0
    closes = following[0][1] if through else span[1]
    return f"{_minute(span[0])},{_minute(span[1]) or _DAY},{scope.speech.time(closes)}"


def _minute(when: time) -> int:
    return when.hour * 60 + when.minute
