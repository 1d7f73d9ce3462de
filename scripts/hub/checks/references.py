"""Every id that a file names must exist."""

from collections.abc import Iterator
from typing import Any

from hub.checks.walk import Loc, fields, things
from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue, Thing
from hub.model.values import UNKNOWN
from hub.problems import Problem

# field -> the kind of thing that it names.
KIND_OF = {
    "source": "sources", "jurisdiction": "jurisdictions", "competent_authority": "organisations",
    "operated_by": "organisations", "organisation": "organisations", "to": "organisations", "parent": "organisations",
    "life_events": "life_events", "topics": "topics", "services": "services", "service": "services",
    "get_from": "services", "jurisdictions": "jurisdictions", "places": "places", "enforcement": "organisations",
    "by": "organisations", "closes": "places", "changes": "services",
}
# field -> the vocabulary whose terms it names (the keys, where the field is a mapping).
TERMS_OF = {"audiences": "audiences", "sign_in": "accounts", "town": "towns", "owner": "owners",
            "accommodations": "accommodations", "group": "needs"}
# a vocabulary that the program has words from: checks/access.py holds its terms
ALSO = {"access"}
# vocabularies whose terms may be grouped by something else
OWN_GROUPS = {"towns"}
# fields that hold the id of one thing, where a word such as `unknown` is no answer.
ONE = {"jurisdiction", "organisation", "parent", "to", "service", "get_from", "by", "town", "owner"}
CONTACTS = {"contact_points", "emergency", "relays", "ask"}
LANGUAGES = {"source_language", "languages"}
NAMES = {*KIND_OF, *TERMS_OF, *CONTACTS, *LANGUAGES}


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """An id that is named must exist: a service, a source, a place, a term of a vocabulary."""
    for name in sorted({*TERMS_OF.values(), *ALSO} - loaded.ids["vocabularies"]):
        yield loaded.problem(f"data/vocabularies/{name}/facts.yml", (), "missing-file",
                             f"The vocabulary “{name}” is missing.", "Copy it from another hub, or write it")
    for loc, name, value in fields(catalogue.hub):
        if name in KIND_OF:
            yield from _known(loaded, "data/hub.yml", loc, value, loaded.ids[KIND_OF[name]], KIND_OF[name])
    for identifier, source in catalogue.sources.items():
        yield from _known(loaded, f"data/sources/{identifier}.yml", ("jurisdiction",), source.jurisdiction,
                          loaded.ids["jurisdictions"], "jurisdictions")
    for _, thing in things(catalogue):
        for loc, name, value in fields(thing.facts):
            if name not in NAMES:
                continue
            yield from _field(loaded, catalogue, thing, loc, name, value)


def _field(loaded: Loaded, catalogue: Catalogue, thing: Thing, loc: Loc, name: str, value: Any) -> Iterator[Problem]:
    path = f"{thing.path}/facts.yml"
    if name in KIND_OF:
        yield from _known(loaded, path, loc, value, loaded.ids[KIND_OF[name]], KIND_OF[name])
    elif name == "group" and thing.id in OWN_GROUPS:
        return
    elif name in TERMS_OF and (vocabulary := catalogue.vocabularies.get(TERMS_OF[name])):
        yield from _known(loaded, path, loc, value, vocabulary.facts.terms, f"vocabularies/{TERMS_OF[name]}")
    elif name in CONTACTS and not isinstance(value, dict):
        yield from _contacts(loaded, catalogue, path, loc, value)
    elif name in LANGUAGES and thing.path.startswith("data/jurisdictions"):
        yield from _known(loaded, path, loc, value, catalogue.languages, "languages.yml")


def _known(loaded: Loaded, path: str, loc: Loc, value: Any, known: Any, where: str) -> Iterator[Problem]:
    for inner, word in _each(loc, value):
        if word not in known:
            yield loaded.problem(path, inner, "unknown-id", f"“{word}” is not in data/{where.replace('_', '-')}.",
                                 did_you_mean(word, sorted(known)))


def _each(loc: Loc, value: Any) -> Iterator[tuple[Loc, str]]:
    """Every id that stands in a field: one, several, or the keys of a mapping."""
    if isinstance(value, str):
        if value not in (UNKNOWN, "not-applicable") or loc[-1] in ONE:
            yield loc, value
    elif isinstance(value, dict):
        yield from (((*loc, key), key) for key in value)
    elif isinstance(value, tuple):
        yield from (((*loc, number), word) for number, word in enumerate(value))


def _contacts(loaded: Loaded, catalogue: Catalogue, path: str, loc: Loc, value: Any) -> Iterator[Problem]:
    known = sorted(f"{thing.id}.{name}" for thing in catalogue.organisations.values()
                   if isinstance(thing.facts.contact_points, dict) for name in thing.facts.contact_points)
    for inner, word in _each(loc, value):
        organisation = word.partition(".")[0]
        broken = organisation in loaded.ids["organisations"] and organisation not in catalogue.organisations
        if "." in word and word not in known and not broken:
            yield loaded.problem(path, inner, "unknown-id", f"“{word}” is not a contact point of an organisation.",
                                 did_you_mean(word, known))
