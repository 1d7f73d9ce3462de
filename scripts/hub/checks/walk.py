"""Walks over the things of a catalogue and over the fields inside a record."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from hub.model.catalogue import Catalogue, Thing

Loc = tuple[str | int, ...]
# By identity, with the value, so that its place in memory cannot be another one's.
_walked: dict[int, tuple[Any, list[tuple[Loc, str, Any]]]] = {}
THINGS = ("vocabularies", "jurisdictions", "organisations", "places", "topics", "life_events", "services",
          "alerts")


def things(catalogue: Catalogue) -> Iterator[tuple[str, Thing]]:
    """Yield (kind, thing) for everything that has words."""
    for kind in THINGS:
        for thing in getattr(catalogue, kind).values():
            yield kind, thing


def fields(value: Any) -> list[tuple[Loc, str, Any]]:
    """(where, name of the field, value) for every field of every record inside `value`.

    Several checks walk over the same facts, and the walk is half of their cost: see `forget`.
    """
    known, found = _walked.get(id(value), (None, []))
    if known is not value:
        found = []
        _gather(value, (), found)
        _walked[id(value)] = value, found
    return found


def forget() -> None:
    """Drop the walks; whoever runs all checks does it at the end."""
    _walked.clear()


def _gather(value: BaseModel | dict[str, Any], loc: Loc, found: list[tuple[Loc, str, Any]]) -> None:
    record = isinstance(value, BaseModel)
    for name, inner in (value.__dict__ if record else value).items():
        here = (*loc, name)
        if record:
            found.append((here, name, inner))
        if isinstance(inner, (BaseModel, dict)):
            _gather(inner, here, found)


def texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield (where, text) for every text inside a record of words."""
    for name, inner in (value.__dict__ if isinstance(value, BaseModel) else value).items():
        if isinstance(inner, str):
            yield (*loc, name), inner
        elif isinstance(inner, (BaseModel, dict)):
            yield from texts(inner, (*loc, name))
