"""Placeholders in words point at facts that exist, and the translations point at the same ones."""

from collections.abc import Iterator
from typing import Any

from hub.checks.walk import Loc, texts, things
from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue, Thing
from hub.model.placeholders import KINDS, placeholders, stray
from hub.model.provenance import Claim
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """Every {cost.standard} in words names a fact; nothing else stands in curly brackets."""
    for kind, thing in things(catalogue):
        for language, words in thing.words.items():
            for loc, text in texts(words):
                if "{" not in text and "}" not in text:
                    continue
                yield from _text(loaded, catalogue, kind, thing, f"{thing.path}/{language}.yml", loc, text)


def _text(
    loaded: Loaded, catalogue: Catalogue, kind: str, thing: Thing, path: str, loc: Loc, text: str
) -> Iterator[Problem]:
    for piece in stray(text):
        yield loaded.problem(path, loc, "stray-brace", f"“{piece}” is not a placeholder.",
                             f"Write {{KIND.ID}} with one of: {', '.join(KINDS)}")
    for what, name in placeholders(text):
        # words that go to other programs as they are: CAP messages and calendar files
        travels = kind == "alerts" or (kind == "places" and loc[0] in ("stops", "exceptions"))
        known = set() if travels or what not in KINDS else _known(loaded, catalogue, thing, what)
        if what in KINDS and name not in known:
            yield loaded.problem(path, loc, "placeholder-without-fact",
                                 f"“{{{what}.{name}}}” points at nothing in {KINDS[what]}.",
                                 did_you_mean(name, sorted(known)))


def _known(loaded: Loaded, catalogue: Catalogue, thing: Thing, what: str) -> set[str]:
    if what in ("service", "place", "organisation"):
        return set(loaded.ids[f"{what}s"])
    facts = thing.facts
    if what == "contact":
        return _contacts(facts)
    named = {"cost": ("costs",), "time": ("processing_time", "deadlines"), "amount": ("outputs",), "link": ("links",)}
    found = {key for name in named[what] for key in _keys(getattr(facts, name, None))}
    if what in ("cost", "time"):
        found |= {f"{key}.{side}" for key, one in getattr(facts, "conflicts", {}).items()
                  for side, claim in one.says.items() if _says(claim, what)}
    return found


def _says(claim: Claim, what: str) -> bool:
    """Whether a side of a conflict names a fee, or a time."""
    return claim.amount is not None if what == "cost" else bool(claim.at_least or claim.at_most)


def _contacts(facts: Any) -> set[str]:
    points = getattr(facts, "contact_points", ())
    if isinstance(points, dict):
        return set(points)
    return set() if isinstance(points, str) else {point.partition(".")[2] for point in points}


def _keys(value: Any) -> set[str]:
    return set(value) if isinstance(value, dict) else set()
