"""Where a mobile unit stops: the dated list of the next 30 days, each stop with its ground, map and calendar file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from hub.model.catalogue import Thing
from hub.model.mobile import Mobile, Stop
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.values import UNKNOWN
from hub.model.visits import Visit, following, visits
from hub.pages.scope import Scope
from hub.pages.states import Shown, holds, period, shown
from hub.pages.text import MARK, Link, Text, around, text

Place = Thing[PlaceFacts, PlaceWords]
AHEAD = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class StopPlace:
    """Where a stop is, and what the ground is like there, or that nobody has told us."""

    name: Text
    spot: Text
    surface: Text
    unknown_surface: str


@dataclass(frozen=True, kw_only=True)
class VisitView:
    """A day at a stop. at: for machines; lines: what is different on that day; why: in the editors' words."""

    at: str
    when: str
    where: StopPlace
    lines: tuple[str, ...]
    why: Text
    off: bool


@dataclass(frozen=True, kw_only=True)
class StopView:
    """A stop by itself. next: its next date, or the sentence that no more are known."""

    id: str
    where: StopPlace
    when: tuple[str, ...]
    next: str
    map: Link | None
    calendar: Link | None


@dataclass(frozen=True, kw_only=True)
class UnitView:
    """What the page of a mobile unit has in place of address and hours. unknown: said where no stop is known."""

    unknown: str
    made: str
    zone: str
    visits: tuple[VisitView, ...]
    none: str
    stops: tuple[StopView, ...]
    calendar: Link | None
    calendar_note: str


def unit(scope: Scope, place: Place) -> UnitView | None:
    """The stops of a mobile unit; None for a place that stands still."""
    mobile, say = place.facts.mobile, scope.speech.say
    if mobile is None:
        return None
    known, until = shown(place.facts.stops, scope.today), scope.today + AHEAD
    days = sorted(visit for one in known for visit in visits(mobile, one.id, scope.today, until))
    stops = tuple(_stop(scope, place, mobile, one) for one in known)
    calendar = _calendar(scope, place.id, "", Text(()))
    offers = calendar or any(one.calendar for one in stops)
    return UnitView(
        unknown="" if known else say("unknown_stops"),
        made=say("stops_made", date=scope.speech.date(scope.today), until=scope.speech.date(until)),
        zone=say("stops_zone", place=_clocks(scope, mobile)),
        visits=tuple(_visit(scope, place, mobile, one) for one in days),
        none="" if days else say("stops_none"),
        stops=stops,
        calendar=calendar,
        calendar_note=say("calendar_note", date=scope.speech.date(scope.today)) if offers else "",
    )


def vehicle(scope: Scope, place: Place) -> str:
    """What comes, in brackets after the kind of place: "Mobile unit (bus)"."""
    kind = scope.speech.say(f"place_{place.facts.type.replace('-', '_')}")
    return f"{kind} ({scope.speech.say(f'vehicle_{place.facts.mobile.vehicle}')})" if place.facts.mobile else kind


def soonest(scope: Scope, place: Place) -> str:
    """When a mobile unit stops next anywhere, in a sentence; "" where that is not known."""
    found = _following(scope, place)
    return _next(scope, found[0]) if found else ""


def upcoming(scope: Scope, place: Place) -> Iterator[tuple[str, Text]]:
    """(day and time, name of the stop) of the next visit to each stop, the nearest first."""
    for visit in _following(scope, place):
        yield _when(scope, visit), scope.worded(place, "stops", visit.stop, "place")


def _following(scope: Scope, place: Place) -> list[Visit]:
    mobile = place.facts.mobile
    known = shown(place.facts.stops, scope.today) if mobile else ()
    return sorted(visit for one in known if (visit := following(mobile, one.id, scope.today - timedelta(days=1))))


def _visit(scope: Scope, place: Place, mobile: Mobile, visit: Visit) -> VisitView:
    return VisitView(
        at=datetime.combine(visit.day, visit.begins, ZoneInfo(mobile.time_zone)).isoformat(timespec="minutes"),
        when=_when(scope, visit), where=_where(scope, place, visit.stop),
        lines=tuple(_different(scope, mobile, visit)),
        why=scope.worded(place, "exceptions", visit.exception) if visit.exception else Text(()),
        off=visit.off,
    )


def _different(scope: Scope, mobile: Mobile, visit: Visit) -> Iterator[str]:
    """What an exception says about this line of the list: not on this day, another day instead, other times."""
    if not visit.exception:
        return
    say, speech, stop = scope.speech.say, scope.speech, mobile.stops[visit.stop]
    instead = mobile.exceptions[visit.exception].instead
    if visit.off:
        yield say("visit_off", date=speech.weekday(visit.day))
        if instead:
            hours = speech.spans(((instead.begins or stop.begins, instead.ends or stop.ends),))
            yield say("visit_instead", date=speech.weekday(instead.date), hours=hours)
    elif visit.day != visit.planned:
        yield say("visit_moved", date=speech.weekday(visit.planned))
    if not visit.off and (visit.begins, visit.ends) != (stop.begins, stop.ends):
        yield say("visit_times", hours=speech.spans(((stop.begins, stop.ends),)))


def _stop(scope: Scope, place: Place, mobile: Mobile, one: Shown[Stop]) -> StopView:
    where, visit = _where(scope, place, one.id), following(mobile, one.id, scope.today - timedelta(days=1))
    calendar = _calendar(scope, place.id, one.id, where.name)
    return StopView(
        id=f"stop-{one.id}", where=where, when=period(scope.speech, one),
        next=_next(scope, visit) if visit else scope.speech.say("stop_no_more"),
        map=_map(scope, one.fact, where.name), calendar=calendar,
    )


def _next(scope: Scope, visit: Visit) -> str:
    """The next date, and the day from which it is the next: a page that nobody rebuilds stays true."""
    return scope.speech.say("stop_next", date=scope.speech.date(scope.today), visit=_when(scope, visit))


def _where(scope: Scope, place: Place, stop: str) -> StopPlace:
    surface = scope.worded(place, "stops", stop, "surface")
    return StopPlace(name=scope.worded(place, "stops", stop, "place"), spot=scope.worded(place, "stops", stop, "spot"),
                     surface=surface, unknown_surface="" if surface.paragraphs else scope.speech.say("unknown_surface"))


def _when(scope: Scope, visit: Visit) -> str:
    """"Tuesday 5 January 2027: 10:00 to 14:00"."""
    span: tuple[tuple[time, time], ...] = ((visit.begins, visit.ends),)
    return scope.speech.say("visit", date=scope.speech.weekday(visit.day), hours=scope.speech.spans(span))


def _clocks(scope: Scope, mobile: Mobile) -> str:
    """The city that stands for the time zone, in the reader's language."""
    return get_timezone_location(ZoneInfo(mobile.time_zone), locale=scope.speech.locale, return_city=True)


def _map(scope: Scope, stop: Stop, name: Text) -> Link | None:
    if stop.geo == UNKNOWN or not holds(stop.geo, scope.today):
        return None
    return Link(href=f"https://www.openstreetmap.org/?mlat={stop.geo.lat}&mlon={stop.geo.lon}"
                     f"#map=18/{stop.geo.lat}/{stop.geo.lon}",
                title=around(scope.speech.say("map_stop", place=MARK), MARK, name))


def _calendar(scope: Scope, unit_id: str, stop: str, name: Text) -> Link | None:
    """A link to the calendar file that says its kind and size, where the build writes one."""
    path = f"data/mobile/{'.'.join(filter(None, (unit_id, stop, scope.language)))}.ics"
    if path not in scope.sizes:
        return None
    size = scope.speech.number((Decimal(scope.sizes[path]) / 1000).quantize(Decimal("0.1")))
    if not stop:
        return Link(href=scope.root + path, title=text(scope.speech.say("calendar_unit", size=size)))
    return Link(href=scope.root + path,
                title=around(scope.speech.say("calendar_stop", place=MARK, size=size), MARK, name))
