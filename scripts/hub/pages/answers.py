"""The building blocks of a guide: items with their dates, and answers with what is unknown, disputed and sourced."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hub.model.catalogue import Thing
from hub.model.provenance import Sourced
from hub.model.service import ServiceFacts
from hub.model.service_words import ServiceWords
from hub.model.values import NOT_APPLICABLE
from hub.pages.contact import ContactView, contact
from hub.pages.scope import Scope
from hub.pages.sources import SourceNote, cited, notes
from hub.pages.states import Shown, period, shown
from hub.pages.text import Text, text

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
class Answer:
    """One of the nine answers. unknown: sentences when it is not known, with `ask`; reason: why it does not apply."""

    id: str
    heading: str
    unknown: tuple[str, ...] = ()
    reason: Text | None = None
    items: tuple[Item, ...] = ()
    notes: tuple[Text, ...] = ()
    conflicts: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    ask: ContactView | None = None
    sources: tuple[SourceNote, ...] = ()
    extra: Any = None


def ask(scope: Scope, service: Service) -> ContactView | None:
    """Whom to ask where something is unknown."""
    reference = next(point for point in service.facts.contact_points if point.endswith(f".{service.facts.ask}"))
    return contact(scope, reference)


def reason(scope: Scope, service: Service, field: str) -> Text | None:
    """Why a field does not apply."""
    value = getattr(service.facts, field)
    if value != NOT_APPLICABLE:
        return None
    given = scope.words(service, lambda words: words.not_applicable.get(field))
    return given or text(scope.speech.say("not_applicable"))


def when(scope: Scope, one: Shown[Any]) -> tuple[str, ...]:
    """The time for which a fact holds, in sentences."""
    return period(scope.speech, one)


def answer(
    scope: Scope, service: Service, identifier: str, items: Iterable[Item] = (), *, facts: Iterable[Any] = (),
    unknown: Iterable[str] = (), why: Text | None = None, extra: Any = None,
) -> Answer:
    """Put an answer together: items, and all notes, conflicts and open questions that are about it."""
    remarks = [one for one in shown(service.facts.notes, scope.today) if _about(one.fact.about) == identifier]
    disputes = {key: one for key, one in service.facts.conflicts.items() if _about(one.about) == identifier}
    open_questions = [key for key, one in service.facts.open_questions.items() if _about(one.about) == identifier]
    sides = [side for one in disputes.values() for side in one.says.values()]
    unknown = tuple(unknown)
    return Answer(
        id=identifier,
        heading=scope.speech.say(f"heading_{identifier.replace('-', '_')}"),
        unknown=unknown,
        reason=why,
        items=tuple(items),
        notes=tuple(scope.worded(service, "notes", one.id) for one in remarks),
        conflicts=tuple(scope.worded(service, "conflicts", key) for key in disputes),
        questions=tuple(scope.worded(service, "open_questions", key) for key in open_questions),
        ask=ask(scope, service) if unknown or open_questions else None,
        sources=notes(scope, cited(facts, (one.fact for one in remarks), sides)),
        extra=extra,
    )


def _about(field: str) -> str:
    return ANSWER_OF.get(field.partition(".")[0], "what")


def facts_of(kept: Iterable[Shown[Any]]) -> list[Sourced]:
    """The facts inside."""
    return [one.fact for one in kept]
