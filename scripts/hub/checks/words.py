"""Facts and words have the same ids: what is a fact needs words, what has words needs a fact."""

from collections.abc import Iterator, Mapping

from hub.checks.walk import things
from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue, Thing
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """Words are there for every fact: an error in the source language, a warning in a translation."""
    for kind, thing in things(catalogue):
        for language in thing.words:
            yield from _language(loaded, thing, language)
        yield from _files(loaded, catalogue, kind, thing)


def _language(loaded: Loaded, thing: Thing, language: str) -> Iterator[Problem]:
    path, warning = f"{thing.path}/{language}.yml", language != thing.facts.source_language
    for name in thing.facts.worded:
        facts, words = getattr(thing.facts, name), getattr(thing.words[language], name)
        wanted = list(facts) if isinstance(facts, Mapping) else []
        for identifier in wanted:
            if identifier not in words:
                code = "missing-translation" if warning else "missing-words"
                yield loaded.problem(path, (name,), code, f"There are no words for {name}.{identifier}.",
                                     f"Write `{identifier}:` under `{name}:`", warning=warning)
        for identifier in words:
            if identifier not in wanted:
                yield loaded.problem(path, (name, identifier), "words-without-fact",
                                     f"There is no fact {name}.{identifier} in facts.yml.",
                                     did_you_mean(identifier, wanted))
    if "no_answer" in type(thing.facts).model_fields:
        yield from _no_answer(loaded, thing, language, path, warning)


def _no_answer(loaded: Loaded, thing: Thing, language: str, path: str, warning: bool) -> Iterator[Problem]:
    if not isinstance(thing.facts.no_answer, str) and not thing.words[language].no_answer:
        yield loaded.problem(path, (), "missing-translation" if warning else "missing-words",
                             "There are no words for no_answer.", "Write `no_answer: ...`", warning=warning)


def _files(loaded: Loaded, catalogue: Catalogue, kind: str, thing: Thing) -> Iterator[Problem]:
    """A language in which the thing is shown and has no file of words at all."""
    refused = {problem.path for problem in loaded.problems}
    for language in offered(catalogue, kind, thing):
        path = f"{thing.path}/{language}.yml"
        if language not in thing.words and path not in refused:
            yield loaded.problem(path, (), "missing-translation", "This file is missing; readers see the source text.",
                                 f"Translate {thing.path}/{thing.facts.source_language}.yml", warning=True)


def offered(catalogue: Catalogue, kind: str, thing: Thing) -> list[str]:
    """The languages in which a thing is shown: those of its jurisdiction, or all."""
    identifier = thing.id if kind == "jurisdictions" else getattr(thing.facts, "jurisdiction", None)
    if kind == "places" and thing.facts.organisation in catalogue.organisations:
        identifier = catalogue.organisations[thing.facts.organisation].facts.jurisdiction
    jurisdiction = catalogue.jurisdictions.get(identifier) if identifier else None
    spoken = jurisdiction.facts.languages if jurisdiction else catalogue.languages
    return [language for language in catalogue.languages if language in spoken]
