"""How words point at facts: {cost.standard}, {contact.call-centre}, {service.az-passport} and their kin."""

import re
from collections.abc import Iterator

# kind -> what it names; listed here once, for the loader's message and the handbook.
KINDS = {
    "cost": "costs", "time": "processing_time or deadlines", "amount": "outputs", "contact": "contact_points",
    "link": "links", "service": "data/services", "place": "data/places", "organisation": "data/organisations",
}
PLACEHOLDER = re.compile(r"\{([a-z]+)\.([a-z0-9.-]+)\}")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def placeholders(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) for each placeholder in the text."""
    for found in PLACEHOLDER.finditer(text):
        yield found[1], found[2]


def stray(text: str) -> Iterator[str]:
    """Yield each piece in braces that is not a placeholder of a known kind."""
    for found in _BRACES.finditer(text):
        form = PLACEHOLDER.fullmatch(found[0])
        if not form or form[1] not in KINDS:
            yield found[0]
