"""What a fact is on a day, what replaces it, what the page says about its time, and what stands at a glance."""

from dataclasses import replace
from datetime import date

import pytest

from hub.model.provenance import Sourced
from hub.model.service import Channel, Cost, Output, ProcessingTime
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages.glance import glance
from hub.pages.guide_answers import costs
from hub.pages.states import Shown, period, settled, shown, state
from tests.pages.conftest import TODAY, scope_at

OVER = {"valid_until": "2026-11-20"}
LONG_OVER = {"valid_until": "2020-01-01"}


def fact(model=Sourced, **more):
    return model.model_validate({"source": ["a-law"], "confidence": "high", **more})


def cost(amount, **more):
    return fact(Cost, amount=amount, currency="AZN", **more)


# Name: (what the data says, its state on 21 November 2026)
STATES = {
    "without dates": ({}, "stated"),
    "as of a year": ({"as_of": "2019"}, "stated"),
    "began yesterday": ({"valid_from": "2026-11-20"}, "stated"),
    "begins today": ({"valid_from": "2026-11-21"}, "stated"),
    "begins tomorrow": ({"valid_from": "2026-11-22"}, "coming"),
    "ends today": ({"valid_until": "2026-11-21", "then": UNKNOWN}, "stated"),
    "ended yesterday": ({"valid_until": "2026-11-20", "then": UNKNOWN}, "expired"),
    "low": ({"confidence": "low"}, "low"),
    "low and ended": ({"confidence": "low", "valid_until": "2026-11-20", "then": UNKNOWN}, "low"),
    "medium": ({"confidence": "medium"}, "stated"),
}


@pytest.mark.parametrize("name", STATES)
def test_state(name):
    given, expected = STATES[name]
    assert state(fact(**given), TODAY) == expected


# Name: (the facts, in order; what is shown, in order; whether it is known what holds now)
CHAINS = {
    "nothing": ({}, {}, False),
    "one": ({"a": fact()}, {"a": "stated"}, True),
    "low alone": ({"a": fact(confidence="low")}, {}, False),
    "low beside stated": ({"a": fact(confidence="low"), "b": fact()}, {"b": "stated"}, True),
    "ended, nobody knows": ({"a": fact(**OVER, then=UNKNOWN)}, {"a": "expired"}, False),
    "ended beside stated": ({"a": fact(**OVER, then=UNKNOWN), "b": fact()}, {"b": "stated", "a": "expired"}, False),
    "superseded": ({"a": fact(**OVER, then="b"), "b": fact()}, {"b": "stated"}, True),
    "superseded twice": (
        {"a": fact(**LONG_OVER, then="b"), "b": fact(**OVER, then="c"), "c": fact()}, {"c": "stated"}, True),
    "chain that ends in the dark": (
        {"a": fact(**LONG_OVER, then="b"), "b": fact(**OVER, then=UNKNOWN)}, {"a": "expired", "b": "expired"}, False),
    "two that name each other": (
        {"a": fact(**OVER, then="b"), "b": fact(**OVER, then="a")}, {"a": "expired", "b": "expired"}, False),
    "sequel that is not confirmed": (
        {"a": fact(**OVER, then="b"), "b": fact(confidence="low")}, {"a": "expired"}, False),
    "sequel that has not begun": (
        {"a": fact(**OVER, then="b"), "b": fact(valid_from="2027-01-01")}, {"b": "coming", "a": "expired"}, False),
    "to come alone": ({"a": fact(valid_from="2027-01-01")}, {"a": "coming"}, False),
    "to come after stated": (
        {"b": fact(valid_from="2027-01-01"), "a": fact(valid_until="2026-12-31", then="b")},
        {"a": "stated", "b": "coming"}, True),
}


@pytest.mark.parametrize("name", CHAINS)
def test_what_is_shown(name):
    facts, expected, known = CHAINS[name]
    kept = shown(facts, TODAY)
    assert [(one.id, one.state) for one in kept] == list(expected.items())
    assert settled(kept) is known


@pytest.mark.parametrize("value", [UNKNOWN, NOT_APPLICABLE])
def test_nothing_is_shown_of_a_word(value):
    assert shown(value, TODAY) == ()


def test_the_same_facts_on_another_day():
    facts = {"old": fact(valid_until="2026-12-31", then="new"), "new": fact(valid_from="2027-01-01")}
    assert [one.id for one in shown(facts, date(2026, 12, 31))] == ["old", "new"]
    assert [one.id for one in shown(facts, date(2027, 1, 1))] == ["new"]


# Name: (the fact, what the page says about its time)
PERIODS = {
    "nothing to say": ({}, []),
    "as of a day": ({"as_of": "2025-09-22"}, ["As of 22~September 2025."]),
    "as of a month": ({"as_of": "2024-01"}, ["As of January 2024."]),
    "as of a year": ({"as_of": "2022"}, ["As of 2022."]),
    "to come": ({"valid_from": "2027-01-01"}, ["Holds from 1~January 2027."]),
    "begun": ({"valid_from": "2026-01-01"}, ["Holds from 1~January 2026."]),
    "with an end": ({"valid_until": "2026-12-31", "then": UNKNOWN}, ["Holds until 31~December 2026."]),
    "over, nobody knows": (
        {**OVER, "then": UNKNOWN, "as_of": "2025"},
        ["This held until 20~November 2026. That time is over.", "We do not know what holds now."]),
    "over, another one holds": ({**OVER, "then": "b"}, ["This held until 20~November 2026. That time is over."]),
}


@pytest.mark.parametrize("name", PERIODS)
def test_what_is_said_about_the_time(spoken, name):
    given, expected = PERIODS[name]
    made = fact(**given)
    said = period(spoken["en"], Shown("a", made, state(made, TODAY)))
    assert [sentence.strip().replace("\u00a0", "~") for sentence in said] == expected


@pytest.fixture
def rows(catalogue, docs, spoken):
    """The values at a glance of a service whose facts are changed, by the name of the row."""

    def made(**fields):
        scope, service = changed(catalogue, spoken, fields)
        values = [row.value.plain.replace("\u00a0", "~") for row in glance(scope, service)]
        return dict(zip(["who", "cost", "time", "get", "where"], values, strict=True))

    return made


def changed(catalogue, spoken, fields, language="en"):
    service = next(one for one in catalogue.services.values())
    changed = replace(service, facts=service.facts.model_copy(update=fields))
    known = replace(catalogue, sources={**catalogue.sources, "a-law": next(iter(catalogue.sources.values()))})
    return scope_at(known, spoken, {}, f"guides/{service.id}", language), changed


# Name: (the fees; the row, or its first value and how many more there are)
COSTS = {
    "one fee": ({"a": cost("30")}, "30~Azerbaijani manats"),
    "nothing to pay": ({"a": cost("0")}, "Nothing to pay"),
    "several fees": ({"a": cost("30"), "b": cost("45"), "c": cost("60")}, ("30~Azerbaijani manats", 2)),
    "the same amount twice": ({"a": cost("30"), "b": cost("30.00")}, "30~Azerbaijani manats"),
    "nothing, or a fee for speed": ({"a": cost("0"), "b": cost("12.5")}, ("Nothing to pay", 1)),
    "a fee that is over": ({"a": cost("30", **OVER, then=UNKNOWN)}, "Not known"),
    "nothing to pay that is over": ({"a": cost("0", **OVER, then=UNKNOWN)}, "Not known"),
    "a fee that is over beside another": ({"a": cost("0", **OVER, then=UNKNOWN), "b": cost("5")}, "Not known"),
    "nothing to pay beside one that is over": ({"a": cost("5", **OVER, then=UNKNOWN), "b": cost("0")}, "Not known"),
    "a fee that another one follows": ({"a": cost("0", **OVER, then="b"), "b": cost("5")}, "5~Azerbaijani manats"),
    "a fee to come": ({"a": cost("0", valid_from="2027-01-01")}, "Not known"),
    "not confirmed": ({"a": cost("0", confidence="low")}, "Not known"),
    "unknown": (UNKNOWN, "Not known"),
    "not applicable": (NOT_APPLICABLE, "Does not apply"),
}


@pytest.mark.parametrize("name", COSTS)
def test_cost_at_a_glance(rows, spoken, name):
    fees, expected = COSTS[name]
    assert rows(costs=fees)["cost"] == row(spoken, expected)


def row(spoken, expected):
    """The text, or with (text, number) the text and that there are so many more."""
    if isinstance(expected, str):
        return expected
    first, more = expected
    return spoken["en"].count("and_more", more, first=first).strip().replace("\u00a0", "~")


@pytest.mark.parametrize("name", [name for name, (_, expected) in COSTS.items() if expected == "Not known"])
def test_the_answer_about_costs_says_that_it_is_not_known(catalogue, spoken, name):
    answer = costs(*changed(catalogue, spoken, {"costs": COSTS[name][0]}))
    assert [gap.sentence for gap in answer.gaps][:1] == ["We do not know what this costs."]
    assert answer.ask


def test_a_fee_that_is_over_is_shown_as_over(catalogue, spoken):
    fees = {"a": cost("5"), "b": cost("0", **OVER, then=UNKNOWN)}
    answer = costs(*changed(catalogue, spoken, {"costs": fees}))
    assert [(item.state, bool(item.when)) for item in answer.items] == [("stated", False), ("expired", True)]


DAYS = {"at_most": "P10D", "counted_in": "working-days", "basis": "law"}


@pytest.mark.parametrize(("times", "expected"), [
    ({"a": DAYS}, "At most 10~working days"),
    ({"a": DAYS | {"at_least": "P2D"}, "b": {"at_most": "P1D", "basis": "rule"}},
     ("2~working days to 10~working days", 1)),
    ({"a": DAYS | {"confidence": "low"}}, "Not known"),
    ({"a": DAYS | OVER | {"then": UNKNOWN}}, "Not known"),
    (UNKNOWN, "Not known"),
    (NOT_APPLICABLE, "Does not apply"),
], ids=["one", "two", "low", "over", "unknown", "not applicable"])
def test_time_at_a_glance(rows, spoken, times, expected):
    if isinstance(times, dict):
        times = {key: fact(ProcessingTime, **one) for key, one in times.items()}
    assert rows(processing_time=times)["time"] == row(spoken, expected)


@pytest.mark.parametrize("outputs", [UNKNOWN, {"x": fact(Output, type="permit", confidence="low")}])
def test_what_you_get_at_a_glance_is_not_known(rows, outputs):
    assert rows(outputs=outputs)["get"] == "Not known"


def test_where_at_a_glance(rows):
    online = fact(Channel, type="online", url=UNKNOWN, accommodations=UNKNOWN)
    ways = {"a": online, "b": online.model_copy(update={"type": "home-visit"}), "c": online}
    assert rows(channels=ways)["where"] == "Online and at your home"
    assert rows(channels={"a": online.model_copy(update={"confidence": "low"})})["where"] == "Not known"
    assert rows(channels=NOT_APPLICABLE)["where"] == "Does not apply"


def test_every_row_is_there_when_nothing_is_known(rows):
    values = rows(costs=UNKNOWN, processing_time=UNKNOWN, outputs=UNKNOWN, channels=UNKNOWN)
    assert [values[row] for row in ("cost", "time", "get", "where")] == ["Not known"] * 4
    assert values["who"]
