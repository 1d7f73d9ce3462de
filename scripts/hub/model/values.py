"""The kinds of single value that a data file may hold; each turns text into a type or says what to write."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Literal, NoReturn, TypeVar

from pydantic import AfterValidator, BeforeValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError

UNKNOWN = "unknown"
NOT_APPLICABLE = "not-applicable"

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTIAL_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def refuse(code: str, message: str, tip: str) -> NoReturn:
    """Raise what load.reader.explain turns into a problem: code, sentence, what to write."""
    raise PydanticCustomError(code, "{message}", {"message": message, "tip": tip})


def _matching(pattern: str, code: str, what: str, tip: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            refuse(code, f"“{text}” is not {what}.", tip)
        return text

    return AfterValidator(check)


def _date(text: object) -> object:
    if isinstance(text, str):
        try:
            # Python also reads 20261121 and 2026-W47-6
            return date.fromisoformat(text) if len(text) == 10 and PARTIAL_DATE.fullmatch(text) else refuse_date(text)
        except ValueError:
            refuse_date(text)
    return text


def refuse_date(text: str) -> NoReturn:
    """Raise the one message about dates."""
    refuse("not-a-date", f"“{text}” is not a date.", "Write year-month-day, for example 2026-11-21")


def _partial_date(text: str) -> str:
    if not PARTIAL_DATE.fullmatch(text):
        refuse_date(text)
    if len(text) == 10:
        _date(text)
    return text


def _moment(text: str) -> str:
    """CAP 1.2: seconds and the difference from UTC in hours and minutes, never Z."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}", text):
        _refuse_moment(text)
    try:
        datetime.fromisoformat(text)
    except ValueError:
        _refuse_moment(text)
    return text


def _refuse_moment(text: str) -> NoReturn:
    refuse("not-a-moment", f"“{text}” is not a day and time.",
           "Write year-month-day, T, the time with seconds, and the difference from UTC: 2026-11-21T18:00:00+03:00")


def _time(text: object) -> object:
    if isinstance(text, str):
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
            refuse("not-a-time", f"“{text}” is not a time.", "Write hours:minutes, for example 09:00")
        return time.fromisoformat(text)
    return text


def _money(text: object) -> object:
    if isinstance(text, str):
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,4})?", text):
            refuse("not-money", f"“{text}” is not an amount of money.", "Write digits and a dot, for example 12.50")
        return Decimal(text)
    return text


def _whole(text: object) -> object:
    if isinstance(text, str):
        if not re.fullmatch(r"[0-9]{1,9}", text):
            refuse("not-a-number", f"“{text}” is not a whole number.", "Write digits only, for example 12")
        return int(text)
    return text


Id = Annotated[
    str,
    _matching(
        ID.pattern, "not-an-id", "an id", "Use small letters a to z, digits and hyphens, for example az-passport"
    ),
]
ContactId = Annotated[
    str,
    _matching(
        rf"{ID.pattern}\.{ID.pattern}", "not-a-contact", "the name of a contact point",
        "Write the organisation, a dot and its contact point, for example az-mlspp.call-centre",
    ),
]
Url = Annotated[
    str,
    _matching(r"https?://[^\s\"<>]+", "not-a-web-address", "a web address", "Start with https://"),
]
SecureUrl = Annotated[
    str,
    _matching(r"https://[^\s\"<>]+", "not-a-secure-address", "an address that begins with https://",
              "Write the address of the file, for example https://example.org/video.vtt"),
]
LanguageTag = Annotated[
    str,
    _matching(LANGUAGE.pattern, "not-a-language", "a language code", "Write a BCP 47 code, for example en or az"),
]
Number = Annotated[
    str,
    _matching(
        r"[*#+]?[0-9][0-9 *#]*", "not-a-number-to-dial", "a number that can be dialled",
        "Write it as people dial it in the country, digits and spaces, for example 0800 724 333 or *222#",
    ),
]
International = Annotated[
    str,
    _matching(
        r"\+[1-9][0-9]{6,14}", "not-an-international-number", "written in the international form",
        "Start with + and the country code, digits only, for example +994124447447",
    ),
]
CapName = Annotated[
    str,
    _matching(
        r"[^\s,<&]{1,200}", "not-a-cap-name", "a name as CAP wants it",
        "Write it without spaces, commas, < and &, for example KE-MET-2026-11-21-1",
    ),
]
CapReference = Annotated[
    str,
    _matching(
        r"([^\s,<&]{1,200},){2}[^\s,<&]{25}", "not-a-cap-reference", "how CAP names another message",
        "Write its sender, identifier and sent, with commas between and no spaces",
    ),
]
Currency = Annotated[
    str,
    _matching(r"[A-Z]{3}", "not-a-currency", "a currency code", "Write the three letters of ISO 4217, for example KES"),
]
Date = Annotated[date, BeforeValidator(_date)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Moment = Annotated[str, AfterValidator(_moment)]
Time = Annotated[time, BeforeValidator(_time)]
Money = Annotated[Decimal, BeforeValidator(_money)]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Literal["yes", "no"]
YesNoUnknown = Literal["yes", "no", "unknown"]


def _state_among(*words: str) -> Discriminator:
    """Choose the branch of a value that may be one of these words; "~" tells load.reader.explain to pass over it."""
    return Discriminator(lambda value: f"~{value}" if isinstance(value, str) and value in words else "~stated")


T = TypeVar("T")
_Unknown = Annotated[Literal["unknown"], Tag("~unknown")]
_No = Annotated[Literal["no"], Tag("~no")]
_NotApplicable = Annotated[Literal["not-applicable"], Tag("~not-applicable")]

OrUnknown = Annotated[Annotated[T, Tag("~stated")] | _Unknown, _state_among(UNKNOWN)]
OrNo = Annotated[Annotated[T, Tag("~stated")] | _No, _state_among("no")]
OrNotApplicable = Annotated[Annotated[T, Tag("~stated")] | _NotApplicable, _state_among(NOT_APPLICABLE)]
OrUnknownOrNotApplicable = Annotated[
    Annotated[T, Tag("~stated")] | _Unknown | _NotApplicable, _state_among(UNKNOWN, NOT_APPLICABLE)
]
