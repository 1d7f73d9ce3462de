"""Pointers inside one file of facts lead somewhere: about, then, ask, channel, buys, we_follow; and reasons exist."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from hub.checks.walk import Loc, fields, things
from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue, Thing
from hub.model.service import ServiceFacts
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.problems import Problem

# Fields that name something else in their file.
POINTERS = {"about", "ask", "contact_point", "channel", "buys", "then", "we_follow"}


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """What one field of facts.yml says about another one must be there."""
    for _, thing in things(catalogue):
        path = f"{thing.path}/facts.yml"
        every = fields(thing.facts)
        for loc, name, value in every:
            if name not in POINTERS:
                continue
            known = _siblings(thing.facts, loc, name) if isinstance(value, str) and value != NOT_APPLICABLE else None
            if known is not None and value not in known:
                yield loaded.problem(path, loc, "unknown-id", f"“{value}” is not there.",
                                     did_you_mean(value, sorted(known)))
            if name == "about" and not _exists(thing.facts, value):
                yield loaded.problem(path, loc, "about-nothing", f"There is no field “{value}” in this file.",
                                     "Write the way to a field, joined with dots, for example costs.standard")
        yield from _short_names(loaded, thing, path)
        yield from _reasons(loaded, thing, every)


def _siblings(facts: BaseModel, loc: Loc, name: str) -> set[str] | None:
    """The ids that a local pointer may name, or None when the field is no local pointer."""
    if name in ("ask", "contact_point") and isinstance(facts, ServiceFacts):
        return {point.partition(".")[2] for point in facts.contact_points}
    if name == "channel":
        return _keys(facts.channels)
    if name == "buys":
        return _keys(facts.processing_time)
    if name == "then":
        return {*_keys(_at(facts, loc[:-2])), UNKNOWN} - {loc[-2]}
    if name == "we_follow":
        return {*_keys(_at(facts, (*loc[:-1], "says"))), UNKNOWN}
    return None


def _keys(value: Any) -> set[str]:
    return set(value) if isinstance(value, dict) else set()


def _at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = value.get(part) if isinstance(value, dict) else getattr(value, str(part), None)
    return value


def _exists(facts: BaseModel, about: str) -> bool:
    return _at(facts, tuple(about.split("."))) is not None


def _short_names(loaded: Loaded, thing: Thing, path: str) -> Iterator[Problem]:
    points = getattr(thing.facts, "contact_points", ())
    names = [point.partition(".")[2] for point in points] if isinstance(points, tuple) else []
    for number, name in enumerate(names):
        if name in names[:number]:
            yield loaded.problem(path, ("contact_points", number), "same-contact-name",
                                 f"Two contact points are called “{name}”.",
                                 "Name one of the two differently in its organisation")


def _reasons(loaded: Loaded, thing: Thing, every: list[tuple[Loc, str, Any]]) -> Iterator[Problem]:
    """Every not-applicable has a reason, in every language; every reason has its not-applicable."""
    wanted = {".".join(map(str, loc)) for loc, name, value in every
              if value == NOT_APPLICABLE and name != "ask"}
    for language, words in thing.words.items():
        given = getattr(words, "not_applicable", {})
        path, warning = f"{thing.path}/{language}.yml", language != thing.facts.source_language
        for field in sorted(wanted - set(given)):
            yield loaded.problem(path, ("not_applicable",), "missing-translation" if warning else "missing-words",
                                 f"There is no reason why {field} is not applicable.",
                                 f"Write `{field}: ...` under `not_applicable:`", warning=warning)
        for field in sorted(set(given) - wanted):
            yield loaded.problem(path, ("not_applicable", field), "words-without-fact",
                                 f"{field} is not `not-applicable` in facts.yml.", did_you_mean(field, sorted(wanted)))
