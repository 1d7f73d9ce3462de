"""The state of a fact on a day: stated, to come, expired, superseded, unconfirmed. Computed, never typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from hub.model.provenance import Sourced
from hub.model.values import UNKNOWN
from hub.pages.speech import Speech

E = TypeVar("E", bound=Sourced)


@dataclass(frozen=True)
class Shown(Generic[E]):
    """A fact that the page shows: its id, the fact, and its state (stated, coming or expired)."""

    id: str
    fact: E
    state: str


def shown(facts: Mapping[str, E] | str, today: date) -> tuple[Shown[E], ...]:
    """The facts to show, current ones first. Left out: unconfirmed ones (low) and those that a current one replaces."""
    if isinstance(facts, str):
        return ()
    states = {key: state(fact, today) for key, fact in facts.items()}
    kept = [Shown(key, fact, states[key]) for key, fact in facts.items()
            if states[key] != "low" and not (states[key] == "expired" and _replaced(facts, states, key))]
    return tuple(sorted(kept, key=lambda one: ("stated", "coming", "expired").index(one.state)))


def state(fact: Sourced, today: date) -> str:
    """low, expired, coming or stated."""
    if fact.confidence == "low":
        return "low"
    if fact.valid_until and fact.valid_until < today:
        return "expired"
    return "coming" if fact.valid_from and fact.valid_from > today else "stated"


def holds(fact: Sourced, today: date) -> bool:
    """Whether a fact that stands alone holds on that day: confirmed, begun, and not over."""
    return state(fact, today) == "stated"


def _replaced(facts: Mapping[str, E], states: Mapping[str, str], key: str) -> bool:
    """Whether the chain of `then` leads from an ended fact to another one that can be shown in its place."""
    seen, following = {key}, facts[key].then
    while following in facts and following not in seen:
        if states[following] != "expired":
            return states[following] == "stated"
        seen.add(following)
        following = facts[following].then
    return False


def settled(kept: tuple[Shown[E], ...]) -> bool:
    """Whether it is known what holds now: something is stated, and nothing has ended without a sequel."""
    return any(one.state == "stated" for one in kept) and all(one.state != "expired" for one in kept)


def period(speech: Speech, one: Shown[Sourced]) -> tuple[str, ...]:
    """What the page says about the time for which a fact holds."""
    fact, said = one.fact, []
    if one.state == "expired":
        said.append(speech.say("over", date=speech.date(fact.valid_until)))
        if fact.then == UNKNOWN:
            said.append(speech.say("over_unknown"))
        return tuple(said)
    if fact.as_of:
        said.append(speech.say("as_of", date=speech.date(fact.as_of)))
    if fact.valid_from and (one.state == "coming" or not fact.valid_until):
        said.append(speech.say("valid_from", date=speech.date(fact.valid_from)))
    if fact.valid_until:
        said.append(speech.say("valid_until", date=speech.date(fact.valid_until)))
    return tuple(said)
