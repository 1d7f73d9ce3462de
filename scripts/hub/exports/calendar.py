"""The stops of mobile units as calendar files (RFC 5545): one for each unit and one for each stop, in each language.

The day of the build is the only time stamp, so the same commit and day make the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from hub.model.catalogue import Catalogue, Thing
from hub.model.mobile import Mobile
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.visits import FAR, following, planned

Place = Thing[PlaceFacts, PlaceWords]
# How many years of changes to summer time a file tells; programs that know the time zone by its name need none.
YEARS = 5


def calendars(catalogue: Catalogue, today: date) -> dict[str, bytes]:
    """Path below the root of the site -> the file. A stop without a date to come has none."""
    found = {}
    for place in catalogue.places.values():
        mobile = place.facts.mobile
        stops = [stop for stop in place.facts.stops if mobile and following(mobile, stop, today - timedelta(days=1))]
        for language in _spoken(catalogue, place) if stops else ():
            files = {f"{place.id}.{language}": stops} | {f"{place.id}.{stop}.{language}": [stop] for stop in stops}
            for name, within in files.items():
                found[f"data/mobile/{name}.ics"] = _calendar(catalogue, place, within, language, today)
    return found


def _spoken(catalogue: Catalogue, place: Place) -> tuple[str, ...]:
    country = catalogue.organisations[place.facts.organisation].facts.jurisdiction
    return catalogue.jurisdictions[country].facts.languages


def _calendar(catalogue: Catalogue, place: Place, stops: list[str], language: str, today: date) -> bytes:
    mobile, made = place.facts.mobile, Calendar()
    made.add("prodid", f"-//{catalogue.hub.name}//{language}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    # not of the standard, and read by most programs
    made.add("x-wr-calname", _words(place, language, "")[0].name)
    first = min(mobile.stops[stop].start for stop in stops)
    made.add_component(Timezone.from_tzinfo(ZoneInfo(mobile.time_zone), mobile.time_zone, date(first.year, 1, 1),
                                            date(today.year + YEARS, 12, 31)))
    for stop in stops:
        for event in _events(catalogue, place, stop, language):
            event.add("dtstamp", datetime.combine(today, time(), UTC))
            made.add_component(event)
    return made.to_ical()


def _events(catalogue: Catalogue, place: Place, stop: str, language: str) -> Iterator[Event]:
    """The rule of a stop, and an event for each visit that is moved (RECURRENCE-ID)."""
    mobile = place.facts.mobile
    fact = mobile.stops[stop]
    first = planned(fact, fact.start, (fact.valid_from or fact.start) + FAR)[0]
    rule = vRecur.from_ical(fact.rrule.repeats)
    if ends := [day for day in (fact.rrule.until, fact.valid_until) if day]:
        # where the start has a time zone, the end must be in UTC
        rule["UNTIL"] = _moment(mobile, min(ends), fact.begins).astimezone(UTC)
    event = _event(catalogue, place, stop, language)
    _times(event, mobile, first, fact.begins, fact.ends)
    event.add("rrule", rule)
    changed = {key: one for key, one in mobile.exceptions.items()
               if one.stop == stop and one.confidence != "low" and planned(fact, one.date, one.date)}
    if gone := [_moment(mobile, one.date, fact.begins) for one in changed.values() if not one.instead]:
        event.add("exdate", gone)
    yield event
    for key, one in changed.items():
        if one.instead:
            other = _event(catalogue, place, stop, language, why=key)
            other.add("recurrence-id", _moment(mobile, one.date, fact.begins))
            _times(other, mobile, one.instead.date or one.date, one.instead.begins or fact.begins,
                   one.instead.ends or fact.ends)
            yield other


def _event(catalogue: Catalogue, place: Place, stop: str, language: str, why: str = "") -> Event:
    """An event without its times: its name and words. why: the exception that it stands for."""
    words, spoken = _words(place, language, stop)
    here, say = words.stops[stop], catalogue.strings[spoken]
    prefix = "" if language == catalogue.default_language else f"{language}/"
    page = f"{catalogue.hub.address.rstrip('/')}/{prefix}places/{place.id}/"
    lines = [words.exceptions.get(why, ""), f"{say['stop_surface']}: {here.surface}" if here.surface else "",
             say["calendar_look"].format_map({"page": page})]
    event = Event()
    # the same in every language and every build; with the whole address, because two hubs may share a host
    event.add("uid", f"{stop}.{place.id}@{catalogue.hub.address.partition('://')[2].rstrip('/')}")
    event.add("summary", f"{words.name}: {here.place}", parameters={"LANGUAGE": spoken})
    event.add("location", ", ".join(filter(None, (here.place, here.spot))), parameters={"LANGUAGE": spoken})
    event.add("description", "\n".join(filter(None, lines)), parameters={"LANGUAGE": spoken})
    event.add("url", page)
    geo = place.facts.stops[stop].geo
    if geo != "unknown" and geo.confidence != "low":
        event.add("geo", (float(geo.lat), float(geo.lon)))
    return event


def _words(place: Place, language: str, stop: str) -> tuple[PlaceWords, str]:
    """The words in a language, or where they lack this stop those of the source, and which language that is."""
    found = place.words.get(language)
    if found and (not stop or stop in found.stops):
        return found, language
    return place.words[place.facts.source_language], place.facts.source_language


def _times(event: Event, mobile: Mobile, day: date, begins: time, ends: time) -> None:
    event.add("dtstart", _moment(mobile, day, begins))
    event.add("dtend", _moment(mobile, day, ends))


def _moment(mobile: Mobile, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(mobile.time_zone))
