"""A country, or the world: its languages, money, week, emergency numbers and relay services."""

from typing import ClassVar, Literal

from pydantic import Field

from hub.model.locale import TimeZone
from hub.model.provenance import About, Line, Note, Provided, Record, Summary, Text, Title, Words
from hub.model.values import ContactId, Currency, Id, LanguageTag, OrUnknownOrNotApplicable

Day = Literal["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


class Week(Record):
    """The day a week begins with, and the days on which offices work."""

    first_day: Day
    working_days: tuple[Day, ...] = Field(min_length=1)


class JurisdictionFacts(Provided):
    """languages: those in which its guides are offered. place_code: ISO 3166-1, or 001 for the world.

    emergency, relays: contact points, the most important one first.
    """

    worded: ClassVar[tuple[str, ...]] = ("notes", "open_questions")

    source_language: LanguageTag
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    currency: Currency | None = None
    time_zone: TimeZone
    week: Week
    place_code: str
    emergency: OrUnknownOrNotApplicable[tuple[ContactId, ...]]
    relays: OrUnknownOrNotApplicable[tuple[ContactId, ...]]
    notes: dict[Id, Note] = {}
    open_questions: dict[Id, About] = {}


class JurisdictionWords(Words):
    """name of the country; summary: one sentence."""

    name: Title
    summary: Summary
    not_applicable: dict[str, Line] = {}
    notes: dict[Id, Text] = {}
    open_questions: dict[Id, Line] = {}
