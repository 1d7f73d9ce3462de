"""Accommodations: what each one is, how to ask for it, and where it is offered, not offered, or not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hub.model.values import NOT_APPLICABLE
from hub.pages.answers import Service
from hub.pages.lists import Group, guides
from hub.pages.scope import Scope
from hub.pages.states import holds, shown
from hub.pages.text import Link, Text, text

# The states in which a channel can have an accommodation, and the words for them, in the order of the pages.
STATES = {"yes": "offered", "on-request": "offered_on_request", "no": "not_offered"}
# The fragment of the heading over the terms that belong to no group.
NO_GROUP = "no-group"


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A guide, and the channels of it that the list is about."""

    link: Link
    channels: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Country:
    """The guides of a country. id: the fragment, the same in every language."""

    id: str
    name: Text
    guides: tuple[Guide, ...]


@dataclass(frozen=True, kw_only=True)
class State:
    """Where it is offered, or is not, or nobody knows; note: what the reader must know about the list."""

    id: str
    heading: str
    note: str
    countries: tuple[Country, ...]


@dataclass(frozen=True, kw_only=True)
class AccommodationView:
    """One accommodation. what, ask: None where the vocabulary has no such words."""

    title: Text
    what: Text | None
    ask: Text | None
    states: tuple[State, ...]


def link(scope: Scope, term: str, *, summary: bool = False) -> Link:
    """A link to the page of an accommodation, with one line on what it is."""
    what = scope.term("accommodations", term, "what") if summary else Text(())
    return Link(href=scope.url(f"accommodations/{term}"), title=scope.term("accommodations", term),
                summary=what if what.paragraphs else None)


def accommodations(scope: Scope) -> tuple[Group, ...]:
    """All accommodations, by what they help with, in the order of the vocabularies."""
    terms, groups = scope.catalogue.vocabularies["accommodations"].facts.terms, []
    for need in (*scope.catalogue.vocabularies["needs"].facts.terms, None):
        links = tuple(link(scope, term, summary=True) for term, facts in terms.items() if facts.group == need)
        if links:
            heading = scope.term("needs", need) if need else text(scope.speech.say("other"))
            groups.append(Group(id=need or NO_GROUP, heading=heading, links=links))
    return tuple(groups)


def view(scope: Scope, term: str) -> AccommodationView:
    """The page of one accommodation: only guides of the page's language, so that every link can be read."""
    what, how = (scope.term("accommodations", term, part) for part in ("what", "ask"))
    states = [*_stated(scope, term), _not_known(scope, term)]
    return AccommodationView(
        title=scope.term("accommodations", term),
        what=what if what.paragraphs else None,
        ask=how if how.paragraphs else None,
        states=tuple(state for state in states if state.countries),
    )


def offers(scope: Scope, service: Service) -> Mapping[str, Mapping[str, str]]:
    """Accommodation -> channel -> state. What has ended, has not begun or is not confirmed says nothing about today."""
    found: dict[str, dict[str, str]] = {}
    for one in shown(service.facts.channels, scope.today):
        if isinstance(one.fact.accommodations, dict):
            for term, fact in one.fact.accommodations.items():
                if holds(fact, scope.today):
                    found.setdefault(term, {})[one.id] = fact.state
    return found


def _stated(scope: Scope, term: str) -> Iterator[State]:
    offers = all_offers(scope)
    offering = [(service, known) for service in guides(scope) if (known := offers[service.id].get(term))]
    for state, key in STATES.items():
        found = {}
        for service, known in offering:
            if channels := tuple(_channel(scope, service, one) for one, said in known.items() if said == state):
                found[service.id] = channels
        yield State(id=key.replace("_", "-"), heading=scope.speech.say(key), note=scope.speech.say("offers_rest"),
                    countries=_countries(scope, found))


def _not_known(scope: Scope, term: str) -> State:
    """Guides without a word about it; not those that one can use without going or calling anywhere."""
    offers = all_offers(scope)
    silent = {service.id: () for service in guides(scope)
              if service.facts.channels != NOT_APPLICABLE and term not in offers[service.id]}
    return State(id="not-known", heading=scope.speech.say("offers_not_known"),
                 note=scope.speech.say("offers_not_known_text"), countries=_countries(scope, silent))


def _channel(scope: Scope, service: Service, channel: str) -> Link:
    """The channel of the guide, on its page."""
    title = scope.worded(service, "channels", channel, "title")
    return Link(href=f"{scope.url(f'guides/{service.id}')}#channel-{channel}", title=title)


def _countries(scope: Scope, found: Mapping[str, tuple[Link, ...]]) -> tuple[Country, ...]:
    """By country, in the order of the home page; the guides in the order of the alphabet."""
    countries = []
    for identifier, links in _links(scope).items():
        if inside := tuple(Guide(link=each, channels=found[one]) for one, each in links if one in found):
            scope.borrowed.update(one.link.title.lang for one in inside if one.link.title.lang)
            countries.append(Country(id=identifier, name=scope.title("jurisdictions", identifier), guides=inside))
    return tuple(countries)


def all_offers(scope: Scope) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """What each service offers: the same on all pages of a build."""
    if "offers" not in scope.shared:
        scope.shared["offers"] = {one.id: offers(scope, one) for one in scope.catalogue.services.values()}
    return scope.shared["offers"]


def _links(scope: Scope) -> Mapping[str, list[tuple[str, Link]]]:
    """Country -> its guides in order, with links that hold on every page of an accommodation in this language."""
    key = f"links of accommodations {scope.language}"
    if key not in scope.shared:
        found: dict[str, list[tuple[str, Link]]] = {one: [] for one in scope.catalogue.hub.jurisdictions}
        for service in guides(scope):
            found.setdefault(service.facts.jurisdiction, []).append((service.id, scope.link("services", service.id)))
        for links in found.values():
            links.sort(key=lambda one: scope.speech.order(one[1].title.plain))
        scope.shared[key] = found
    return scope.shared[key]
