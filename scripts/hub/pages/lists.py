"""Groups of links to guides, in the order of the language: topics, life events, A to Z."""

from collections.abc import Iterator
from dataclasses import dataclass

from hub.model.catalogue import Thing
from hub.model.subject import LifeEventFacts, LifeEventWords, TopicFacts, TopicWords
from hub.pages.parts import save_topic
from hub.pages.scope import Scope
from hub.pages.text import Link, Run, Text, text

# Guides in the list A to Z; with more, summaries and "see" lines would weigh too much (docs/design/search.md).
LONG = 100


@dataclass(frozen=True, kw_only=True)
class Group:
    """Links under a heading; id is the fragment, the same in every language."""

    id: str
    heading: Text
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class ListView:
    """A page of links: title, one sentence, groups."""

    title: Text
    summary: Text | None
    groups: tuple[Group, ...]
    save: Link | None = None


@dataclass(frozen=True, kw_only=True)
class StepView:
    """A step of a life event. kind: whether one must, may, or takes either of the guides."""

    kind: str
    title: Text
    text: Text
    guides: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class LifeEventView:
    """What to do when something has happened, in order."""

    title: Text
    summary: Text | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of A to Z: a guide, or (word) one that people use and the guide to see; with its country.

    more: of a guide, the words beside its title by which the script finds it.
    """

    link: Link
    country: str
    word: str = ""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Entries under one letter. id: the same whatever the script."""

    id: str
    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class AToZ:
    """Every guide by letter. long: each has one line and no summary; its search words are shown in that line.

    topics: where to look when a search finds nothing, if there is such a page. inside: the search inside the guides,
    if the hub was built with it.
    """

    letters: tuple[Letter, ...]
    long: bool
    topics: Link | None
    inside: Link | None


def ordered(scope: Scope, links: list[Link]) -> tuple[Link, ...]:
    """In the order of the language's own alphabet."""
    return tuple(sorted(links, key=lambda link: scope.speech.order(link.title.plain)))


def guides(scope: Scope) -> tuple[Thing, ...]:
    """The services with a guide in the page's language, found once for all pages."""
    key = (scope.language, "guides")
    if key not in scope.shared:
        scope.shared[key] = tuple(service for service in scope.catalogue.services.values()
                                  if scope.exists(f"guides/{service.id}"))
    return scope.shared[key]


def by_jurisdiction(scope: Scope, kind: str, things: list[Thing]) -> tuple[Group, ...]:
    """Links to things, one group per country."""
    groups = []
    for identifier in scope.catalogue.hub.jurisdictions:
        links = [scope.link(kind, thing.id, summary=True) for thing in things if thing.facts.jurisdiction == identifier]
        if links:
            groups.append(Group(id=identifier, heading=scope.title("jurisdictions", identifier),
                                links=ordered(scope, links)))
    return tuple(groups)


def topics(scope: Scope) -> tuple[Link, ...]:
    """All topics that have a guide in this language."""
    return tuple(scope.link("topics", topic, summary=True) for topic in scope.catalogue.hub.topics
                 if scope.exists(f"topics/{topic}"))


def topic(scope: Scope, thing: Thing[TopicFacts, TopicWords]) -> ListView:
    """The guides of a topic, by country."""
    named = [service for service in guides(scope) if thing.id in service.facts.topics]
    return ListView(title=scope.title("topics", thing.id), summary=scope.words(thing, lambda words: words.summary),
                    groups=by_jurisdiction(scope, "services", named), save=save_topic(scope, thing.id))


def life_events(scope: Scope) -> tuple[Group, ...]:
    """All life events of this language, by country."""
    events = [event for event in scope.catalogue.life_events.values() if scope.exists(f"life-events/{event.id}")]
    return by_jurisdiction(scope, "life_events", events)


def life_event(scope: Scope, thing: Thing[LifeEventFacts, LifeEventWords]) -> LifeEventView:
    """The steps in order; the number is part of the text."""
    steps = []
    for number, (identifier, step) in enumerate(thing.facts.steps.items(), 1):
        title = scope.worded(thing, "steps", identifier, "title")
        first = title.paragraphs[0] if title.paragraphs else ()
        steps.append(StepView(
            kind=scope.speech.say(f"step_{step.do}"),
            title=Text(((Run(f"{number}. "), *first),), title.lang, title.dir),
            text=scope.worded(thing, "steps", identifier, "text"),
            guides=tuple(scope.link("services", service, summary=True) for service in step.services),
        ))
    return LifeEventView(title=scope.title("life_events", thing.id), steps=tuple(steps),
                         summary=scope.words(thing, lambda words: words.summary))


def a_z(scope: Scope) -> AToZ:
    """Every guide under its letter. The editors' search words are "see" lines; in a long list they stand at the guide.

    Titles begin with a verb, so most readers who look by letter need the "see" lines, as long as they can be paid for.
    """
    named = guides(scope)
    long = len(named) > LONG
    found: dict[str, list[tuple[tuple[int, ...], Entry]]] = {}
    for service in named:
        for entry in _entries(scope, service, long=long):
            word = entry.word or entry.link.title.plain
            found.setdefault(scope.speech.letter(word), []).append((scope.speech.order(word), entry))
    alphabet = [*scope.speech.letters, "#"]
    letters = tuple(Letter(id=f"letter-{alphabet.index(letter) + 1}", letter=letter,
                           entries=tuple(entry for _, entry in sorted(found[letter], key=lambda one: one[0])))
                    for letter in alphabet if letter in found)
    topics = Link(href=scope.url("topics"), title=text(scope.speech.say("door_topics")))
    inside = Link(href=scope.url("search"), title=text(scope.speech.say("title_search")))
    return AToZ(letters=letters, long=long, topics=topics if scope.exists("topics") else None,
                inside=inside if scope.exists("search") else None)


def _entries(scope: Scope, service: Thing, *, long: bool) -> Iterator[Entry]:
    country = scope.title("jurisdictions", service.facts.jurisdiction).plain
    link = scope.link("services", service.id, summary=not long)
    words = service.words.get(scope.language)
    keywords = [word.strip() for word in (words.keywords or "").splitlines() if word.strip()] if words else []
    if long:
        yield Entry(link=link, country=country, more=", ".join(keywords))
        return
    yield Entry(link=link, country=country, more=", ".join([*keywords, country]))
    for word in keywords:
        yield Entry(link=link, country=country, word=word)
