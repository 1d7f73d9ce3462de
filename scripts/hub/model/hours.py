"""Opening hours in the syntax of OpenStreetMap, read by the opening-hours library.

The rules for public holidays (PH) are kept in the text; the week shown is one without holidays.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Annotated

from opening_hours import OpeningHours, ParserError
from pydantic import BeforeValidator

from hub.model.values import refuse

# A week that begins on a Monday; without a country the library knows no holidays in it.
_MONDAY = datetime(2026, 11, 16)
_MIDNIGHT = time(0, 0)


@dataclass(frozen=True)
class Hours:
    """Opening hours: the text of the data file, and for each day from Monday the spans of opening."""

    text: str
    week: tuple[tuple[tuple[time, time], ...], ...]


def _spans(hours: OpeningHours, day: datetime) -> tuple[tuple[time, time], ...]:
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
    return Hours(text, tuple(_spans(hours, _MONDAY + timedelta(days=day)) for day in range(7)))


HoursText = Annotated[Hours, BeforeValidator(_parse)]
