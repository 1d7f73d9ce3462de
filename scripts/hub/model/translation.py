"""Which source text a translation was made from, and whether that text has changed since (data/translations).

Facts are not in the words, so a fact never makes a translation stale.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from hub.model.provenance import Words

State = Literal["current", "stale", "missing", "extra", "unchecked"]
Loc = tuple[str, ...]
# Said about the file of words, or of its own kind in each language.
_LEFT_OUT = frozenset({"translated_by", "speaker_check", "keywords", "easy_check", "alternate_name_language"})
_QUOTES = str.maketrans("“”„«»‘’‚", '""""""\'\'')


class Made(NamedTuple):
    """A record: the prints of the source text and of its translation, and the day on which they were taken."""

    source: str
    translation: str
    on: str


@dataclass(frozen=True, kw_only=True)
class Stale:
    """A translation that was left as it was when its source changed.

    about: the field of facts to which the words belong; since: the day from which the translation is.
    """

    loc: Loc
    about: str
    since: str
    source_language: str


# (kind, id, the way to the text joined with dots), as in a line of a file.
Key = tuple[str, str, str]
Records = Mapping[Key, Made]


def print_of(text: str) -> str:
    """Twelve letters that stand for a text; spaces, quotation marks and ways to write one letter make no difference."""
    plain = unicodedata.normalize("NFC", " ".join(text.split())).translate(_QUOTES)
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def texts(words: Words) -> dict[Loc, str]:
    """Every text of a file of words that is translated, by the way to it."""
    return {loc: text for loc, text in _texts(words, ()) if loc[0] not in _LEFT_OUT}


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    for name, inner in (value.__dict__ if isinstance(value, BaseModel) else value).items():
        if isinstance(inner, str):
            yield (*loc, name), inner
        elif isinstance(inner, (BaseModel, dict)):
            yield from _texts(inner, (*loc, name))


def states(source: Mapping[Loc, str], translation: Mapping[Loc, str], kind: str, identifier: str,
           records: Records) -> Iterator[tuple[Loc, State, Made | None]]:
    """The state of each text of a thing in one language.

    A translation that changed too since its record was taken may be right again: it is unchecked, not stale.
    """
    for loc in {**source, **translation}:
        made = records.get((kind, identifier, ".".join(loc)))
        if loc not in translation or loc not in source:
            yield loc, "extra" if loc in translation else "missing", made
        elif made is None or made.translation != print_of(translation[loc]):
            yield loc, "unchecked", made
        else:
            yield loc, "current" if made.source == print_of(source[loc]) else "stale", made


def stale(things: Mapping[str, Mapping[str, Any]],
          records: Mapping[str, Records]) -> dict[tuple[str, str], dict[str, Stale]]:
    """(path of a thing, language) -> text -> what is known about it, for every stale text. things: by kind."""
    found: dict[tuple[str, str], dict[str, Stale]] = {}
    known = {language: {key[:2] for key in kept} for language, kept in records.items()}
    for kind, inside in things.items():
        for thing in inside.values():
            for language, kept in records.items():
                recorded = (kind, thing.id) in known[language]
                if recorded and language in thing.words and language != thing.facts.source_language:
                    old = dict(_stale(thing, kind, language, kept))
                    found |= {(thing.path, language): old} if old else {}
    return found


def _stale(thing: Any, kind: str, language: str, records: Records) -> Iterator[tuple[str, Stale]]:
    source, own = texts(thing.words[thing.facts.source_language]), texts(thing.words[language])
    for loc, state, made in states(source, own, kind, thing.id, records):
        if state == "stale" and made:
            yield own[loc], Stale(loc=loc, about=_about(thing.facts, loc), since=made.on,
                                  source_language=thing.facts.source_language)


def _about(facts: Any, loc: Loc) -> str:
    """The field to which words belong; those of notes, conflicts and questions belong to what they are about."""
    if loc[0] == "not_applicable":
        return loc[1].partition(".")[0]
    entries = getattr(facts, loc[0], None)
    entry = entries.get(loc[1]) if isinstance(entries, Mapping) and len(loc) > 1 else None
    return getattr(entry, "about", loc[0]).partition(".")[0]
