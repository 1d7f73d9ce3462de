"""The building blocks of a guide: items with their dates, and answers with what is unknown, disputed and sourced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hub.model.catalogue import Thing
from hub.model.provenance import Conflict, Sourced
from hub.model.service import ServiceFacts
from hub.model.service_words import ServiceWords
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages.contact import ContactView, contact
from hub.pages.scope import Scope
from hub.pages.sources import SourceNote, cited, notes
from hub.pages.states import Shown, holds, period
from hub.pages.text import Link, Run, Text, text

Service = Thing[ServiceFacts, ServiceWords]

# The answer in which a note, a conflict or an open question about a field is shown.
ANSWER_OF = {
    "outputs": "what", "status": "what", "audiences": "what", "who": "what", "requirements": "requirements",
    "evidence": "evidence", "costs": "costs", "steps": "channels", "channels": "channels", "sign_in": "channels",
    "languages": "channels", "links": "channels", "processing_time": "processing-time", "deadlines": "processing-time",
    "no_answer": "processing-time", "redress": "redress", "legal_resources": "redress", "contact_points": "help",
    "competent_authority": "help", "operated_by": "help",
}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One fact in words: title, then value, then text; lines are further sentences; when: for what time it holds."""

    title: Text
    value: str = ""
    text: Text | None = None
    lines: tuple[Text, ...] = ()
    when: tuple[str, ...] = ()
    state: str = "stated"


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Whom to ask: a contact point, or the pages of the countries. relays: a link for people who do not speak."""

    contact: ContactView | None
    countries: tuple[Link, ...]
    relays: bool


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What is not known: a sentence, and the questions that stay open about the same field."""

    sentence: str
    questions: tuple[Text, ...] = ()

    @property
    def only(self) -> Text | None:
        """The question, where it is the only one: who listens shall not go through a list of one entry."""
        return self.questions[0] if len(self.questions) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One of the nine answers. gaps: what is not known, with `ask`; reason: why it does not apply."""

    id: str
    heading: str
    gaps: tuple[Gap, ...] = ()
    reason: Text | None = None
    items: tuple[Item, ...] = ()
    notes: tuple[Text, ...] = ()
    conflicts: tuple[Text, ...] = ()
    ask: Ask | None = None
    sources: tuple[SourceNote, ...] = ()
    extra: Any = None


def ask(scope: Scope, service: Service) -> Ask:
    """Whom to ask where something is unknown."""
    facts = service.facts
    reference = next((point for point in facts.contact_points if point.endswith(f".{facts.ask}")), "")
    relays = scope.catalogue.jurisdictions[facts.jurisdiction].facts.relays
    known = contact(scope, reference) if reference else None
    countries = () if known else tuple(scope.country(one) for one in scope.catalogue.hub.jurisdictions
                                       if one != facts.jurisdiction)
    return Ask(contact=known, countries=countries, relays=isinstance(relays, tuple))


def reason(scope: Scope, service: Service, field: str) -> Text | None:
    """Why a field does not apply; None where it does."""
    return why(scope, service, field) if getattr(service.facts, field) == NOT_APPLICABLE else None


def why(scope: Scope, service: Service, field: str) -> Text:
    """The reason that the words give for a field that does not apply; field: the way to it, joined with dots."""
    given = scope.words(service, lambda words: words.not_applicable.get(field))
    return given or text(scope.speech.say("not_applicable"))


def when(scope: Scope, one: Shown[Any]) -> tuple[str, ...]:
    """The time for which a fact holds, in sentences."""
    return period(scope.speech, one)


def answer(
    scope: Scope, service: Service, identifier: str, items: Iterable[Item] = (), *, facts: Iterable[Any] = (),
    unknown: Mapping[str, str] = {}, why: Text | None = None, extra: Any = None, also: Iterable[str] = (),
) -> Answer:
    """Put an answer together: items, and all notes, conflicts and open questions that are about it.

    unknown: field -> the sentence that it is not known. also: sources of what is no fact of the service.
    """
    remarks = [Shown(key, one, "stated") for key, one in service.facts.notes.items()
               if _about(one.about) == identifier and holds(one, scope.today)]
    disputes = {key: one for key, one in service.facts.conflicts.items() if _about(one.about) == identifier}
    sides = [side for one in disputes.values() for side in one.says.values()]
    gaps = tuple(_gaps(scope, service, identifier, unknown))
    return Answer(
        id=identifier,
        heading=scope.speech.say(f"heading_{identifier.replace('-', '_')}"),
        gaps=gaps,
        reason=why,
        items=tuple(items),
        notes=tuple(scope.worded(service, "notes", one.id) for one in remarks),
        conflicts=tuple(dispute(scope, service, key, one) for key, one in disputes.items()),
        ask=ask(scope, service) if gaps else None,
        sources=notes(scope, (*cited(facts, (one.fact for one in remarks), sides), *also)),
        extra=extra,
    )


def dispute(scope: Scope, thing: Thing[Any, Any], key: str, conflict: Conflict) -> Text:
    """The words about sources that disagree, and that nobody knows which is right, where that is so."""
    words = scope.worded(thing, "conflicts", key)
    if conflict.we_follow != UNKNOWN:
        return words
    return Text((*words.paragraphs, (Run(scope.speech.say("disagree_unknown")),)), words.lang, words.dir)


def _gaps(scope: Scope, service: Service, identifier: str, unknown: Mapping[str, str]) -> Iterator[Gap]:
    """Each unknown field with its open questions; then the questions about fields of which something is known."""
    questions = {key: one.about.partition(".")[0] for key, one in service.facts.open_questions.items()
                 if _about(one.about) == identifier}
    for field, key in unknown.items():
        own = tuple(scope.worded(service, "open_questions", one) for one, about in questions.items() if about == field)
        yield Gap(sentence=scope.speech.say(key), questions=own)
    rest = tuple(scope.worded(service, "open_questions", one) for one, about in questions.items()
                 if about not in unknown)
    if rest:
        yield Gap(sentence=scope.speech.say("also_unknown" if unknown else "unknown_details"), questions=rest)


@lru_cache(maxsize=4096)
def _about(field: str) -> str:
    return ANSWER_OF.get(field.partition(".")[0], "what")


def facts_of(kept: Iterable[Shown[Any]]) -> list[Sourced]:
    """The facts inside."""
    return [one.fact for one in kept]
