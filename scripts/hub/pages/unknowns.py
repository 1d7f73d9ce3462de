"""What the hub does not know about a country: the list that helps its editors most, and says so to its readers."""

from dataclasses import dataclass, replace

from hub.model.catalogue import Thing
from hub.model.jurisdiction import JurisdictionFacts, JurisdictionWords
from hub.pages import guide
from hub.pages.answers import Ask, Gap, Item
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
    inside = replace(scope, outdated={})
    answers = guide.view(inside, service).answers
    ended = tuple(item for answer in answers for item in answer.items if item.state == "expired")
    shown = any(run.remark for item in ended for part in (item.title, item.text, *item.lines) if part
                for run in part.runs)
    # Of a whole guide, only what this page shows of it may make this page out of date.
    scope.outdated.update({key: None for key in inside.outdated
                           if shown or key[1].loc[0] in ("open_questions", "conflicts")})
    return Unknown(
        id=service.id,
        link=scope.link("services", service.id),
        gaps=tuple(gap for answer in answers for gap in answer.gaps),
        conflicts=tuple(text for answer in answers for text in answer.conflicts),
        ended=ended,
        ask=next((answer.ask for answer in answers if answer.ask), None),
    )
