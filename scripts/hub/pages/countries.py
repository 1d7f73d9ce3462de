"""The first page, and the page of a country: who answers in an emergency, and what there is."""

from dataclasses import dataclass

from hub.model.catalogue import Thing
from hub.model.values import NOT_APPLICABLE
from hub.pages.contact import ContactView, contacts
from hub.pages.lists import Group, by_jurisdiction, guides, ordered, topics
from hub.pages.parts import door
from hub.pages.place import mobile_door, place_jurisdiction
from hub.pages.scope import Scope
from hub.pages.states import holds
from hub.pages.text import Link, Text, text


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """The first page."""

    life_events: tuple[Group, ...]
    topics: tuple[Link, ...]
    disability: tuple[Group, ...]
    jurisdictions: tuple[Link, ...]
    accommodations: Link | None
    places: Link | None
    newest: tuple[Link, ...]
    offline: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class JurisdictionView:
    """A country: who answers in an emergency, its guides, places and organisations."""

    title: Text
    summary: Text | None
    emergency: tuple[ContactView, ...]
    emergency_note: Text | None
    relays: tuple[ContactView, ...]
    relays_note: Text | None
    unknown_emergency: str
    unknown_relays: str
    notes: tuple[Text, ...]
    questions: tuple[Text, ...]
    life_events: tuple[Link, ...]
    guides: tuple[Link, ...]
    places: Link | None
    mobile: Link | None
    unknown: Link
    quality: Link
    sources: Link | None


def home(scope: Scope) -> HomeView:
    """The first page of a language."""
    events = [event for event in scope.catalogue.life_events.values() if scope.exists(f"life-events/{event.id}")]
    disability = [service for service in guides(scope) if "persons-with-disabilities" in service.facts.audiences]
    recent = sorted(guides(scope), key=lambda service: (service.facts.review.taken_on, service.id), reverse=True)[:5]
    return HomeView(
        life_events=by_jurisdiction(scope, "life_events", events),
        topics=topics(scope),
        disability=by_jurisdiction(scope, "services", disability),
        jurisdictions=tuple(scope.link("jurisdictions", one, summary=True) for one in scope.catalogue.hub.jurisdictions
                            if scope.exists(f"jurisdictions/{one}")),
        accommodations=Link(href=scope.url("accommodations"), title=text(scope.speech.say("title_accommodations")))
        if scope.exists("accommodations") else None,
        places=Link(href=scope.url("places"), title=text(scope.speech.say("title_places")))
        if scope.exists("places") else None,
        newest=tuple(_dated(scope, service, one_day=len({each.facts.review.taken_on for each in recent}) == 1)
                     for service in recent),
        offline=tuple(filter(None, (door(scope, "offline"), door(scope, "take")))),
    )


def _dated(scope: Scope, service: Thing, *, one_day: bool) -> Link:
    link = scope.link("services", service.id)
    taken = scope.speech.say("taken_on", date=scope.speech.date(service.facts.review.taken_on))
    return Link(href=link.href, title=link.title, note="" if one_day else taken)


def jurisdiction(scope: Scope, thing: Thing) -> JurisdictionView:
    """A country's page: emergency and relay numbers first."""
    facts, say, name = thing.facts, scope.speech.say, scope.title("jurisdictions", thing.id)
    emergency = contacts(scope, facts.emergency) if isinstance(facts.emergency, tuple) else ()
    relays = contacts(scope, facts.relays) if isinstance(facts.relays, tuple) else ()
    events = [event for event in scope.catalogue.life_events.values() if event.facts.jurisdiction == thing.id]
    return JurisdictionView(
        title=scope.title("jurisdictions", thing.id),
        summary=scope.words(thing, lambda words: words.summary),
        emergency=emergency, relays=relays,
        emergency_note=scope.words(thing, lambda words: words.not_applicable.get("emergency")),
        relays_note=scope.words(thing, lambda words: words.not_applicable.get("relays")),
        unknown_emergency="" if emergency or facts.emergency == NOT_APPLICABLE else say("unknown_emergency"),
        unknown_relays="" if relays or facts.relays == NOT_APPLICABLE else say("unknown_relay"),
        notes=tuple(scope.worded(thing, "notes", key) for key, one in facts.notes.items() if holds(one, scope.today)),
        questions=tuple(scope.worded(thing, "open_questions", key) for key in facts.open_questions),
        life_events=ordered(scope, [scope.link("life_events", event.id, summary=True) for event in events]),
        guides=ordered(scope, [scope.link("services", service.id, summary=True) for service in guides(scope)
                               if service.facts.jurisdiction == thing.id]),
        places=_places(scope, thing.id), mobile=mobile_door(scope, thing.id),
        unknown=Link(href=scope.url(f"unknown/{thing.id}"), title=text(say("title_unknown", country=name.plain))),
        quality=Link(href=scope.url(f"quality/{thing.id}"), title=text(say("title_quality", country=name.plain))),
        sources=Link(href=scope.url(f"sources/{thing.id}"), title=text(say("title_sources", country=name.plain)))
        if scope.exists(f"sources/{thing.id}") else None,
    )


def _places(scope: Scope, jurisdiction: str) -> Link | None:
    """The part of the list of places that is about this country, where there is one."""
    known = scope.catalogue.places.values() if scope.exists("places") else ()
    if all(place_jurisdiction(scope, place) != jurisdiction for place in known):
        return None
    return Link(href=f"{scope.url('places')}#{jurisdiction}", title=text(scope.speech.say("title_places")))
