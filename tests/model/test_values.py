"""Single values: what is taken, what is refused, and what the editor is told to write."""

from datetime import date, time
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from hub.model.duration import Duration, DurationText
from hub.model.hours import HoursText
from hub.model.values import (
    ContactId,
    Currency,
    Date,
    Id,
    International,
    LanguageTag,
    Money,
    Number,
    OrUnknown,
    OrUnknownOrNotApplicable,
    PartialDate,
    Time,
    Url,
    Whole,
)

# Name of the kind: (type, what is taken, what is refused, code, words of the tip)
KINDS = {
    "id": (
        Id, ["az-passport", "a", "1", "az-asan-ganja-2", "2g"],
        ["", "Az-passport", "az_passport", "az passport", "-az", "az-", "az--passport", "şəxsiyyət", "az.x", "az\n"],
        "not-an-id", "for example az-passport"),
    "contact": (
        ContactId, ["az-mlspp.call-centre", "a.b"],
        ["az-mlspp", "call-centre.", ".call-centre", "a.b.c", "A.b", "a. b"],
        "not-a-contact", "for example az-mlspp.call-centre"),
    "web address": (
        Url, ["https://asan.gov.az", "http://a.b/c?d=e&f#g", "https://ru.example/%D0%90", "https://пример.испытание/"],
        ["", "asan.gov.az", "www.asan.gov.az", "ftp://a.b", "javascript:alert(1)", "https://a b", "https://a/\"x",
         "https://a/<b>", "//a.b", " https://a.b", "https://", "HTTPS//a.b"],
        "not-a-web-address", "Start with https://"),
    "language": (
        LanguageTag, ["en", "az", "luo", "sw-KE", "az-Latn", "zh-Hant-TW"],
        ["", "english", "EN", "e", "en_GB", "en-", "en-x y"],
        "not-a-language", "for example en or az"),
    "number to dial": (
        Number, ["142", "0800 724 333", "*222#", "*100*1#", "+994 12 444", "#31#"],
        ["", "call 142", "0800-724-333", "(012) 444", "*", "#", "142 ext 5", "０８００"],
        "not-a-number-to-dial", "for example 0800 724 333 or *222#"),
    "international number": (
        International, ["+994124447447", "+2542071"],
        ["", "994124447447", "+994 12 444 74 47", "+0124447447", "+99412", "00994124447447", "+" + "9" * 16],
        "not-an-international-number", "Start with +"),
    "currency": (
        Currency, ["KES", "AZN"], ["", "kes", "KE", "KESH", "K3S", "₼"], "not-a-currency", "for example KES"),
    "partial date": (
        PartialDate, ["2022", "2022-05", "2022-05-13", "2024-02-29"],
        ["", "22", "2022-5", "2022-13", "2022-00", "2022-05-32", "2023-02-29", "2022-05-13T00:00", "13.05.2022",
         "May 2022", "٢٠٢٢"],
        "not-a-date", "for example 2026-11-21"),
    "opening hours": (
        HoursText, ["Mo-Fr 09:00-18:00", "24/7", "Mo-Fr 09:00-13:00,14:00-18:00; Sa off; PH off", "Fr 22:00-02:00"],
        ["Monday to Friday 9 to 6", "Mo-Fr 9", "Mo-Xx 09:00-18:00", "always, nearly", "Mo-Fr 25:00-26:00x"],
        "not-opening-hours", "for example Mo-Fr 09:00-18:00"),
}
# Name of the kind: (type, text -> value, what is refused, code, words of the tip)
TYPED = {
    "date": (
        Date, {"2026-11-21": date(2026, 11, 21), "2024-02-29": date(2024, 2, 29)},
        ["", "2026", "2026-11", "2026-13-01", "2023-02-29", "20261121", "21.11.2026", "21/11/2026", "2026-W47-6",
         "2026-11-21 "],
        "not-a-date", "for example 2026-11-21"),
    "time": (
        Time, {"09:00": time(9), "23:59": time(23, 59), "00:00": time(0)},
        ["", "9:00", "24:00", "09:60", "09.00", "0900", "09:00:00", "9 am"], "not-a-time", "for example 09:00"),
    "money": (
        Money, {"0": Decimal(0), "30": Decimal(30), "12.50": Decimal("12.50"), "1050": Decimal(1050)},
        ["", "12,50", "1,050", "1 050", "-5", "+5", ".5", "5.", "5 AZN", "1e3", "NaN", "1_000", "٣٠", "30.12345"],
        "not-money", "for example 12.50"),
    "whole number": (
        Whole, {"0": 0, "12": 12, "007": 7}, ["", "-1", "1.0", "1,000", "twelve", "1e3", "1234567890", "١٢"],
        "not-a-number", "for example 12"),
    "length of time": (
        DurationText,
        {"P15D": Duration("P15D", 15, "days"), "P2W": Duration("P2W", 2, "weeks"), "P6M": Duration("P6M", 6, "months"),
         "P1Y": Duration("P1Y", 1, "years"), "PT25M": Duration("PT25M", 25, "minutes"),
         "PT1H": Duration("PT1H", 1, "hours"), "P0D": Duration("P0D", 0, "days")},
        ["", "P", "PT", "15", "15D", "P15", "p15d", "P1M15D", "P1DT2H", "P1.5D", "PT25S", "P-1D", "15 days", "P15D ",
         "P١٥D"],
        "not-a-duration", "P15D (days)"),
}


def each(kinds, part):
    found = [(name, value) for name, kind in kinds.items() for value in kind[part]]
    return pytest.mark.parametrize(("name", "given"), found, ids=[f"{name}: {value!r}" for name, value in found])


def refusal(kind, given):
    """(code, message, tip) of the one objection."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(given)
    (one,) = caught.value.errors()
    return one["type"], one["msg"], one["ctx"]["tip"]


@each(KINDS, 1)
def test_text_is_taken_as_it_is(name, given):
    made = TypeAdapter(KINDS[name][0]).validate_python(given)
    assert getattr(made, "text", made) == given


@each(KINDS, 2)
def test_text_is_refused(name, given):
    code, message, tip = refusal(KINDS[name][0], given)
    assert code == KINDS[name][3]
    assert f"“{given}”" in message
    assert KINDS[name][4] in tip


@each(TYPED, 1)
def test_text_becomes_a_value(name, given):
    kind, expected = TYPED[name][:2]
    assert TypeAdapter(kind).validate_python(given) == expected[given]


@each(TYPED, 2)
def test_what_is_no_value_is_refused(name, given):
    code, message, tip = refusal(TYPED[name][0], given)
    assert code == TYPED[name][3]
    assert f"“{given}”" in message
    assert TYPED[name][4] in tip


def test_hours_of_a_week_begin_on_monday():
    week = TypeAdapter(HoursText).validate_python("We 09:00-18:00; Fr 10:00-11:00,12:00-24:00; Su 22:00-02:00").week
    assert week[0] == ((time(0), time(2)),), "the end of Sunday's night"
    assert week[2] == ((time(9), time(18)),)
    assert week[4] == ((time(10), time(11)), (time(12), time(0)))
    assert [week[day] for day in (1, 3, 5)] == [()] * 3
    assert week[6] == ((time(22), time(0)),)


def test_a_day_without_an_end_is_one_span():
    assert TypeAdapter(HoursText).validate_python("24/7").week == (((time(0), time(0)),),) * 7


def test_what_is_not_text_is_left_to_the_type():
    assert TypeAdapter(Date).validate_python(date(2026, 11, 21)) == date(2026, 11, 21)
    for kind in (Date, Money, Whole, Time):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python({"a": "b"})


@pytest.mark.parametrize(("kind", "word", "taken"), [
    (OrUnknown[Date], "unknown", True),
    (OrUnknown[Date], "not-applicable", False),
    (OrUnknown[Date], "Unknown", False),
    (OrUnknownOrNotApplicable[Date], "unknown", True),
    (OrUnknownOrNotApplicable[Date], "not-applicable", True),
    (OrUnknownOrNotApplicable[Date], "none", False),
], ids=["unknown", "no reason not to", "capital", "either: unknown", "either: not applicable", "neither"])
def test_words_for_what_is_not_known(kind, word, taken):
    if taken:
        assert TypeAdapter(kind).validate_python(word) == word
    else:
        assert refusal(kind, word)[0] == "not-a-date"


def test_beside_the_words_the_value_is_still_typed():
    assert TypeAdapter(OrUnknown[Money]).validate_python("12.50") == Decimal("12.50")
    assert refusal(OrUnknown[dict[Id, Money]], {"good": "1", "bad": "1,5"})[0] == "not-money"
