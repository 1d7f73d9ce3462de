"""How many facts of a country are not known, in conflict, or over: the figures under scripts/check and on its page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hub.model.catalogue import Catalogue, Thing
from hub.model.provenance import Record, Sourced
from hub.model.values import UNKNOWN
from hub.pages.states import shown, state

# Where `unknown` says something else: what follows an end, which side is right, that nobody has checked yet.
NOT_COUNTED = frozenset({"then", "we_follow", "checked_on", "accessibility_checked"})


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Facts of a country. unknown: `unknown` itself, facts too unsure to be shown, and open questions about the rest.

    conflicting: on which sources disagree. expired: over, and nothing that we know has taken their place.
    """

    unknown: int
    conflicting: int
    expired: int


def tallies(catalogue: Catalogue, today: date) -> dict[str, Tally]:
    """Country -> its tally, in the order of the hub."""
    return {one: tally(catalogue, one, today) for one in catalogue.hub.jurisdictions}


def tally(catalogue: Catalogue, jurisdiction: str, today: date) -> Tally:
    """Count over all facts of a country: its own, its services', organisations', places' and life events'."""
    found = Counter(kind for thing in _things(catalogue, jurisdiction) for kind in _kinds(thing.facts, today))
    return Tally(unknown=found["unknown"], conflicting=found["conflicting"], expired=found["expired"])


def _things(catalogue: Catalogue, jurisdiction: str) -> Iterator[Thing[Any, Any]]:
    yield catalogue.jurisdictions[jurisdiction]
    for kind in ("services", "organisations", "life_events"):
        yield from (thing for thing in getattr(catalogue, kind).values() if thing.facts.jurisdiction == jurisdiction)
    for place in catalogue.places.values():
        if catalogue.organisations[place.facts.organisation].facts.jurisdiction == jurisdiction:
            yield place


def _kinds(facts: Record, today: date) -> Iterator[str]:
    """A word for each fact that is to be counted."""
    yield from ("conflicting" for _ in getattr(facts, "conflicts", ()))
    for question in getattr(facts, "open_questions", {}).values():
        if getattr(facts, question.about.partition(".")[0], None) != UNKNOWN:
            yield "unknown"
    for name in type(facts).model_fields:
        if name not in ("conflicts", "open_questions"):
            yield from _inside(name, getattr(facts, name), today)


def _inside(name: str, value: Any, today: date) -> Iterator[str]:
    """The same for one field, at any depth."""
    if value == UNKNOWN and name not in NOT_COUNTED:
        yield "unknown"
    elif isinstance(value, Mapping):
        yield from _of_many(value, today)
    elif isinstance(value, Record):
        yield from _of_one(value, today)


def _of_many(facts: Mapping[str, Any], today: date) -> Iterator[str]:
    """Facts that stand beside each other may take each other's place."""
    sourced = {key: one for key, one in facts.items() if isinstance(one, Sourced)}
    gone = {one.id for one in shown(sourced, today) if one.state == "expired"}
    for key, one in facts.items():
        if key in gone:
            yield "expired"
        elif not (key in sourced and state(one, today) == "expired"):
            yield from _inside("", one, today)


def _of_one(fact: Record, today: date) -> Iterator[str]:
    now = state(fact, today) if isinstance(fact, Sourced) else "stated"
    if now in ("low", "expired"):
        yield "unknown" if now == "low" else now
        return
    for name in type(fact).model_fields:
        yield from _inside(name, getattr(fact, name), today)
