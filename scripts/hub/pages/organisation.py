"""An organisation: what it does, how to reach it, what it gives and where."""

from dataclasses import dataclass, replace

from hub.model.catalogue import Thing
from hub.model.organisation import OrganisationFacts, OrganisationWords
from hub.model.values import UNKNOWN
from hub.pages.contact import ContactView, contacts
from hub.pages.lists import Group, guides, ordered
from hub.pages.scope import Scope
from hub.pages.sources import SourceNote, cited, notes
from hub.pages.states import holds
from hub.pages.text import Link, Text

Organisation = Thing[OrganisationFacts, OrganisationWords]


@dataclass(frozen=True, kw_only=True)
class OrganisationView:
    """The page of an organisation."""

    title: Text
    alternate_name: Text | None
    kind: str
    description: Text
    country: Link
    parent: Link | None
    website: str
    unknown_website: str
    contacts: tuple[ContactView, ...]
    unknown_contacts: str
    notes: tuple[Text, ...]
    questions: tuple[Text, ...]
    guides: tuple[Link, ...]
    places: tuple[Link, ...]
    sources: tuple[SourceNote, ...]


def view(scope: Scope, thing: Organisation) -> OrganisationView:
    """The page of an organisation."""
    facts, say = thing.facts, scope.speech.say
    points = facts.contact_points if isinstance(facts.contact_points, dict) else {}
    found = contacts(scope, tuple(f"{thing.id}.{name}" for name in points))
    return OrganisationView(
        title=scope.title("organisations", thing.id),
        alternate_name=_alternate(scope, thing),
        kind=say(f"organisation_{facts.type.replace('-', '_')}"),
        description=scope.words(thing, lambda words: words.description) or Text(()),
        country=scope.link("jurisdictions", facts.jurisdiction),
        parent=scope.link("organisations", facts.parent) if facts.parent else None,
        website="" if facts.website == UNKNOWN else facts.website,
        unknown_website=say("unknown_website") if facts.website == UNKNOWN else "",
        contacts=found,
        unknown_contacts="" if found else say("unknown_contacts"),
        notes=tuple(scope.worded(thing, "notes", key) for key, one in facts.notes.items() if holds(one, scope.today)),
        questions=tuple(scope.worded(thing, "open_questions", key) for key in facts.open_questions),
        guides=ordered(scope, [scope.link("services", one, summary=True) for one in _responsible(scope, thing.id)]),
        places=ordered(scope, [scope.link("places", place.id) for place in scope.catalogue.places.values()
                               if place.facts.organisation == thing.id]),
        sources=notes(scope, (*cited(points.values(), facts.notes.values()), *facts.source)),
    )


def _responsible(scope: Scope, organisation: str) -> tuple[str, ...]:
    """The guides of an organisation, looked up once: each guide for each organisation would be their product."""
    key = (scope.language, "responsible")
    if key not in scope.shared:
        found: dict[str, dict[str, None]] = {}
        for service in guides(scope):
            for one in (*service.facts.competent_authority, *service.facts.operated_by):
                found.setdefault(one, {})[service.id] = None
        scope.shared[key] = {one: (*services,) for one, services in found.items()}
    return scope.shared[key].get(organisation, ())


def _alternate(scope: Scope, thing: Organisation) -> Text | None:
    """The other name, marked with its own language where the words say that it has one."""
    found = scope.words(thing, lambda words: words.alternate_name)
    language = scope.words(thing, lambda words: words.alternate_name_language)
    if found is None or language is None:
        return found
    known = scope.catalogue.languages.get(language.plain)
    return replace(found, lang=language.plain, dir=known.direction if known else "ltr")


def organisations(scope: Scope) -> tuple[Group, ...]:
    """All organisations by country."""
    groups = []
    for identifier in scope.catalogue.hub.jurisdictions:
        links = [scope.link("organisations", one.id) for one in scope.catalogue.organisations.values()
                 if one.facts.jurisdiction == identifier and scope.exists(f"organisations/{one.id}")]
        if links:
            groups.append(Group(id=identifier, heading=scope.title("jurisdictions", identifier),
                                links=ordered(scope, links)))
    return tuple(groups)
