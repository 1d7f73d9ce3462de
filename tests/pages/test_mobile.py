"""Pages of mobile units: what they say where stops are known, and where they are not."""

from datetime import date
from pathlib import Path

import pytest

from hub.load.catalogue import load
from hub.pages.everything import Page, render
from tests.catalogue.copies import TINY, tiny

TODAY = date(2026, 11, 22)
SIZES = {"data/mobile/xx-bus.fr.ics": 3403, "data/mobile/xx-bus.ile.fr.ics": 1186}


def made(root: Path, today: date = TODAY) -> dict[tuple[str, str], Page]:
    return {(page.path, page.language): page for page in render(load(root).catalogue, today, {}, SIZES)}


@pytest.fixture(scope="module")
def hub() -> dict[tuple[str, str], Page]:
    return made(TINY.parent)


@pytest.fixture(scope="module")
def bus(hub):
    return hub["places/xx-bus", "fr"].view.unit


def test_the_list_says_its_day_its_end_and_whose_clocks(bus):
    assert bus.made == "Cette liste a été faite le 22\u00a0novembre 2026. Elle va jusqu’au 22\u00a0décembre 2026."
    assert bus.zone.endswith(": Paris.")


def test_summer_time_is_in_the_times_for_machines():
    unit = made(TINY.parent, date(2027, 3, 20))["places/xx-bus", "fr"].view.unit
    tuesdays = [one.at for one in unit.visits if one.where.name.plain == "Valmont"]
    assert tuesdays[:2] == ["2027-03-23T10:00+01:00", "2027-03-30T10:00+02:00"]


def test_what_is_different_is_said_on_both_days(bus):
    said = {one.at[:10]: (one.off, " ".join(one.lines), one.why.plain) for one in bus.visits if one.lines}
    assert [*said] == ["2026-12-03", "2026-12-08", "2026-12-15", "2026-12-16"]
    assert said["2026-12-08"] == (True, "Pas ce jour-là : mardi 8\u00a0décembre 2026.", "C’est la fête de Valmont.")
    assert "À la place : mercredi 16\u00a0décembre 2026, de 12:00 à 15:30." in said["2026-12-15"][1]
    assert "un autre jour : mardi 15\u00a0décembre 2026" in said["2026-12-16"][1]


def test_each_stop_says_its_next_date_or_that_none_is_known(bus):
    said = {one.id: one.next for one in bus.stops}
    assert said["stop-ile"].endswith("samedi 30\u00a0janvier 2027 : de 13:00 à 16:00.")
    assert {key for key, text in said.items() if "pas d’autre date" in text} == {"stop-finie", "stop-perimee"}
    assert "stop-rumeur" not in said


def test_a_stop_that_is_over_says_so_and_has_no_days(bus):
    over = next(one for one in bus.stops if one.id == "stop-perimee")
    assert over.when[0] == "Cela valait jusqu’au 31\u00a0octobre 2026. Ce temps est passé."
    assert "Gare du Haut" not in {one.where.name.plain for one in bus.visits}


def test_a_ground_that_nobody_knows_is_said(bus):
    said = {one.id: (one.where.surface.plain, one.where.unknown_surface) for one in bus.stops}
    assert said["stop-ile"] == ("", "Nous ne savons pas comment est le sol.")
    assert said["stop-marche"] == ("Pavés plats, une pente vers la fontaine", "")


def test_links_to_calendar_files_say_what_they_are_and_their_size(bus):
    assert bus.calendar.title.plain == "Fichier d’agenda avec tous les arrêts (.ics, 3,4 ko)"
    assert bus.calendar.href == "../../data/mobile/xx-bus.fr.ics"
    links = {one.id: one.calendar.title.plain for one in bus.stops if one.calendar}
    assert links == {"stop-ile": "Fichier d’agenda de cet arrêt : Île aux Mouettes (.ics, 1,2 ko)"}


def test_the_list_of_units_has_the_next_date_of_each_stop(hub):
    (country,) = hub["mobile", "fr"].view.countries
    bus, team = country.units
    assert [where.plain for _, where in bus.next] == ["Valmont", "École du Col", "Île aux Mouettes"]
    assert team.unknown == "Nous ne savons pas quand et où il passe."
    assert team.ask.shown == "0555\u00a020\u00a020\u00a020"


def test_places_and_country_lead_to_the_list(hub):
    (places,) = hub["places", "ar"].view
    assert places.mobile.href == "../mobile/#xx"
    assert hub["jurisdictions/xx", "ar"].view.mobile.href == "../../mobile/#xx"
    assert not [one for town in places.towns for one in town.places if "bus" in one.link.href]


def test_a_hub_without_units_has_no_list_of_them(tmp_path):
    data = tiny(tmp_path) / "data/places"
    for unit in ("xx-bus", "xx-equipe"):
        for file in (data / unit).iterdir():
            file.unlink()
        (data / unit).rmdir()
    hub = made(tmp_path)
    assert ("mobile", "fr") not in hub
    assert hub["places", "fr"].view[0].mobile is hub["jurisdictions/xx", "fr"].view.mobile is None


def test_an_alert_that_closes_a_unit_says_so_on_its_page(tmp_path):
    alert = tiny(tmp_path) / "data/alerts/xx-crue/facts.yml"
    text = alert.read_text(encoding="utf-8")
    assert "closes: [xx-port-clair]" in text
    alert.write_text(text.replace("closes: [xx-port-clair]", "closes: [xx-bus]"), encoding="utf-8")
    hub = made(tmp_path)
    (note,) = hub["places/xx-bus", "fr"].frame.alerts
    assert "24\u00a0novembre 2026" in note.effects[0].plain
    assert hub["places/xx-equipe", "fr"].frame.alerts[0].effects == ()
    assert "xx-bus" in repr(hub["alerts/xx-crue", "fr"].view.closes)


def test_a_unit_without_stops_says_so_and_whom_to_ask_in_every_language(catalogue, pages):
    units = {f"places/{one.id}" for one in catalogue.places.values() if one.facts.mobile}
    found = [page for page in pages if page.path in units]
    assert {page.language for page in found} == {"en", "az", "ru", "sw"}
    for page in found:
        assert page.view.unit.unknown == catalogue.strings[page.language]["unknown_stops"]
        assert page.view.ask.shown
        assert page.view.unit.visits == page.view.unit.stops == ()
        assert page.template == "mobile-unit.html"


def test_a_guide_names_its_units_and_says_that_their_stops_are_not_known(catalogue, pages):
    for page in (page for page in pages if page.path == "guides/az-asan-mobile"):
        extra = {answer.id: answer.extra for answer in page.view.answers}
        buses = next(way for way in extra["channels"].channels if way.id == "channel-buses")
        assert [link.href for link in buses.places] == ["../../places/az-asan-buses/", "../../places/az-asan-train/"]
        unknown = catalogue.strings[page.language]["unknown_stops"]
        assert [one.unknown_address for one in extra["places"]] == [unknown, unknown]
