"""Writes data/translations: which source text each translation was made from."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hub.load.catalogue import load
from hub.load.kinds import KINDS
from hub.load.translations import HEADER
from hub.model.catalogue import Thing
from hub.model.translation import Key, Made, Records, print_of, states, texts
from hub.problems import errors


class Unread(Exception):
    """The data have problems, so that nothing can be recorded."""


def record(root: Path, today: date, right: Callable[[str], bool]) -> dict[str, Counter[str]]:
    """Record each translation that is new or has changed; returns language -> how many texts are in which state.

    A stale one keeps its record, so that it stays stale, unless `right` says of its file that it is right as it is.
    """
    loaded = load(root)
    if loaded.catalogue is None or errors(loaded.problems):
        raise Unread("Nothing was recorded: the data have problems. Type scripts/check.")
    told = {}
    for language in loaded.catalogue.languages:
        made, told[language] = {}, Counter()
        for kind in KINDS:
            for thing in getattr(loaded.catalogue, kind.replace("-", "_")).values():
                if language in thing.words and language != thing.facts.source_language:
                    confirmed = right(f"{thing.path}/{language}.yml")
                    kept = loaded.records.get(language, {})
                    told[language] += _thing(made, thing, kind, language, kept, today, confirmed)
        _write(root / "data" / "translations" / f"{language}.tsv", made)
    return {language: counted for language, counted in told.items() if counted}


def _thing(made: dict[Key, Made], thing: Thing[Any, Any], kind: str, language: str, kept: Records, today: date,
           confirmed: bool) -> Counter[str]:
    source, own = texts(thing.words[thing.facts.source_language]), texts(thing.words[language])
    counted: Counter[str] = Counter()
    for loc, state, before in states(source, own, kind, thing.id, kept):
        if state == "unchecked" or (state == "stale" and confirmed):
            state, before = "current", Made(print_of(source[loc]), print_of(own[loc]), today.isoformat())
        if before and state in ("current", "stale"):
            made[kind, thing.id, ".".join(loc)] = before
        counted[state] += 1
    return counted


def _write(path: Path, made: Records) -> None:
    if not made:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(exist_ok=True)
    lines = ["\t".join((*key, *one)) for key, one in sorted(made.items())]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
