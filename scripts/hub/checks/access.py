"""Words for access: a term for each key, and a name for each entrance, desk and so on."""

from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.access import KEYS, facts, term
from hub.model.catalogue import Catalogue, Thing
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.values import UNKNOWN
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """Every fact of access can be said in words, in every language."""
    if vocabulary := catalogue.vocabularies.get("access"):
        path, wanted = f"{vocabulary.path}/facts.yml", [term(key) for key in KEYS]
        for name in wanted:
            if name not in vocabulary.facts.terms:
                yield loaded.problem(path, ("terms",), "access-term-missing", f"There is no term “{name}”.",
                                     f"Write `{name}: {{}}` under `terms:`, and its label in each language")
        for name in vocabulary.facts.terms:
            if name not in wanted:
                yield loaded.problem(path, ("terms", name), "unknown-id", f"No key of access is called “{name}”.",
                                     did_you_mean(name, wanted))
    for place in catalogue.places.values():
        for language, words in place.words.items():
            yield from _names(loaded, place, words, f"{place.path}/{language}.yml",
                              warning=language != place.facts.source_language)


def _names(
    loaded: Loaded, place: Thing[PlaceFacts, PlaceWords], words: PlaceWords, path: str, *, warning: bool
) -> Iterator[Problem]:
    """The things under ids have names, and nothing else has."""
    access = place.facts.accessibility
    wanted = {one.entry for one in facts(access) if one.entry} if access != UNKNOWN else set()
    given = {(group, identifier) for group, names in words.accessibility.items() for identifier in names}
    for group, identifier in sorted(wanted - given):
        code = "missing-translation" if warning else "missing-words"
        yield loaded.problem(path, ("accessibility", group), code,
                             f"There is no name for accessibility.{group}.{identifier}.",
                             f"Write `{identifier}:` under `{group}:`, below `accessibility:`", warning=warning)
    for group, identifier in sorted(given - wanted):
        yield loaded.problem(path, ("accessibility", group, identifier), "words-without-fact",
                             f"There is no fact accessibility.{group}.{identifier} in facts.yml.",
                             did_you_mean(identifier, sorted(one for kind, one in wanted if kind == group)))
