"""The moment for which the site is made, and its day: alerts go by the moment, everything else by the day."""

import os
from datetime import UTC, datetime


class NoDay(Exception):
    """The day that was given is none; the text says what to write."""


def build_moment() -> datetime:
    """SOURCE_DATE_EPOCH, else now, with its offset; the day of the site is its date. Raises NoDay."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    if not stamp:
        return datetime.now().astimezone()
    if not stamp.isdigit():
        raise NoDay(f"SOURCE_DATE_EPOCH is “{stamp}”. Write seconds since 1970, for example 1795305600, or unset it.")
    return datetime.fromtimestamp(int(stamp), UTC)
