"""The rule of a stop: the part of RFC 5545's RRULE that a timetable of whole days needs, read by dateutil.

One way to say each thing, so that all calendars understand the same: days, weeks or months; an end is a day (UNTIL).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, NoReturn

from dateutil.rrule import rrule, rrulestr
from pydantic import BeforeValidator

from hub.model.values import refuse

_DAY = "MO|TU|WE|TH|FR|SA|SU"
_OF_MONTH = "-?(?:[1-9]|[12][0-9]|3[01])"
_MONTH = "[1-9]|1[0-2]"
# Part -> what it may hold, and an example of it.
PARTS = {
    "FREQ": ("DAILY|WEEKLY|MONTHLY", "FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY"),
    "INTERVAL": ("[1-9]|[1-4][0-9]|5[0-2]", "INTERVAL=2; the largest is 52"),
    "BYDAY": (f"(?:-?[1-5])?(?:{_DAY})(?:,(?:-?[1-5])?(?:{_DAY}))*", "BYDAY=TU, or BYDAY=1TU with FREQ=MONTHLY"),
    "BYMONTHDAY": (f"(?:{_OF_MONTH})(?:,(?:{_OF_MONTH}))*", "BYMONTHDAY=15"),
    "BYMONTH": (f"(?:{_MONTH})(?:,(?:{_MONTH}))*", "BYMONTH=3,4,5"),
    "UNTIL": ("[0-9]{8}", "UNTIL=20271231, the last day"),
}
_EXAMPLE = "Write for example FREQ=WEEKLY;BYDAY=TU or FREQ=MONTHLY;BYDAY=1TU"


@dataclass(frozen=True)
class Rule:
    """repeats: the rule without its end. until: its last day, or None."""

    text: str
    repeats: str
    until: date | None

    def days(self, start: date, first: date, last: date) -> Iterator[date]:
        """The days of the rule from `first` to `last`, both included. start: the day on which it began."""
        end = min(last, self.until) if self.until else last
        found: rrule = rrulestr(self.repeats, dtstart=_midnight(start)).replace(until=_midnight(end))
        return (one.date() for one in found.xafter(_midnight(first), inc=True))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _parse(text: object) -> object:
    if not isinstance(text, str):
        return text
    pairs = [part.partition("=")[::2] for part in text.split(";")]
    for name, value in pairs:
        _part(name, value)
    parts = dict(pairs)
    if len(parts) < len(pairs):
        _refuse("A part stands twice in the rule.", "Keep one of the two")
    if "FREQ" not in parts:
        _refuse(f"“{text}” does not say how often.", _EXAMPLE)
    _together(parts)
    until = parts.pop("UNTIL", "")
    return Rule(text, ";".join(f"{name}={value}" for name, value in parts.items()), _last(until) if until else None)


def _part(name: str, value: str) -> None:
    if name == "COUNT":
        _refuse("A number of visits (COUNT) hides the last day.", "Write the last day, for example UNTIL=20271231")
    if name not in PARTS:
        _refuse(f"“{name}” cannot stand in a rule of a stop.", f"Allowed: {', '.join(PARTS)}. {_EXAMPLE}")
    allowed, example = PARTS[name]
    if not re.fullmatch(allowed, value):
        _refuse(f"“{name}={value}” is not understood.", f"Write {example}")


def _together(parts: dict[str, str]) -> None:
    """What RFC 5545 forbids in one rule, what programs read differently, and what may never come true."""
    often = parts["FREQ"]
    if often == "DAILY" and parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        _refuse("A rule of days cannot name days of a week or month.", _EXAMPLE)
    if often != "MONTHLY" and re.search("[1-5]", parts.get("BYDAY", "")):
        _refuse("A number before a day counts the days of a month.", "Write FREQ=MONTHLY, or the day without a number")
    if often == "WEEKLY" and "BYMONTHDAY" in parts:
        _refuse("A rule of weeks cannot name days of the month.", "Write FREQ=MONTHLY, or BYDAY=TU")


def _last(until: str) -> date:
    try:
        return date(int(until[:4]), int(until[4:6]), int(until[6:]))
    except ValueError:
        _refuse(f"“UNTIL={until}” is not a day.", "Write year, month and day, for example UNTIL=20271231")


def _refuse(message: str, tip: str) -> NoReturn:
    refuse("not-a-rule", message, tip)


RuleText = Annotated[Rule, BeforeValidator(_parse)]
