"""What rests on each source: in which things, in which of their fields, in how many facts, and how sure."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from hub.model.catalogue import Catalogue
from hub.model.provenance import Claim, Record

# In the order in which a page of a source lists them.
KINDS = ("services", "life_events", "places", "organisations", "jurisdictions", "alerts")


class Citation(NamedTuple):
    """A field of a thing that names a source; "" stands for the plain fields at the top of its file.

    disputed: it is one side where sources disagree.
    """

    field: str
    disputed: bool
    confidence: str


# One of each: the same few stand for thousands of facts.
_citation = lru_cache(maxsize=4096)(Citation)

# (kind, id) of a thing -> its citations, each with the number of facts.
Resting = dict[tuple[str, str], Counter[Citation]]


def citations(catalogue: Catalogue) -> dict[str, Resting]:
    """Source -> what rests on it; a source that nothing names is left out."""
    found: dict[str, Resting] = {}
    for kind in KINDS:
        for thing in getattr(catalogue, kind).values():
            _enter(found, (kind, thing.id), thing.facts, "")
            if kind == "services" and thing.id in catalogue.eligibility:
                _enter(found, (kind, thing.id), catalogue.eligibility[thing.id], "eligibility")
            for figures in catalogue.performance.get(thing.id, {}).values() if kind == "services" else ():
                # They stand on the guide under how long it takes
                _enter(found, (kind, thing.id), figures, "processing_time")
    return found


def _enter(found: dict[str, Resting], thing: tuple[str, str], facts: Record, field: str) -> None:
    for source, citation in _cited(facts, field):
        resting = found.setdefault(source, {})
        # Not setdefault: that would make a Counter for each fact
        if (counted := resting.get(thing)) is None:
            counted = resting[thing] = Counter()
        counted[citation] += 1


def _cited(value: Any, field: str, confidence: str = "", disputed: bool = False) -> Iterator[tuple[str, Citation]]:
    """(source, citation) for each source of each record inside a value; what has an `about` counts for that field."""
    if isinstance(value, Record):
        field = getattr(value, "about", field).partition(".")[0]
        confidence = getattr(value, "confidence", confidence)
        disputed = disputed or isinstance(value, Claim)
        for source in getattr(value, "source", ()):
            yield source, _citation(field, disputed, confidence)
        for name in type(value).model_fields:
            yield from _cited(getattr(value, name), field or name, confidence, disputed)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _cited(inner, field, confidence, disputed)
