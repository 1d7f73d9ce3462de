"""Groups of links to guides, in the order of the language: topics, life events, A to Z."""

from dataclasses import dataclass

from hub.model.catalogue import Thing
from hub.model.subject import LifeEventFacts, LifeEventWords, TopicFacts, TopicWords
from hub.pages.scope import Scope
from hub.pages.text import Link, Run, Text


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
    speaker_note: tuple[str, ...] = ()


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
    """A line of A to Z: a guide, or a word that people use and the guide to see; with its country."""

    word: str
    link: Link
    country: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Entries under one letter. id: the same whatever the script."""

    id: str
    letter: str
    entries: tuple[Entry, ...]


def ordered(scope: Scope, links: list[Link]) -> tuple[Link, ...]:
    """In the order of the language's own alphabet."""
    return tuple(sorted(links, key=lambda link: scope.speech.order(link.title.plain)))


def guides(scope: Scope) -> list[Thing]:
    """The services with a guide in the page's language."""
    return [service for service in scope.catalogue.services.values() if scope.exists(f"guides/{service.id}")]


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
                    groups=by_jurisdiction(scope, "services", named))


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


def a_z(scope: Scope) -> tuple[Letter, ...]:
    """Every guide under its letter, and the editors' search words as "see" lines."""
    found: dict[str, list[tuple[tuple[int, ...], Entry]]] = {}
    for service in guides(scope):
        link = scope.link("services", service.id, summary=True)
        country = scope.title("jurisdictions", service.facts.jurisdiction).plain
        _enter(scope, found, link.title.plain, Entry(word="", link=link, country=country))
        words = service.words.get(scope.language)
        for keyword in (words.keywords or "").splitlines() if words else ():
            if keyword.strip():
                _enter(scope, found, keyword.strip(), Entry(word=keyword.strip(), link=link, country=country))
    alphabet = [*scope.speech.letters, "#"]
    return tuple(Letter(id=f"letter-{alphabet.index(letter) + 1}", letter=letter,
                        entries=tuple(entry for _, entry in sorted(found[letter], key=lambda one: one[0])))
                 for letter in alphabet if letter in found)


def _enter(scope: Scope, found: dict, word: str, entry: Entry) -> None:
    found.setdefault(scope.speech.letter(word), []).append((scope.speech.order(word), entry))
