"""The day for which the site is made."""

import os
from datetime import UTC, date, datetime


class NoDay(Exception):
    """The day that was given is none; the text says what to write."""


def build_date() -> date:
    """SOURCE_DATE_EPOCH, else today. Raises NoDay."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    if not stamp:
        return date.today()
    if not stamp.isdigit():
        raise NoDay(f"SOURCE_DATE_EPOCH is “{stamp}”. Write seconds since 1970, for example 1795305600, or unset it.")
    return datetime.fromtimestamp(int(stamp), UTC).date()
