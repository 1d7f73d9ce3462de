"""What offices publish about a service: how long it really took, what people say (data/performance/<service>.csv)."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from hub.model.provenance import Record
from hub.model.values import ID, Id, Whole, refuse

_PERIOD = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?:-(?P<month>0[1-9]|1[0-2])|-Q(?P<quarter>[1-4]))?")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9])?")
# Ten years: who waits longer has a lawsuit.
LONGEST = 3_660


def _period(text: str) -> str:
    if not _PERIOD.fullmatch(text):
        refuse("not-a-period", f"“{text}” is not a year, a quarter or a month.",
               "Write for example 2026, 2026-Q3 or 2026-07")
    return text


def _decimal(text: object) -> object:
    if not isinstance(text, str):
        return text
    if not _NUMBER.fullmatch(text):
        refuse("not-a-number", f"“{text}” is not a number.", "Write digits and at most one of them behind a dot: 12.5")
    return Decimal(text)


def _at_most(limit: int, what: str) -> AfterValidator:
    def check(number: Decimal) -> Decimal:
        if number > limit:
            refuse("number-too-large", f"{number} is too large; {what}.", f"Write a number from 0 to {limit}")
        return number

    return AfterValidator(check)


def _sources(text: object) -> object:
    if not isinstance(text, str):
        return text
    if not text:
        refuse("source-missing", "Nothing says where the figures of this line are from.",
               "Write the ids of files in data/sources, with a space between two")
    words = tuple(text.split(" "))
    wrong = next((word for word in words if not ID.fullmatch(word)), None)
    if wrong is not None:
        refuse("not-an-id", f"“{wrong}” is not an id." if wrong else "There are two spaces between two ids.",
               "Write the ids of files in data/sources, with one space between two")
    return words


PeriodText = Annotated[str, AfterValidator(_period)]
Days = Annotated[Decimal, BeforeValidator(_decimal), _at_most(LONGEST, "nobody waits more than ten years")]
Percent = Annotated[Decimal, BeforeValidator(_decimal), _at_most(100, "a share is at most 100 of 100")]


class Figures(Record):
    """One period of one service, as its office published it; None is what nobody published.

    period: a year, a quarter or a month. applications: decided in it. median_days: half of them took at most so many
    calendar days, from the application to the answer. within_promise_pct: of 100 applications, those answered in the
    time that the office promises. n: people who were asked after it; satisfaction_pct: of 100 of them, those who were
    satisfied; satisfied_pwd_pct: the same of the persons with disabilities among them. source: ids in data/sources.
    """

    period: PeriodText
    applications: Whole | None = None
    median_days: Days | None = None
    within_promise_pct: Percent | None = None
    satisfaction_pct: Percent | None = None
    satisfied_pwd_pct: Percent | None = None
    n: Whole | None = None
    source: Annotated[tuple[Id, ...], BeforeValidator(_sources)]


def ends(period: str) -> tuple[int, int, int]:
    """A key that puts periods in order: the year and month in which one ends; a longer one after a shorter one."""
    found = _PERIOD.fullmatch(period)
    assert found, f"{period} is no period"
    if found["month"]:
        return int(found["year"]), int(found["month"]), 1
    if found["quarter"]:
        return int(found["year"]), 3 * int(found["quarter"]), 3
    return int(found["year"]), 12, 12
