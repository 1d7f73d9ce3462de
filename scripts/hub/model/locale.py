"""CLDR locales and IANA time zones: names that a library knows or does not know, so the loader can say so at once."""

from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator

from hub.model.values import refuse


def _locale(text: str) -> str:
    try:
        Locale.parse(text, sep="-")
    except (UnknownLocaleError, ValueError):
        refuse("not-a-locale", f"CLDR knows no locale “{text}”.",
               "Write a language, or a language and a country, for example sw-KE")
    return text


# Python looks through its whole folder of time zones each time it is asked, and a hub may have many mobile units.
_zones = cache(available_timezones)


def _time_zone(text: str) -> str:
    if text not in _zones():
        refuse("not-a-time-zone", f"“{text}” is not a time zone.", "Write an IANA name, for example Africa/Nairobi")
    return text


LocaleTag = Annotated[str, AfterValidator(_locale)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
