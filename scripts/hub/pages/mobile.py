"""The list of mobile units by country, each with the next date of each of its stops."""

from dataclasses import dataclass

from hub.model.values import UNKNOWN
from hub.pages.contact import ContactView, contact
from hub.pages.place import place_jurisdiction
from hub.pages.scope import Scope
from hub.pages.stops import Place, upcoming, vehicle
from hub.pages.text import Link, Text


@dataclass(frozen=True, kw_only=True)
class UnitCard:
    """A unit in the list. next: day and time, and the stop; where none is known, the sentence and whom to ask."""

    link: Link
    kind: str
    next: tuple[tuple[str, Text], ...]
    unknown: str
    ask: ContactView | None
    not_checked: str


@dataclass(frozen=True, kw_only=True)
class UnitCountry:
    """A country and its units. id: the fragment."""

    id: str
    name: Text
    units: tuple[UnitCard, ...]


@dataclass(frozen=True, kw_only=True)
class UnitsView:
    """All units. made: the day of the list, and how far it reaches."""

    made: str
    countries: tuple[UnitCountry, ...]


def units(scope: Scope) -> UnitsView:
    """The list."""
    countries = []
    for identifier in scope.catalogue.hub.jurisdictions:
        found = [_card(scope, one) for one in scope.catalogue.places.values()
                 if one.facts.mobile and place_jurisdiction(scope, one) == identifier
                 and scope.exists(f"places/{one.id}")]
        if found:
            name = scope.title("jurisdictions", identifier)
            units = sorted(found, key=lambda card: scope.speech.order(card.link.title.plain))
            countries.append(UnitCountry(id=identifier, name=name, units=tuple(units)))
    made = scope.speech.say("units_made", date=scope.speech.date(scope.today))
    return UnitsView(made=made, countries=tuple(countries))


def _card(scope: Scope, place: Place) -> UnitCard:
    following = tuple(upcoming(scope, place))
    return UnitCard(
        link=scope.link("places", place.id), kind=vehicle(scope, place), next=following,
        unknown="" if following else scope.speech.say("unknown_stops"),
        ask=None if following else contact(scope, place.facts.ask),
        not_checked=scope.speech.say("access_not_checked") if place.facts.accessibility == UNKNOWN else "",
    )
