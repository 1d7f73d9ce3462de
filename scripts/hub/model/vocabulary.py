"""Lists of terms with words: accommodations, access, audiences, accounts, towns."""

from typing import ClassVar

from pydantic import Field

from hub.model.provenance import Record, Text, Title, Words
from hub.model.values import Id, LanguageTag


class Term(Record):
    """group: the heading it belongs under, or nothing."""

    group: Id | None = None


class VocabularyFacts(Record):
    """terms: the ids, in their order."""

    worded: ClassVar[tuple[str, ...]] = ("terms",)

    source_language: LanguageTag
    terms: dict[Id, Term] = Field(min_length=1)


class TermWords(Record):
    """label: the word. what: what it is, in one line. ask: how to ask for it."""

    label: Title
    what: Text | None = None
    ask: Text | None = None


class VocabularyWords(Words):
    """Words for each term."""

    terms: dict[Id, TermWords]
