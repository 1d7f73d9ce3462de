"""Mobile units: they have stops in place of an address; their rules, days and times fit together."""

from collections.abc import Iterator
from datetime import date

from hub.checks.walk import Loc
from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue
from hub.model.mobile import Stop, StopException
from hub.model.place import PlaceFacts
from hub.model.visits import FAR
from hub.problems import Problem

# What a place that stands still must say, and a mobile unit cannot.
STILL = ("town", "address", "hours")
Fault = tuple[Loc, str, str, str]


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """`mobile` stands in mobile units only; each stop begins with its rule, each exception changes a day."""
    for place in catalogue.places.values():
        for fault in (*_kind(place.facts), *_stops(place.facts), *_exceptions(place.facts)):
            yield loaded.problem(f"{place.path}/facts.yml", *fault)


def _kind(facts: PlaceFacts) -> Iterator[Fault]:
    given = facts.model_fields_set
    if facts.type != "mobile-unit":
        if facts.mobile:
            yield (("mobile",), "mobile-elsewhere", f"A place of the type “{facts.type}” has no stops.",
                   "Write `type: mobile-unit`, or remove `mobile`")
        for name in STILL:
            if name not in given:
                yield ("type",), "missing-field", f"The field “{name}” is missing.", f"Add a line: `{name}: ...`"
        return
    if not facts.mobile:
        yield (("type",), "missing-field", "The field “mobile” is missing.",
               "Add `mobile:` with `vehicle`, `time_zone` and `stops` under it; `stops` may be `unknown`")
    for name in ("address", "hours"):
        if name in given:
            yield ((name,), "mobile-stands-nowhere", f"A mobile unit has no “{name}” of its own.",
                   "Remove the line; where and when it is stands under `mobile.stops`")


def _stops(facts: PlaceFacts) -> Iterator[Fault]:
    for key, stop in facts.stops.items():
        loc = ("mobile", "stops", key)
        if stop.ends <= stop.begins:
            yield _backwards((*loc, "to"))
        first = next(stop.rrule.days(stop.start, stop.start, stop.start + FAR), None)
        if first is None:
            yield ((*loc, "rrule"), "rule-without-days", "The rule has no day after the start.",
                   "Look at BYMONTHDAY, BYMONTH and UNTIL")
        elif first != stop.start:
            yield ((*loc, "start"), "start-not-in-rule", f"The rule does not fall on {stop.start}.",
                   f"Write the first day on which the unit is there, for example {first}")


def _exceptions(facts: PlaceFacts) -> Iterator[Fault]:
    seen: dict[tuple[str, date], str] = {}
    for key, one in facts.exceptions.items():
        loc = ("mobile", "exceptions", key)
        if one.stop not in facts.stops:
            yield ((*loc, "stop"), "unknown-id", f"“{one.stop}” is not in mobile.stops.",
                   did_you_mean(one.stop, sorted(facts.stops)))
            continue
        stop, other = facts.stops[one.stop], seen.setdefault((one.stop, one.date), key)
        if other != key:
            yield ((*loc, "date"), "exception-twice", f"“{other}” is about the same day and stop.",
                   "Keep one of the two")
        if one.date not in stop.rrule.days(stop.start, one.date, one.date):
            yield ((*loc, "date"), "exception-without-visit", f"The unit is not there on {one.date} anyway.",
                   "Write the day that the rule says, and the other day under `instead`")
        yield from _instead((*loc, "instead"), stop, one)


def _instead(loc: Loc, stop: Stop, one: StopException) -> Iterator[Fault]:
    if one.instead is None:
        return
    begins, ends = one.instead.begins or stop.begins, one.instead.ends or stop.ends
    if ends <= begins:
        yield _backwards(loc)
    elif ((one.instead.date or one.date), begins, ends) == (one.date, stop.begins, stop.ends):
        yield (loc, "exception-changes-nothing", "This is the same day and the same times.",
               "Write another `date`, `from` or `to`; leave `instead` out where the unit does not come")


def _backwards(loc: Loc) -> Fault:
    return loc, "ends-before-start", "The unit leaves before it comes.", "Write the later time in `to`"
