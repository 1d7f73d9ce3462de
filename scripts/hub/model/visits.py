"""When a mobile unit is where: the days of its rules, with what is different on some of them.

In `model`, because pages, calendar files and checks need the same days.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from hub.model.mobile import Mobile, Stop, StopException

# A rule of 52 months comes round in this time.
FAR = timedelta(days=3653)


@dataclass(frozen=True, order=True)
class Visit:
    """One time at a stop, or one that does not take place (off). planned: the day that the rule says.

    exception: the id of what makes it different, or "".
    """

    day: date
    begins: time
    ends: time
    stop: str
    planned: date
    exception: str = ""
    off: bool = False


def visits(mobile: Mobile, stop: str, first: date, last: date) -> tuple[Visit, ...]:
    """The visits to a stop from `first` to `last`, in order, and those in between that do not take place.

    Nothing for a stop of low confidence, and nothing outside the days for which the stop is known to hold.
    """
    if isinstance(mobile.stops, str) or mobile.stops[stop].confidence == "low":
        return ()
    fact = mobile.stops[stop]
    different = {one.date: key for key, one in mobile.exceptions.items()
                 if one.stop == stop and one.confidence != "low"}
    found = [Visit(day, fact.begins, fact.ends, stop, day) for day in planned(fact, first, last)
             if day not in different]
    for day, key in different.items():
        if [*planned(fact, day, day)]:
            found += _instead(fact, mobile.exceptions[key], key, stop)
    return tuple(sorted(one for one in found if first <= one.day <= last))


def _instead(fact: Stop, exception: StopException, key: str, stop: str) -> list[Visit]:
    """What an exception makes of a visit: the usual one that is off, the other one, or the same day at other times."""
    day, instead = exception.date, exception.instead
    off = Visit(day, fact.begins, fact.ends, stop, day, key, off=True)
    if instead is None:
        return [off]
    other = Visit(instead.date or day, instead.begins or fact.begins, instead.ends or fact.ends, stop, day, key)
    return [other] if other.day == day else [off, other]


def planned(stop: Stop, first: date, last: date) -> tuple[date, ...]:
    """The days of the rule, within those for which the fact holds."""
    begin = max(first, stop.start, stop.valid_from or first)
    end = min(last, stop.valid_until or last)
    return tuple(stop.rrule.days(stop.start, begin, end)) if begin <= end else ()


def following(mobile: Mobile, stop: str, after: date) -> Visit | None:
    """The next visit later than a day, or None where no more is known. Looks ten years ahead."""
    for ahead in (timedelta(days=62), FAR):
        for one in visits(mobile, stop, after + timedelta(days=1), after + ahead):
            if not one.off:
                return one
    return None
