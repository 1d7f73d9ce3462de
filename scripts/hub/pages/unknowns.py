"""What the hub does not know about a country: the list that helps its editors most, and says so to its readers."""

from dataclasses import dataclass, replace

from hub.model.catalogue import Thing
from hub.model.jurisdiction import JurisdictionFacts, JurisdictionWords
from hub.pages import guide
from hub.pages.answers import Ask, Gap, Item
from hub.pages.open import Open, kept, left_open
from hub.pages.place import PlaceCard, card, place_jurisdiction
from hub.pages.scope import Scope
from hub.pages.text import Link, Text


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """One guide: what is not known, about what sources disagree, which facts have ended, and whom to ask."""

    id: str
    link: Link
    gaps: tuple[Gap, ...]
    conflicts: tuple[Text, ...]
    ended: tuple[Item, ...]
    ask: Ask | None


@dataclass(frozen=True, kw_only=True)
class UnknownsView:
    """The page of a country."""

    title: str
    guides: tuple[Unknown, ...]
    places: tuple[PlaceCard, ...]


def view(scope: Scope, thing: Thing[JurisdictionFacts, JurisdictionWords], title: str) -> UnknownsView:
    """All that is not known, guide by guide, in the order of their ids, which is the same in every language."""
    guides = [_unknown(scope, service) for service in scope.catalogue.services.values()
              if service.facts.jurisdiction == thing.id]
    places = [card(scope, place) for place in scope.catalogue.places.values()
              if place_jurisdiction(scope, place) == thing.id]
    return UnknownsView(
        title=title,
        guides=tuple(one for one in guides if one.gaps or one.conflicts or one.ended),
        places=tuple(place for place in places if place.unknown_address or not place.hours or place.not_checked),
    )


def _unknown(scope: Scope, service: guide.Service) -> Unknown:
    found = kept(scope, service) or _made(scope, service)
    scope.outdated.update(dict.fromkeys(found.outdated))
    return Unknown(
        id=service.id,
        link=scope.link("services", service.id),
        gaps=found.gaps, conflicts=found.conflicts, ended=found.ended, ask=found.ask,
    )


def _made(scope: Scope, service: guide.Service) -> Open:
    """Of a whole guide, only what this page shows of it may make this page out of date."""
    inside = replace(scope, outdated={})
    return left_open(guide.answers(inside, service), inside.outdated)
