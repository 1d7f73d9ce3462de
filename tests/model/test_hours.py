"""What opening hours leave out, say twice or say backwards, and what they say about public holidays."""

from datetime import time

import pytest
from pydantic import TypeAdapter

from hub.model.hours import HoursText, backwards, doubled, unsaid

WEEKDAYS = (5, 6)
# Hours: (days that no rule names, days with two times, spans that are backwards)
RULES = {
    "Mo-Fr 09:00-18:00": (WEEKDAYS, (), ()),
    "Mo-Fr 09:00-18:00; Sa,Su off": ((), (), ()),
    "Mo-Th 09:00-18:00; Sa,Su off": ((4,), (), ()),
    "24/7": ((), (), ()),
    "09:00-18:00": ((), (), ()),
    "Mo-Fr; PH off": (WEEKDAYS, (), ()),
    "Mar-Oct Mo-Fr 09:00-18:00": (WEEKDAYS, (), ()),
    "Mo[1] 09:00-12:00; Tu-Fr 09:00-12:00": (WEEKDAYS, (), ()),
    'Mo-Fr 09:00-18:00; We off "18:00-09:00"': (WEEKDAYS, (), ()),
    "Mo-Fr 09:00-18:00; We 10:00-12:00": (WEEKDAYS, (2,), ()),
    "Mo-Fr 09:00-18:00; We 09:00-18:00": (WEEKDAYS, (), ()),
    "Mo-Fr 09:00-18:00; We off": (WEEKDAYS, (), ()),
    "Mo-Fr 09:00-13:00, We 14:00-18:00": (WEEKDAYS, (), ()),
    "Mo-Fr 09:00-18:00; Aug 10:00-12:00": ((), (), ()),
    "Mo-Fr 09:00-18:00; PH 10:00-12:00": (WEEKDAYS, (), ()),
    "Mo-Th 22:00-06:00; Fr 20:00-04:00": (WEEKDAYS, (), ()),
    "Mo 18:00-09:00; Tu-Su off": ((), (), ("18:00-09:00",)),
    "Mo-Su 9:00-09:00": ((), (), ("9:00-09:00",)),
    "Mo-Su 18:00-33:00": ((), (), ()),
    "Mo-Fr 12:00-11:00; Sa,Su 10:00-9:00": ((), (), ("12:00-11:00", "10:00-9:00")),
}


@pytest.mark.parametrize("text", RULES)
def test_rules(text):
    assert (unsaid(text), doubled(text), backwards(text)) == RULES[text]


NINE_TO_SIX = ((time(9), time(18)),)
# Hours: the spans on a public holiday, () for closed, None where nobody says
HOLIDAYS = {
    "Mo-Fr 09:00-18:00": None,
    "Mo-Fr 09:00-18:00; PH off": (),
    "Mo-Fr 09:00-18:00; Sa,Su,PH closed": (),
    "PH off": (),
    "PH,Mo-Fr 09:00-18:00": NINE_TO_SIX,
    "Mo-Fr,PH 09:00-18:00; Sa 10:00-11:00": NINE_TO_SIX,
    "Mo-Fr 08:00-19:00; PH 09:00-13:00,14:00-18:00": ((time(9), time(13)), (time(14), time(18))),
    "Mo-Fr 09:00-18:00; PH off; PH 09:00-18:00": NINE_TO_SIX,
    "Mo-Fr 09:00-18:00; PH unknown": None,
    'Mo-Fr 09:00-18:00; Sa off "not PH off"': None,
    "24/7": ((time(0), time(0)),),
}


@pytest.mark.parametrize("text", HOLIDAYS)
def test_public_holidays(text):
    assert TypeAdapter(HoursText).validate_python(text).holidays == HOLIDAYS[text]
