"""What a page says about the access of a place. What is not known never reads as “no”."""

from dataclasses import replace

import pytest

from hub.load.catalogue import load
from hub.model.access import CORE, KEYS, Accessibility, facts, term
from hub.model.values import UNKNOWN
from hub.pages import access
from hub.pages.everything import speeches
from hub.pages.place import card
from tests.catalogue.copies import TINY
from tests.pages.conftest import scope_at

PLACE = "ke-huduma-mombasa"
STATED = {"source": ["ke-kbc-hours"], "confidence": "high"}
LOW = {**STATED, "confidence": "low"}
OVER = {**STATED, "valid_until": "2026-11-20", "then": UNKNOWN}
COMING = {**STATED, "valid_from": "2026-11-22"}
LISTS = ("there_is", "there_is_not", "measured")


@pytest.fixture(scope="module")
def scope(catalogue, docs, spoken):
    return scope_at(catalogue, spoken, docs, f"places/{PLACE}", "en")


def place(scope, **known):
    """The place with these facts of access and no others."""
    thing = scope.catalogue.places[PLACE]
    made = Accessibility.model_validate({**STATED, **known})
    return replace(thing, facts=thing.facts.model_copy(update={"accessibility": made}))


def label(scope, key):
    return scope.term("access", term(key)).plain


def labels(found):
    return [one.label.plain for one in found]


def test_there_are_44_keys_and_twelve_first_questions():
    assert (len(KEYS), len({*KEYS}), len(CORE), {*CORE} - {*KEYS}) == (44, 44, 12, set())


def test_where_nothing_is_known_the_twelve_are_named_and_the_rest_takes_one_sentence(scope):
    shown = access.view(scope, scope.catalogue.places[PLACE])
    assert [one.plain for one in shown.nobody] == [label(scope, key) for key in CORE]
    assert shown.others.plain == scope.speech.say("access_nothing_else")
    assert (shown.grade, *(getattr(shown, name) for name in LISTS)) == ("", (), (), ())


def test_every_key_of_the_tiny_place_is_shown_once_for_each_time_it_is_written():
    tiny = load(TINY.parent).catalogue
    here = scope_at(tiny, speeches(tiny), {}, "places/xx-port-clair", "fr")
    thing = tiny.places["xx-port-clair"]
    shown = access.view(here, thing)
    written = [one.key for one in facts(thing.facts.accessibility) if (one.key, one.value) != (access.MAIN, "no")]
    assert {*written} == {*KEYS}
    assert sorted(one for name in LISTS for one in labels(getattr(shown, name))) == sorted(
        here.term("access", term(key)).plain for key in written if key != access.GRADE)
    assert (shown.grade, shown.nobody, shown.others) == (here.speech.say("grade_partially"), (), None)


def test_what_is_not_there_is_said_and_all_else_is_not_known(scope):
    shown = access.view(scope, place(scope, has_induction_loop="no"))
    assert labels(shown.there_is_not) == ["Hearing loop"]
    rest = {*KEYS} - {"has_induction_loop", access.MAIN}
    assert {one.plain for one in shown.nobody} == {label(scope, key) for key in rest & {*CORE}}
    assert all(f"{label(scope, key)};" in f"{shown.others.plain[:-1]};" for key in rest - {*CORE})


@pytest.mark.parametrize("origin", [LOW, OVER, COMING], ids=["low", "over", "to come"])
@pytest.mark.parametrize("state", ["yes", "no"])
def test_a_fact_that_does_not_hold_is_not_known(scope, origin, state):
    shown = access.view(scope, place(scope, **origin, has_induction_loop=state))
    assert (shown.there_is, shown.there_is_not) == ((), ())
    assert "Hearing loop" in [one.plain for one in shown.nobody]


def test_a_time_that_is_over_is_said_and_one_of_low_confidence_is_not(scope):
    over, low = (access.view(scope, place(scope, **origin, is_quiet="yes")).when for origin in (OVER, LOW))
    assert over[0] == "This held until 20\u00a0November 2026. That time is over."
    assert low == ()


def test_a_part_has_its_own_origin(scope):
    wifi = {"is_open_to_visitors": "yes"}
    hidden = access.view(scope, place(scope, wifi={**wifi, "origin": LOW}, is_quiet="yes"))
    assert labels(hidden.there_is) == ["Little noise"]
    dated = {**wifi, "origin": {**STATED, "as_of": "2020"}}
    older = access.view(scope, place(scope, **LOW, wifi=dated, is_quiet="yes"))
    assert [(one.label.plain, one.when) for one in older.there_is] == [("Wi-Fi for visitors", ("As of 2020.",))]


# Name: (what is written, the list in which it stands, the words there)
WORDED = {
    "a length": ({"entrances": {"a": {"door": {"width": {"value": "95", "unit": "cm"}}}}}, "measured",
                 ("Width of the door at the entrance", "95\u00a0centimetres")),
    "a length in metres": ({"parking": {"for_wheelchair_users": {"distance_to_entrance": {"value": "1", "unit": "m"}}}},
                           "measured", ("Way from such a parking space to the entrance", "1\u00a0metre")),
    "loudness": ({"ambient_noise_level": {"value": "45", "unit": "dB"}}, "measured", ("Loudness", "45\u00a0decibels")),
    "a number": ({"entrances": {"a": {"stairs": {"count": "3"}}}}, "measured", ("Steps at the entrance", "3")),
    "none of them": ({"entrances": {"a": {"stairs": {"count": "0"}}}}, "there_is_not", ("Steps at the entrance", "")),
    "languages": ({"staff": {"spoken_languages": ["sw", "ase", "sgn-KE"]}}, "there_is",
                  ("Languages of the staff", "Swahili, American Sign Language and Sign language of Kenya")),
    "a lift": ({"equipments": {"a": {"category": "elevator"}}}, "there_is", ("Lift", "")),
    "no lift": ({"equipments": "no"}, "there_is_not", ("Lift", "")),
    "no toilet": ({"restrooms": "no"}, "there_is_not", ("Toilet for people who use a wheelchair", "")),
    "no parking": ({"parking": {"for_wheelchair_users": "no"}}, "there_is_not",
                   ("Parking spaces for people who use a wheelchair", "")),
    "the main entrance": ({"entrances": {"a": {"is_main_entrance": "yes"}}}, "there_is", ("Main entrance", "")),
}


@pytest.mark.parametrize("name", WORDED)
def test_words_of_a_fact(scope, name):
    known, where, expected = WORDED[name]
    shown = access.view(scope, place(scope, **known))
    found = {each: [(one.label.plain, one.value) for one in getattr(shown, each)] for each in LISTS}
    assert found == {each: [expected] if each == where else [] for each in LISTS}


def test_where_there_is_no_toilet_nothing_more_is_asked_about_it(scope):
    shown = access.view(scope, place(scope, restrooms="no"))
    assert "oilet" not in " ".join([shown.others.plain, *(one.plain for one in shown.nobody)])


def test_two_entrances_are_told_apart(scope):
    thing = place(scope, entrances={"a": {"is_level": "no"}, "b": {"is_level": "yes"}})
    words = thing.words["en"].model_copy(update={"accessibility": {"entrances": {"a": "Front", "b": "Back"}}})
    shown = access.view(scope, replace(thing, words={"en": words}))
    assert [one.entry.plain for one in (*shown.there_is, *shown.there_is_not)] == ["Back", "Front"]


def test_the_list_of_places_says_where_nobody_has_checked(scope):
    assert card(scope, place(scope, **LOW, is_quiet="yes")).not_checked == "Nobody has checked the access."
    assert card(scope, place(scope, is_quiet="yes")).not_checked == ""


@pytest.mark.parametrize("language", ["en", "az", "sw", "ru", "ar"])
def test_every_key_has_words_in_every_language(catalogue, language):
    terms = catalogue.vocabularies["access"].words[language].terms
    assert {*terms} == {term(key) for key in KEYS}
    assert len({words.label for words in terms.values()}) == len(KEYS)
