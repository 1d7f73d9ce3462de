"""Walks over the things of a catalogue and over the fields inside a record."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from hub.model.catalogue import Catalogue, Thing

Loc = tuple[str | int, ...]
THINGS = ("vocabularies", "jurisdictions", "organisations", "places", "topics", "life_events", "services",
          "alerts")


def things(catalogue: Catalogue) -> Iterator[tuple[str, Thing]]:
    """Yield (kind, thing) for everything that has words."""
    for kind in THINGS:
        for thing in getattr(catalogue, kind).values():
            yield kind, thing


def fields(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str, Any]]:
    """Yield (where, name of the field, value) for every field of every record inside `value`."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            yield (*loc, name), name, inner
            yield from fields(inner, (*loc, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from fields(inner, (*loc, key))


def texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield (where, text) for every text inside a record of words."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*loc, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(inner, (*loc, key))
