"""How one language says things: the page's own words, money, dates, times, lists, and the order of its letters.

Formats are CLDR's, by way of Babel. Digits are the Latin ones in every language, because telephone numbers and
addresses on the same page are written with them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from hub.model.catalogue import Strings
from hub.model.duration import Duration
from hub.model.hours import Hours
from hub.model.hub import Language

# CLDR's names of the units in which lengths are given.
_UNITS = {"cm": "length-centimeter", "m": "length-meter"}
_DIGIT_SPACE = re.compile(r"(?<=\d) (?=\w)")
_SPACE_DIGIT = re.compile(r"(?<=\w) (?=\d)")
# Letters that stand under another one, beside those from which Unicode can take a mark off (CLDR: collation of ar).
_UNDER = str.maketrans("ةى", "تي")


def _kept(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, which works out each value once."""
    return lru_cache(maxsize=None)(method)


class Texts(dict[str, str]):
    """The texts of a language by key, as attributes too: templates look for those first, and a miss costs them time."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """texts: by key."""
        super().__init__(texts)
        self.__dict__ = self


class Speech:
    """One language of the hub. Never changes after it is made."""

    def __init__(self, code: str, language: Language, strings: Strings) -> None:
        """code: BCP 47. strings: the words of data/strings/<code>.yml."""
        self.code = code
        self.language = language
        self.direction = language.direction
        self.strings = strings
        self.locale = Locale.parse(language.locale, sep="-")
        self.letters = language.alphabet.split()
        # The words that are a text each, for templates.
        self.texts = Texts({key: value for key, value in strings.items() if isinstance(value, str)})
        # Babel takes a tenth of a millisecond and more for each, and pages show the same few many times.
        self.number = _kept(self.number)
        self.money = _kept(self.money)
        self.weekday = _kept(self.weekday)
        self.date = _kept(self.date)
        self.duration = _kept(self.duration)
        self.hours = _kept(self.hours)
        self.name_of = _kept(self.name_of)
        self.time = _kept(self.time)
        self._list = _kept(self._list)
        self.order = _kept(self.order)
        self._place = _kept(self._place)
        self._order = {self._small(letter): place for place, letter in enumerate(self.letters)}

    def say(self, key: str, **values: object) -> str:
        """The text of that key, its {fields} filled in. Raises KeyError for a key that no file has."""
        text = self.strings[key]
        assert isinstance(text, str), f"{key} has plural forms: use count"
        return text.format_map(values) if values else text

    def count(self, key: str, number: int | Decimal, **values: object) -> str:
        """The plural form for the number; {n} is the number itself."""
        forms = self.strings[key]
        if isinstance(forms, str):
            return forms.format_map({"n": self.number(number), **values})
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return _both(form.replace("{n}", self.number(number))).format_map(values)

    def number(self, number: int | Decimal) -> str:
        """A number with the language's own separators."""
        return format_decimal(number, locale=self.locale)

    def share(self, percent: Decimal) -> str:
        """A part of a hundred: "88.5%"."""
        return format_percent(percent / 100, locale=self.locale, decimal_quantization=False)

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with the currency's name in the plural form that fits: "1,050 Kenyan shillings"."""
        whole = amount == amount.to_integral_value()
        return _both(format_currency(amount, currency, locale=self.locale, format_type="name",
                                     currency_digits=not whole, decimal_quantization=not whole))

    def length(self, number: int, unit: str) -> str:
        """A length with its unit in words: "95 centimetres"; Swahili's words are CLDR's short form."""
        return self._unit(Decimal(number), _UNITS[unit])

    def _unit(self, number: Decimal, name: str) -> str:
        """A number with a unit of CLDR; where that has no long words for it, it gives back its own name."""
        said = format_unit(number, name, length="long", locale=self.locale)
        return _both(format_unit(number, name, length="short", locale=self.locale) if name in said else said)

    def capital(self, words: str) -> str:
        """The words with a capital letter in front; the Turkic i keeps its dot."""
        first = "İ" if words[:1] == "i" and self.code in ("az", "tr") else words[:1].upper()
        return first + words[1:]

    def weekday(self, day: date) -> str:
        """A date with the name of its day: "Sunday 22 November 2026"."""
        return _bind(format_date(day, "full", locale=self.locale))

    def date(self, when: date | str) -> str:
        """A date, or a part of one: 2022, 2022-05, 2022-05-13."""
        if isinstance(when, date) or len(when) == 10:
            day = when if isinstance(when, date) else date.fromisoformat(when)
            return _bind(format_date(day, "long", locale=self.locale))
        if len(when) == 7:
            return _bind(format_skeleton("yMMMM", date.fromisoformat(f"{when}-01"), locale=self.locale))
        return when

    def period(self, when: str) -> str:
        """A year, a quarter or a month: "2026", "3rd quarter 2026", "July 2026"."""
        year, _, quarter = when.partition("-Q")
        if not quarter:
            return self.date(when)
        return _bind(format_skeleton("yQQQQ", date(int(year), 3 * int(quarter), 1), locale=self.locale))

    def duration(self, length: Duration, counted_in: str = "calendar-days") -> str:
        """A length of time: "15 working days", "6 months"."""
        unit = "working_days" if length.unit == "days" and counted_in == "working-days" else length.unit
        return self.count(f"duration_{unit}", length.amount)

    def span(self, at_least: Duration | None, at_most: Duration | None, counted_in: str) -> str:
        """From at_least to at_most, whichever of them is known."""
        low = self.duration(at_least, counted_in) if at_least else ""
        high = self.duration(at_most, counted_in) if at_most else ""
        if low and high:
            return self.say("span", low=low, high=high)
        return self.say("at_most", high=high) if high else self.say("at_least", low=low)

    def items(self, words: Iterable[str]) -> str:
        """A list in a sentence: "a, b and c"."""
        return self._list(tuple(words))

    def _list(self, words: tuple[str, ...]) -> str:
        return format_list(words, locale=self.locale)

    def hours(self, hours: Hours) -> tuple[tuple[str, str], ...]:
        """Rows of (days, times); days in a row with the same times are one row."""
        # "format": the "stand-alone" names of one language turn up in others (issue 1234 of Babel)
        names = get_day_names(locale=self.locale, context="format")
        groups: list[list[int]] = []
        for day in range(7):
            if groups and hours.week[groups[-1][0]] == hours.week[day]:
                groups[-1].append(day)
            else:
                groups.append([day])
        return tuple((self._days(names, group[0], group[-1]), self.spans(hours.week[group[0]]))
                     for group in groups)

    def _days(self, names: Mapping[int, str], first: int, last: int) -> str:
        if first == last:
            return self.capital(names[first])
        key = "two_days" if last == first + 1 else "days"
        return self.capital(self.say(key, first=names[first], last=names[last]))

    def spans(self, spans: tuple[tuple[time, time], ...]) -> str:
        """The times of one day: "09:00 to 18:00", "closed", "day and night"."""
        if not spans:
            return self.say("closed")
        if spans == ((time(0), time(0)),):
            return self.say("day_and_night")
        return self.items(self.say("hours", opens=self.time(opens), closes=self.time(closes))
                          for opens, closes in spans)

    def name_of(self, code: str) -> str:
        """The name of a language, in this language; its code where Babel has no name (most sign languages).

        sgn-KE is the sign language of a country.
        """
        if country := self.locale.territories.get(code.removeprefix("sgn-")):
            return self.say("sign_language_of", country=country)
        try:
            return Locale.parse(code, sep="-").get_display_name(self.locale) or code
        except UnknownLocaleError:
            return self.locale.languages.get(code, code)

    def sign_language(self, code: str) -> str:
        """The name of a sign language, or its code with the words “sign language” before it."""
        name = self.name_of(code)
        return self.say("sign_language", code=code) if name == code else name

    def running(self, seconds: int) -> str:
        """How long a video runs: "2 minutes and 30 seconds"."""
        minutes, rest = divmod(seconds, 60)
        parts = [self.count("duration_minutes", minutes)] if minutes else []
        return self.items([*parts, self.count("duration_seconds", rest)] if rest or not parts else parts)

    def megabytes(self, kb: int) -> str:
        """A size, to a tenth of a megabyte and never nothing: "18.5 megabytes"."""
        return _both(format_unit(max(round(kb / 1000, 1), 0.1), "digital-megabyte", locale=self.locale))

    def kilobytes(self, number: Decimal) -> str:
        """A size in kilobytes: "6 kilobytes"."""
        return self._unit(number, "digital-kilobyte")

    def time(self, when: time) -> str:
        """A time of day."""
        return _bind(format_time(when, "short", locale=self.locale))

    def moment(self, when: str, zone: ZoneInfo) -> str:
        """A day and time on the clocks of a country; where they are nobody's, UTC is said."""
        there = datetime.fromisoformat(when).astimezone(zone)
        clock = self.time(there.time().replace(second=0, tzinfo=None))
        said = self.say("moment", date=self.date(there.date()), time=clock)
        return f"{said} UTC" if zone.key in ("UTC", "Etc/UTC") else said

    def letter(self, title: str) -> str:
        """The letter of the alphabet under which a title stands, or "#"."""
        for character in self._small(title):
            if character.isalnum():
                return self.letters[place] if (place := self._place(character)) < len(self.letters) else "#"
        return "#"

    def order(self, title: str) -> tuple[int, ...]:
        """A key to sort by, in the order of the language's own alphabet."""
        return tuple(self._place(character) for character in self._small(title) if character.isalnum())

    def _small(self, text: str) -> str:
        """Without capitals. Where İ is a letter, its small form is i, and that of I is ı (Azerbaijani, Turkish)."""
        return (text.replace("İ", "i").replace("I", "ı") if "İ" in self.letters else text).casefold()

    def _place(self, character: str) -> int:
        """The place of a letter; one with a mark that the alphabet does not have goes with the plain letter."""
        plain = unicodedata.normalize("NFKD", character)[0].translate(_UNDER)
        return self._order.get(character, self._order.get(plain, len(self._order) + ord(plain)))


def direction(code: str) -> str:
    """Which way a language is written, also one that the hub does not speak."""
    try:
        return Locale.parse(code, sep="-").text_direction
    except UnknownLocaleError:
        return "ltr"


def _bind(text: str) -> str:
    """A number and the word after it stay on one line."""
    return _DIGIT_SPACE.sub("\u00a0", text)


def _both(text: str) -> str:
    """A number and its unit stay on one line, whichever is first: "siku 3", "3 days"."""
    return _SPACE_DIGIT.sub("\u00a0", _bind(text))
