"""Rules that can be answered to the end: every path ends, every result can be reached, every question is needed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from hub.checks.walk import Loc
from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue
from hub.model.eligibility import Band, Eligibility, EligibilityWords
from hub.model.paths import MOST, tree
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """eligibility.yml names only what there is, leads every answer to a result, and has words."""
    refused = {problem.path for problem in loaded.problems}
    for identifier, thing in catalogue.services.items():
        path, rules = f"{thing.path}/eligibility.yml", catalogue.eligibility.get(identifier)
        if rules is not None:
            found = [*_names(loaded, catalogue, identifier, rules, path), *_bands(loaded, rules, path)]
            yield from found or _paths(loaded, rules, path)
        for language, words in thing.words.items():
            if path not in refused:
                warning = language != thing.facts.source_language
                yield from _words(loaded, rules, words.eligibility, f"{thing.path}/{language}.yml", warning)


def _names(
    loaded: Loaded, catalogue: Catalogue, service: str, rules: Eligibility, path: str
) -> Iterator[Problem]:
    """Every id that is named exists, and no two pages would have one address."""
    outputs = catalogue.services[service].facts.outputs
    for loc, word, known in _named(rules, loaded.ids, outputs if isinstance(outputs, dict) else {}):
        if word not in known:
            yield loaded.problem(path, loc, "unknown-id", f"“{word}” is not there.", did_you_mean(word, sorted(known)))
    for name, question in rules.questions.items():
        for option in sorted({one for one in question.options if question.options.count(one) > 1}):
            yield loaded.problem(path, ("questions", name, "options"), "eligibility-same-name",
                                 f"The option “{option}” stands there twice.", "Remove one of the two")
    for kind, names in (("rules", rules.rules), ("questions", rules.questions)):
        for name in names:
            first, _, number = name.rpartition("-")
            if (kind == "rules" and name in rules.questions) or (number.isdigit() and first in rules.questions):
                yield loaded.problem(path, (kind, name), "eligibility-same-name",
                                     f"The page of “{name}” would have the address of a question's page.",
                                     "Choose another id")


def _named(
    rules: Eligibility, ids: Mapping[str, Iterable[str]], outputs: Mapping[str, Any]
) -> Iterator[tuple[Loc, str, Iterable[str]]]:
    """(where, id, what it may be) of everything that the rules name."""
    yield from ((("source", number), one, ids["sources"]) for number, one in enumerate(rules.source))
    for name, question in rules.questions.items():
        yield from ((("questions", name, "band", one), one, question.options) for one in question.band)
    for name, rule in rules.rules.items():
        here = ("rules", name)
        for asked, options in rule.conditions.items():
            yield (*here, "when", asked), asked, rules.questions
            if asked in rules.questions:
                yield from (((*here, "when", asked, number), option, rules.questions[asked].options)
                            for number, option in enumerate(options))
        if rule.output:
            yield (*here, "output"), rule.output, outputs
        yield from (((*here, "see", number), one, ids["services"]) for number, one in enumerate(rule.see))
        yield from (((*here, "source", number), one, ids["sources"]) for number, one in enumerate(rule.source))


def _bands(loaded: Loaded, rules: Eligibility, path: str) -> Iterator[Problem]:
    """Where a question has years, every age belongs to one option."""
    for name, question in rules.questions.items():
        if question.band and not _whole([question.band.get(option) for option in question.options]):
            yield loaded.problem(path, ("questions", name, "band"), "eligibility-band",
                                 "An age belongs to no option, or to two.",
                                 "Give every option its years; each begins one year after the one before it ends")


def _whole(bands: list[Band | None]) -> bool:
    """Whether these bands follow one another without a gap, open at both ends."""
    spans = sorted((band.at_least.amount if band.at_least else 0, band.at_most.amount if band.at_most else None)
                   for band in bands if band and (band.at_least or band.at_most) and _ordered(band))
    if len(spans) < len(bands) or spans[0][0] != 0 or spans[-1][1] is not None:
        return False
    return all(end is not None and start == end + 1 for (_, end), (start, _) in pairwise(spans))


def _ordered(band: Band) -> bool:
    return not (band.at_least and band.at_most) or band.at_least.amount <= band.at_most.amount


def _paths(loaded: Loaded, rules: Eligibility, path: str) -> Iterator[Problem]:
    """What the paths themselves show."""
    ways = tree(rules)
    if ways.too_many:
        yield loaded.problem(path, ("rules",), "eligibility-too-many",
                             f"These rules make more than {MOST} pages of questions.",
                             "Ask fewer questions, in the same order in every rule")
        return
    if ways.dead_ends:
        said = ", ".join(f"{question} = {option}" for question, option in ways.dead_ends[0])
        yield loaded.problem(path, ("rules",), "eligibility-dead-end", f"No rule fits these answers: {said}.",
                             "Add a last rule with `when: always`")
    asked = {question for rule in rules.rules.values() for question in rule.conditions}
    for name in rules.questions:
        if name not in asked:
            yield loaded.problem(path, ("questions", name), "eligibility-unused-question", f"No rule asks “{name}”.",
                                 "Remove the question, or name it in a rule")
    for name in rules.rules:
        if name not in ways.reached:
            yield loaded.problem(path, ("rules", name), "eligibility-unreachable",
                                 f"No answers lead to “{name}”; a rule above it always comes first.",
                                 "Move it up, change its conditions, or remove it")


def _words(
    loaded: Loaded, rules: Eligibility | None, words: EligibilityWords | None, path: str, warning: bool
) -> Iterator[Problem]:
    """Every question, option and rule has words, and nothing else has."""
    wanted, given = _wanted(rules), _given(words)
    for loc in sorted(wanted - given):
        if loc[:2] in given or len(loc) == 2:
            code = "missing-translation" if warning else "missing-words"
            yield loaded.problem(path, ("eligibility", *loc[:-1]), code,
                                 f"There are no words for eligibility.{'.'.join(loc)}.",
                                 f"Write `{loc[-1]}:` under `{loc[-2]}:`", warning=warning)
    for loc in sorted(given - wanted):
        if loc[:2] in wanted or len(loc) == 2:
            known = sorted(one[-1] for one in wanted if one[:-1] == loc[:-1])
            yield loaded.problem(path, ("eligibility", *loc), "words-without-fact",
                                 f"There is no {'.'.join(loc)} in eligibility.yml.", did_you_mean(loc[-1], known))


def _wanted(rules: Eligibility | None) -> set[tuple[str, ...]]:
    if rules is None:
        return set()
    options = {("questions", name, "options", one) for name, question in rules.questions.items()
               for one in question.options}
    return options | {("questions", name) for name in rules.questions} | {("rules", name) for name in rules.rules}


def _given(words: EligibilityWords | None) -> set[tuple[str, ...]]:
    if words is None:
        return set()
    options = {("questions", name, "options", one) for name, question in words.questions.items()
               for one in question.options}
    return options | {("questions", name) for name in words.questions} | {("rules", name) for name in words.rules}
