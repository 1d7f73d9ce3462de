"""ISO 8601 durations as the data writes them: P15D, P2W, P6M, P1Y, PT25M."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from hub.model.values import refuse

_FORM = re.compile(r"P(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<weeks>[0-9]+)W)?(?:(?P<days>[0-9]+)D)?"
                   r"(?:T(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?)?")


@dataclass(frozen=True)
class Duration:
    """A length of time in one unit, as people say it: amount 15, unit "days"."""

    iso: str
    amount: int
    unit: str


def _parse(text: object) -> object:
    if not isinstance(text, str):
        return text
    found = _FORM.fullmatch(text)
    parts = {unit: int(value) for unit, value in found.groupdict().items() if value} if found else {}
    if len(parts) != 1:
        refuse("not-a-duration", f"“{text}” is not a length of time.",
               "Write one number and one unit: P15D (days), P2W (weeks), P6M (months), P1Y (years), PT25M (minutes)")
    unit, amount = parts.popitem()
    return Duration(text, amount, unit)


DurationText = Annotated[Duration, BeforeValidator(_parse)]
