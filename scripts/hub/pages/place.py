"""A place, and the list of places by country and town."""

from dataclasses import dataclass

from hub.model.catalogue import Thing
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.values import UNKNOWN
from hub.pages import access, opening
from hub.pages.access import AccessView
from hub.pages.contact import ContactView, contact, contacts
from hub.pages.opening import OpenNow, Special
from hub.pages.scope import Scope
from hub.pages.sources import SourceNote, cited, notes
from hub.pages.states import Shown, holds, period, shown
from hub.pages.stops import UnitView, soonest, unit, vehicle
from hub.pages.text import Link, Text, text

Place = Thing[PlaceFacts, PlaceWords]


@dataclass(frozen=True, kw_only=True)
class PlaceCard:
    """A place in a list: link, town, address, hours in one line each. A mobile unit has its next stop as hours."""

    link: Link
    town: Text
    address: Text
    unknown_address: str
    serves: Text
    hours: str
    not_checked: str


@dataclass(frozen=True, kw_only=True)
class PlaceView:
    """Everything about a place; each empty part has its sentence for "we do not know"."""

    title: Text
    organisation: Link
    kind: str
    town: Text
    address: Text
    unknown_address: str
    postcode: str
    serves: Text
    today: str
    hours: tuple[tuple[str, str], ...]
    hours_when: tuple[str, ...]
    unknown_hours: str
    unit: UnitView | None
    conflicts: tuple[Text, ...]
    notes: tuple[Text, ...]
    questions: tuple[Text, ...]
    holidays: str
    special: tuple[Special, ...]
    unknown_special: tuple[str, ...]
    open_now: OpenNow | None
    access: AccessView
    map: str
    contacts: tuple[ContactView, ...]
    ask: ContactView | None
    services: tuple[Link, ...]
    sources: tuple[SourceNote, ...]


def card(scope: Scope, place: Place) -> PlaceCard:
    """A place in a list."""
    return scope.once(("card", place.id), lambda inside: (_unit_card if place.facts.mobile else _card)(inside, place))


def _card(scope: Scope, place: Place) -> PlaceCard:
    rows, street = hours(scope, place), address(scope, place)
    return PlaceCard(
        link=scope.link("places", place.id),
        town=scope.term("towns", place.facts.town),
        address=street,
        unknown_address="" if street.paragraphs else scope.speech.say("unknown_address"),
        serves=_serves(scope, place),
        hours=_hours_line(scope, place, rows),
        not_checked="" if access.found(scope, place) else scope.speech.say("access_not_checked"),
    )


def _unit_card(scope: Scope, place: Place) -> PlaceCard:
    """A mobile unit in a list of places: when and where it stops next."""
    found = soonest(scope, place)
    return PlaceCard(
        link=scope.link("places", place.id), town=Text(()), address=text(vehicle(scope, place)) if found else Text(()),
        unknown_address="" if found else scope.speech.say("unknown_stops"), serves=_serves(scope, place),
        hours=found,
        not_checked=scope.speech.say("access_not_checked") if place.facts.accessibility == UNKNOWN else "",
    )


def _hours_line(scope: Scope, place: Place, rows: tuple[tuple[str, str], ...]) -> str:
    """The hours in a line, with their age, and whether sources disagree about them."""
    if not rows:
        return ""
    line = "; ".join(f"{days}: {times}" for days, times in rows) + "."
    disputed = any(one.about.startswith("hours") for one in place.facts.conflicts.values())
    more = (*period(scope.speech, Shown("hours", place.facts.hours, "stated")),
            f"{scope.speech.say('disagree')}." if disputed else "")
    return " ".join((line, *more)).strip()


def address(scope: Scope, place: Place) -> Text:
    """The street address in words, or nothing where it is not known."""
    known = place.facts.address != UNKNOWN and holds(place.facts.address, scope.today)
    return (scope.words(place, lambda words: words.address) if known else None) or Text(())


def hours(scope: Scope, place: Place) -> tuple[tuple[str, str], ...]:
    """Rows of days and times, or nothing where they are not known."""
    known = place.facts.hours != UNKNOWN and holds(place.facts.hours, scope.today)
    return scope.speech.hours(place.facts.hours.weekly) if known else ()


def view(scope: Scope, place: Place) -> PlaceView:
    """The page of a place."""
    facts, say = place.facts, scope.speech.say
    street, week, remarks = address(scope, place), hours(scope, place), shown(facts.notes, scope.today)
    ids = _sources(scope, place, remarks)
    return PlaceView(
        title=scope.title("places", place.id),
        organisation=scope.link("organisations", facts.organisation),
        kind=vehicle(scope, place),
        town=scope.term("towns", facts.town) if facts.town else Text(()),
        address=street,
        unknown_address="" if street.paragraphs else say("unknown_address"),
        postcode=(facts.address.postcode or "") if street.paragraphs else "",
        serves=_serves(scope, place),
        today=_today(scope, place) if week else "",
        hours=week,
        hours_when=period(scope.speech, Shown("hours", facts.hours, "stated")) if week else (),
        unknown_hours="" if week else say("unknown_hours"),
        unit=unit(scope, place),
        conflicts=tuple(scope.worded(place, "conflicts", key) for key in facts.conflicts),
        notes=tuple(scope.worded(place, "notes", one.id) for one in remarks),
        questions=tuple(scope.worded(place, "open_questions", key) for key in facts.open_questions),
        holidays=opening.holidays(scope, facts.hours.weekly) if week else "",
        special=opening.special(scope, facts),
        unknown_special=opening.unknown(scope, facts),
        open_now=opening.now(scope, facts.hours, place_jurisdiction(scope, place)) if week else None,
        access=access.view(scope, place),
        map=_map(scope, place),
        contacts=() if facts.contact_points == UNKNOWN else contacts(scope, facts.contact_points),
        ask=contact(scope, facts.ask),
        services=_services(scope, place),
        sources=notes(scope, ids),
    )


def _serves(scope: Scope, place: Place) -> Text:
    known = place.facts.serves is not None and holds(place.facts.serves, scope.today)
    return (scope.words(place, lambda words: words.serves) if known else None) or Text(())


def _today(scope: Scope, place: Place) -> str:
    """The hours of the day on which the page was made, in words."""
    row = place.facts.hours.weekly.week[scope.today.weekday()]
    return scope.speech.say("hours_on", date=scope.speech.weekday(scope.today), hours=scope.speech.spans(row))


def _map(scope: Scope, place: Place) -> str:
    geo = place.facts.geo
    if geo == UNKNOWN or not holds(geo, scope.today):
        return ""
    return f"https://www.openstreetmap.org/?mlat={geo.lat}&mlon={geo.lon}#map=18/{geo.lat}/{geo.lon}"


def _services(scope: Scope, place: Place) -> tuple[Link, ...]:
    """The guides that name this place."""
    if "naming" not in scope.shared:
        scope.shared["naming"] = _naming(scope)
    return tuple(scope.link("services", service) for service in scope.shared["naming"].get(place.id, ()))


def _naming(scope: Scope) -> dict[str, tuple[str, ...]]:
    """Place -> the services that name it, looked up once: each service for each place would be places times guides."""
    found: dict[str, dict[str, None]] = {}
    for service in scope.catalogue.services.values():
        ways = service.facts.channels.values() if isinstance(service.facts.channels, dict) else ()
        for place in (one for way in ways if isinstance(way.places, tuple) for one in way.places):
            found.setdefault(place, {})[service.id] = None
    return {place: (*services,) for place, services in found.items()}


def _sources(scope: Scope, place: Place, remarks: tuple[Shown, ...]) -> tuple[str, ...]:
    facts = place.facts
    signing = facts.sign_language_hours.values() if facts.sign_language_hours != UNKNOWN else ()
    sides = [side for one in facts.conflicts.values() for side in one.says.values()]
    stops = [one.fact for one in shown(facts.stops, scope.today)]
    found = cited((facts.address, facts.geo, facts.serves, facts.hours, facts.quiet_hours), signing, stops,
                  facts.exceptions.values())
    rest = cited((one.fact for one in remarks), sides)
    return tuple(dict.fromkeys((*found, *access.sources(place), *rest, *facts.source)))


def place_jurisdiction(scope: Scope, place: Place) -> str:
    """The country of a place is that of its organisation."""
    return scope.catalogue.organisations[place.facts.organisation].facts.jurisdiction


def mobile_door(scope: Scope, jurisdiction: str) -> Link | None:
    """The part of the list of mobile units that is about this country, where there is one."""
    if not scope.exists("mobile") or not any(one.facts.mobile and place_jurisdiction(scope, one) == jurisdiction
                                             and scope.exists(f"places/{one.id}")
                                             for one in scope.catalogue.places.values()):
        return None
    return Link(href=f"{scope.url('mobile')}#{jurisdiction}", title=text(scope.speech.say("title_mobile")))


@dataclass(frozen=True, kw_only=True)
class Town:
    """A town and the places in it."""

    name: Text
    places: tuple[PlaceCard, ...]


@dataclass(frozen=True, kw_only=True)
class Country:
    """A country and its towns. id: the fragment. mobile: the list of its mobile units."""

    id: str
    name: Text
    towns: tuple[Town, ...]
    mobile: Link | None


def places(scope: Scope) -> tuple[Country, ...]:
    """The list of places by country and town, towns in the order of the language."""
    countries = []
    for identifier in scope.catalogue.hub.jurisdictions:
        towns: dict[str, list[PlaceCard]] = {}
        for one in scope.catalogue.places.values():
            here = place_jurisdiction(scope, one) == identifier and scope.exists(f"places/{one.id}")
            if here and one.facts.town and not one.facts.mobile:
                towns.setdefault(one.facts.town, []).append(card(scope, one))
        named = [Town(name=scope.term("towns", town), places=tuple(found)) for town, found in towns.items()]
        units = mobile_door(scope, identifier)
        if named or units:
            countries.append(Country(id=identifier, name=scope.title("jurisdictions", identifier), mobile=units,
                                     towns=tuple(sorted(named, key=lambda town: scope.speech.order(town.name.plain)))))
    return tuple(countries)
