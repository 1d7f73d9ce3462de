"""Opening hours in the syntax of OpenStreetMap, read by the opening-hours library.

The week shown is one without public holidays; what the rules say about those (PH) stands beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Annotated

from opening_hours import OpeningHours, ParserError
from pydantic import BeforeValidator

from hub.model.values import refuse

# A week that begins on a Monday; without a country the library knows no holidays in it.
_MONDAY = datetime(2026, 11, 16)
_MIDNIGHT = time(0, 0)
_COMMENT = re.compile(r'"[^"]*"')
_HOLIDAY = re.compile(r"\bPH\b[A-Za-z,\-]*\s*(.*)")
_SPAN = re.compile(r"([0-9]{1,2}:[0-9]{2})-([0-9]{1,2}:[0-9]{2})")
# A rule for days or times of any week, not for a season or the first Monday of a month.
_ALWAYS = re.compile(r"(?:(?:PH|SH|Mo|Tu|We|Th|Fr|Sa|Su)\b|[0-9]{1,2}:)[^\[]*", re.IGNORECASE)
# Overruled by every rule that says anything about a day.
_NOTHING = 'Mo-Su 00:00-24:00 unknown "nothing"'

Spans = tuple[tuple[time, time], ...]


@dataclass(frozen=True)
class Hours:
    """Opening hours: the text of the data file, and for each day from Monday the spans of opening.

    holidays: the spans on a public holiday, () when it is closed then, None when the rules do not say.
    """

    text: str
    week: tuple[Spans, ...]
    holidays: Spans | None = None


def unsaid(text: str) -> tuple[int, ...]:
    """The days (Monday is 0) about which no rule says anything, in no season."""
    hours, found = OpeningHours(f"{_NOTHING}; {text}"), {*range(7)}
    for begin, end, state, comment in hours.intervals(start=_MONDAY, end=_MONDAY + timedelta(days=371)):
        if str(state) != "unknown" or comment != "nothing":
            last = (end - timedelta(minutes=1)).toordinal()
            found -= {(day + 6) % 7 for day in range(begin.toordinal(), last + 1)}
    return tuple(sorted(found))


def doubled(text: str) -> tuple[int, ...]:
    """The days to which two rules give different times; a rule that closes a day is meant to overrule."""
    weeks = [_week(OpeningHours(rule)) for rule in _rules(text) if _ALWAYS.fullmatch(rule)]
    begun = [[_begun(week, day) for day in range(7)] for week in weeks]
    return tuple(day for day in range(7) if len({week[day] for week in begun if week[day]}) > 1)


def _begun(week: tuple[Spans, ...], day: int) -> Spans:
    """The spans that begin on that day: not what is left of the night before."""
    through = week[day - 1] and week[day - 1][-1][1] == _MIDNIGHT
    return tuple(span for span in week[day] if not (through and span[0] == _MIDNIGHT))


def backwards(text: str) -> tuple[str, ...]:
    """Spans that close before they open and would last more than 12 hours: no night is that long."""
    spans = [(opens, closes, _minutes(closes) - _minutes(opens)) for opens, closes in
             _SPAN.findall(_COMMENT.sub("", text))]
    return tuple(f"{opens}-{closes}" for opens, closes, length in spans if -12 * 60 < length <= 0)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _rules(text: str) -> Iterator[str]:
    """The rules of a text; those after || only fill what the others leave open."""
    yield from filter(None, (rule.strip() for rule in _COMMENT.sub("", text).split("||")[0].split(";")))


def _holidays(text: str) -> Spans | None:
    """What the last rule about public holidays says, as if each day of the week were one."""
    if text.strip() == "24/7":
        return ((_MIDNIGHT, _MIDNIGHT),)
    said = [found[1] for rule in _rules(text) if (found := _HOLIDAY.search(rule))]
    if not said or "unknown" in said[-1]:
        return None
    try:
        return _spans(OpeningHours(f"Mo-Su {said[-1]}"), _MONDAY + timedelta(days=1))
    except ParserError:
        return None


def _week(hours: OpeningHours) -> tuple[Spans, ...]:
    return tuple(_spans(hours, _MONDAY + timedelta(days=day)) for day in range(7))


def _spans(hours: OpeningHours, day: datetime) -> Spans:
    following = day + timedelta(days=1)
    return tuple(
        (begin.time() if begin > day else _MIDNIGHT, end.time() if end and end < following else _MIDNIGHT)
        for begin, end, state, _ in hours.intervals(start=day, end=following)
        if str(state) == "open"
    )


def _parse(text: object) -> object:
    if not isinstance(text, str):
        return text
    try:
        hours = OpeningHours(text)
    except ParserError:
        refuse("not-opening-hours", f"“{text}” are not opening hours.",
               "Write days and times, for example Mo-Fr 09:00-18:00; Sa 09:00-13:00; PH off")
    return Hours(text, _week(hours), _holidays(text))


HoursText = Annotated[Hours, BeforeValidator(_parse)]
