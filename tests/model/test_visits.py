"""The days of a rule, and what exceptions make of them, against dates that were written down from a calendar."""

from datetime import date

import pytest
from pydantic import TypeAdapter

from hub.load.catalogue import load
from hub.model.mobile import Mobile
from hub.model.rule import RuleText
from hub.model.visits import following, visits
from tests.catalogue.copies import TINY

# Rule, its start, and the days from the first to the last of them.
RULES = {
    "every third day": ("FREQ=DAILY;INTERVAL=3", "2026-11-20", ["2026-11-23", "2026-11-26", "2026-11-29"]),
    "two days of every second week": (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-11-02", ["2026-11-16", "2026-11-19", "2026-11-30", "2026-12-03"]),
    "last Friday of the month": ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", ["2026-11-27", "2026-12-25", "2027-01-29"]),
    "the 31st, which some months lack": ("FREQ=MONTHLY", "2027-01-31", ["2027-01-31", "2027-03-31", "2027-05-31"]),
    "last day of the month": ("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31", ["2027-01-31", "2027-02-28", "2027-03-31"]),
    "over the change to summer time": (
        "FREQ=WEEKLY", "2026-10-20", ["2027-03-23", "2027-03-30", "2027-04-06"]),
    "until a day": (
        "FREQ=WEEKLY;BYDAY=WE;BYMONTH=12;UNTIL=20261216", "2026-12-02", ["2026-12-02", "2026-12-09", "2026-12-16"]),
}
# Stop of the tiny hub, and what the list of 30 days from 22 November 2026 has; - is a day on which it does not come.
WINDOW = date(2026, 11, 22), date(2026, 12, 22)
STOPS = {
    "marche": ["2026-11-24 10:00", "2026-12-01 10:00", "-2026-12-08 10:00", "-2026-12-15 10:00", "2026-12-16 12:00",
               "2026-12-22 10:00"],
    "ecole": ["2026-12-03 07:45"],
    "ile": [], "finie": [], "perimee": [], "rumeur": [],
}
# The first visit from that day on.
NEXT = {"marche": "2026-11-24", "ecole": "2026-12-03", "ile": "2027-01-30", "finie": "", "perimee": "", "rumeur": ""}


@pytest.fixture(scope="module")
def bus() -> Mobile:
    return load(TINY.parent).catalogue.places["xx-bus"].facts.mobile


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_the_days_of_the_calendar(name):
    text, start, expected = RULES[name]
    rule = TypeAdapter(RuleText).validate_python(text)
    days = rule.days(*map(date.fromisoformat, (start, expected[0], expected[-1])))
    assert [str(day) for day in days] == expected


def test_a_rule_has_no_day_after_its_end():
    rule = TypeAdapter(RuleText).validate_python("FREQ=DAILY;UNTIL=20261124")
    assert len([*rule.days(date(2026, 11, 20), date(2026, 11, 22), date(2030, 1, 1))]) == 3


@pytest.mark.parametrize("stop", STOPS)
def test_the_visits_of_thirty_days(bus, stop):
    found = [f"{'-' * one.off}{one.day} {one.begins:%H:%M}" for one in visits(bus, stop, *WINDOW)]
    assert found == STOPS[stop]


@pytest.mark.parametrize("stop", NEXT)
def test_the_next_visit_is_found_beyond_the_list(bus, stop):
    found = following(bus, stop, date(2026, 11, 21))
    assert (str(found.day) if found else "") == NEXT[stop]


def test_a_day_that_is_moved_into_the_list_is_in_it(bus):
    """The day that the rule says lies before the list."""
    found = visits(bus, "marche", date(2026, 12, 16), date(2026, 12, 20))
    assert [(str(one.day), str(one.planned), one.off) for one in found] == [("2026-12-16", "2026-12-15", False)]


def test_nothing_is_said_beyond_the_time_for_which_a_stop_is_known(bus):
    known = [one.day for one in visits(bus, "marche", date(2027, 4, 1), date(2027, 6, 1))]
    assert known[-1] == date(2027, 4, 27)
    assert following(bus, "marche", known[-1]) is None
