"""Calendar files, read back with icalendar and expanded with dateutil: the same days as the pages have."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from hub.exports import calendars
from hub.load.catalogue import load
from hub.model.catalogue import Catalogue
from hub.pages.everything import render
from tests.catalogue.copies import TINY, tiny

TODAY = date(2026, 11, 22)
FILES = {f"data/mobile/xx-bus{stop}.{language}.ics" for stop in ("", ".marche", ".ecole", ".ile")
         for language in ("fr", "ar")}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(TINY.parent).catalogue


@pytest.fixture(scope="module")
def files(catalogue) -> dict[str, bytes]:
    return calendars(catalogue, TODAY)


def events(file: bytes) -> list:
    return [*Calendar.from_ical(file).walk("VEVENT")]


def expand(file: bytes, last: date) -> Iterator[datetime]:
    """Every time at which something begins, from TODAY on, as a calendar program shows it."""
    found = events(file)
    moved = {(one["uid"], one["recurrence-id"].dt) for one in found if "recurrence-id" in one}
    for event in found:
        gone = {each.dt for each in event["exdate"].dts} if "exdate" in event else set()
        gone |= {when for uid, when in moved if uid == event["uid"] and "rrule" in event}
        begins = event["dtstart"].dt
        days = rrulestr(event["rrule"].to_ical().decode(), dtstart=begins) if "rrule" in event else [begins]
        for day in days:
            if day.date() > last:
                break
            if day not in gone and day.date() >= TODAY:
                yield day


def test_a_stop_with_dates_to_come_has_a_file_in_each_language(files):
    assert files.keys() == FILES


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_file_and_the_page_have_the_same_days(catalogue, files, language):
    page = next(page for page in render(catalogue, TODAY, {})
                if (page.path, page.language) == ("places/xx-bus", language))
    shown = sorted(datetime.fromisoformat(one.at) for one in page.view.unit.visits if not one.off)
    assert shown == sorted(expand(files[f"data/mobile/xx-bus.{language}.ics"], TODAY + timedelta(days=30)))
    assert len(shown) == 5


def test_a_stop_alone_has_its_own_days(files):
    found = expand(files["data/mobile/xx-bus.ile.fr.ics"], date(2027, 12, 31))
    assert [f"{day:%Y-%m-%d %H:%M %z}" for day in found] == [
        "2027-01-30 13:00 +0100", "2027-04-24 13:00 +0200", "2027-07-31 13:00 +0200", "2027-10-30 13:00 +0200"]


def test_the_clock_stays_when_summer_time_begins_and_the_rule_ends_with_what_is_known(files):
    found = [*expand(files["data/mobile/xx-bus.marche.fr.ics"], date(2027, 12, 31))]
    assert {f"{day:%H:%M %z}" for day in found if day.date() > date(2027, 1, 1)} == {"10:00 +0100", "10:00 +0200"}
    assert max(found).date() == date(2027, 4, 27)


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_file_brings_its_time_zone(files, name):
    """A program that knows no time zone by its name finds the change of 28 March 2027 in the file."""
    (zone,) = Calendar.from_ical(files[name]).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Paris"
    offsets = [zone.to_tz().utcoffset(datetime(2027, 3, day, 12)) for day in (27, 29)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


def test_the_same_day_makes_the_same_bytes_and_the_stamp_is_that_day(catalogue, files):
    assert calendars(catalogue, TODAY) == files
    stamps = {event["dtstamp"].dt for file in files.values() for event in events(file)}
    assert stamps == {datetime(2026, 11, 22, tzinfo=UTC)}


def test_a_name_stays_in_every_language_and_on_every_day(catalogue, files):
    """So that a file that is opened again takes the place of the old one."""
    names = [{(event["uid"], "recurrence-id" in event) for event in events(file)}
             for found in (files, calendars(catalogue, date(2026, 12, 1))) for name, file in found.items()
             if name.startswith("data/mobile/xx-bus.marche")]
    uid = "marche.xx-bus@rampe.example/base"
    assert names == [{(uid, False), (uid, True)}] * 4


def test_words_are_those_of_the_language(files):
    event = next(one for one in events(files["data/mobile/xx-bus.marche.ar.ics"]) if "recurrence-id" in one)
    assert str(event["summary"]) == "حافلة المعاملات: فالمون"
    assert event["summary"].params["LANGUAGE"] == "ar"
    assert str(event["location"]) == "فالمون, ساحة السوق أمام النافورة"
    assert str(event["description"]).splitlines()[0] == "الجسر مغلق يوم الثلاثاء هذا."
    assert event["url"] == "https://rampe.example/base/ar/places/xx-bus/"


def test_a_stop_that_is_not_translated_speaks_the_source_language(tmp_path):
    words = tiny(tmp_path) / "data/places/xx-bus/ar.yml"
    words.write_text(words.read_text(encoding="utf-8").replace("  ile: {place: جزيرة النوارس}\n", ""), encoding="utf-8")
    (event,) = events(calendars(load(tmp_path).catalogue, TODAY)["data/mobile/xx-bus.ile.ar.ics"])
    assert (event["summary"], event["summary"].params["LANGUAGE"]) == ("Bus des démarches: Île aux Mouettes", "fr")
