"""Where a fact comes from and for when it holds; the words every file of words carries."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from hub.model.duration import DurationText
from hub.model.hours import HoursText
from hub.model.values import Currency, Date, Id, Money, PartialDate, refuse

Confidence = Literal["high", "medium", "low"]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=110)]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]


class Record(BaseModel):
    """Anything read from a data file: frozen, and no field that the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: object) -> None:
        """Records with the same fields share the set of their names; a hub has a hundred thousand records."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


# Names of fields that stand in a file -> the one set of them.
_GIVEN: dict[frozenset[str], set[str]] = {}


class Sourced(Record):
    """A fact with its origin.

    source: ids in data/sources. confidence: high (an official page or law that nothing contradicts, or two that
    agree), medium (official but old or contradicted, or one good news source), low (kept, never shown).
    as_of: the day for which it holds. valid_from, valid_until: first and last day. then: the sibling that follows
    valid_until, or "unknown".
    """

    source: tuple[Id, ...] = Field(min_length=1)
    confidence: Confidence
    as_of: PartialDate | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    then: Id | None = None

    @model_validator(mode="after")
    def _end_has_a_sequel(self) -> Self:
        if self.valid_until and not self.then:
            refuse("then-missing", "The fact ends (valid_until), and nothing says what holds afterwards.",
                   "Add `then: ID` with the id beside it that follows, or `then: unknown`")
        if self.then and not self.valid_until:
            refuse("then-without-end", "There is `then`, but no `valid_until`.", "Add `valid_until`, or remove `then`")
        return self


class Provided(Record):
    """The origin of the plain fields of a file (status, lists of ids), given once at its top."""

    source: tuple[Id, ...] = Field(min_length=1)
    confidence: Confidence
    as_of: PartialDate | None = None


class About(Record):
    """Something said about another field of the same file: the way to it, joined with dots."""

    about: str


class Note(Sourced):
    """A remark with its source; about: the field it belongs to."""

    about: str


def amount_and_currency(amount: Money | None, currency: Currency | None) -> None:
    """Refuse an amount that nobody can read, or a currency of nothing."""
    if (amount is None) != (currency is None):
        lacking = "currency" if currency is None else "amount"
        refuse("missing-field", f"The field “{lacking}” is missing.", "An amount of money needs both")


class Claim(Sourced):
    """One side of a conflict between sources: only what differs, written as the fact itself would write it."""

    confidence: Confidence = "medium"
    amount: Money | None = None
    currency: Currency | None = None
    at_least: DurationText | None = None
    at_most: DurationText | None = None
    counted_in: Literal["calendar-days", "working-days"] = "calendar-days"
    weekly: HoursText | None = None

    @model_validator(mode="after")
    def _amount_has_a_currency(self) -> Self:
        amount_and_currency(self.amount, self.currency)
        return self


class Conflict(About):
    """Two or more sources that disagree about a field; both are kept and the page says so."""

    says: dict[Id, Claim] = Field(min_length=2)
    we_follow: Id


class Words(Record):
    """What each file of words says about itself: who wrote the translation, and which speaker read it."""

    translated_by: Literal["person", "machine"] | None = None
    speaker_check: Annotated[str, StringConstraints(min_length=1, max_length=80)] = "not-yet"


class Titled(Record):
    """A title and, where one is needed, a text of one or more paragraphs."""

    title: Title
    text: Text | None = None
