"""What a place says about holidays, sign language and quiet hours, and what the script gets to know."""

from dataclasses import replace

import pytest

from hub.model.place import WeeklyHours
from hub.model.values import UNKNOWN
from hub.pages import opening, place
from tests.pages.conftest import scope_at

PLACE = "ke-huduma-mombasa"
STATED = {"source": ["ke-kbc-hours"], "confidence": "high"}


@pytest.fixture(scope="module")
def scope(catalogue, docs, spoken):
    return scope_at(catalogue, spoken, docs, f"places/{PLACE}", "en")


def hours(weekly, **more):
    return WeeklyHours.model_validate({"weekly": weekly, **STATED, **more})


def view(scope, **facts):
    thing = scope.catalogue.places[PLACE]
    return place.view(scope, replace(thing, facts=thing.facts.model_copy(update=facts)))


# The rules: what the page says
HOLIDAYS = {
    "Mo-Fr 09:00-18:00": "Nobody says if it is open on public holidays.",
    "Mo-Fr 09:00-18:00; PH off": "On public holidays: closed.",
    "Mo-Fr 09:00-18:00; PH 10:00-12:00": "On public holidays: 10:00 to 12:00.",
    "24/7": "On public holidays: day and night.",
}


@pytest.mark.parametrize("weekly", HOLIDAYS)
def test_holidays(scope, weekly):
    assert view(scope, hours=hours(weekly)).holidays == HOLIDAYS[weekly]


def test_nothing_is_said_about_holidays_where_the_hours_are_not_known(scope):
    shown = view(scope, hours=UNKNOWN)
    assert (shown.holidays, shown.open_now) == ("", None)


def test_sign_language_and_quiet_hours_are_said_in_words(scope):
    signed = {"ase": hours("Mo,Tu 09:00-11:00"), "sgn-KE": hours("We 13:00-14:00", as_of="2026-03")}
    shown = view(scope, sign_language_hours=signed, quiet_hours=hours("Th 08:00-09:00"))
    assert [(one.id, one.heading, one.lines) for one in shown.special] == [
        ("sign-language-hours", "Hours with sign language",
         ("American Sign Language: Monday and Tuesday: 09:00 to 11:00.",
          "Sign language of Kenya: Wednesday: 13:00 to 14:00. As of March 2026.")),
        ("quiet-hours", "Quiet hours", ("Thursday: 08:00 to 09:00.",))]
    assert shown.unknown_special == ()


@pytest.mark.parametrize("state", [{"confidence": "low"}, {"valid_until": "2026-11-20", "then": UNKNOWN}])
def test_special_hours_that_do_not_hold_are_not_known(scope, state):
    over = hours("Mo 09:00-11:00", **state)
    shown = view(scope, sign_language_hours={"ase": over}, quiet_hours=over)
    assert shown.special == ()
    assert shown.unknown_special == ("We do not know when somebody here uses sign language.",
                                     "We do not know if there are quiet hours.")


# The rules: minutes and closing time of each day from Monday
WEEKS = {
    "Mo-Fr 09:00-18:00": "|".join(["540,1080,18:00"] * 5 + ["", ""]),
    "Mo 09:00-12:00,14:00-18:00": "540,720,12:00;840,1080,18:00||||||",
    "Mo 09:00-24:00": "540,1440,00:00||||||",
    "Mo 22:00-02:00": "1320,1440,02:00|0,120,02:00|||||",
    "Su 22:00-02:00": "0,120,02:00||||||1320,1440,02:00",
}


@pytest.mark.parametrize("weekly", WEEKS)
def test_week_for_the_script(scope, weekly):
    assert opening.now(scope, hours(weekly), "ke").week == WEEKS[weekly]


@pytest.mark.parametrize("weekly", ["24/7", "off", "Mo 00:00-24:00"])
def test_the_script_is_not_asked_where_there_is_nothing_to_say(scope, weekly):
    assert opening.now(scope, hours(weekly), "ke") is None


def test_the_script_knows_the_zone_and_the_last_day_and_says_usual(scope):
    found = opening.now(scope, hours("Mo 09:00-10:00", valid_until="2027-01-31", then=UNKNOWN), "ke")
    assert (found.zone, found.until) == ("Africa/Nairobi", "2027-01-31")
    assert found.opened == "Open now by the usual hours, until {time}."
    assert found.closed == "Closed now by the usual hours."


def test_only_pages_with_hours_ask_for_the_script(pages):
    asking = {page.path for page in pages if any("open-now" in one for one in page.frame.scripts)}
    assert asking == {page.path for page in pages if page.template == "place.html" and page.view.open_now}
    assert {page.path for page in pages if page.template == "place.html"} - asking
    assert asking
