"""Accommodations: what a guide says about each is what its page says, and silence never becomes a "no"."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hub.load.catalogue import load
from hub.model.values import NOT_APPLICABLE
from hub.pages import accommodations
from hub.pages.everything import speeches
from tests.catalogue.copies import TINY
from tests.pages.conftest import TODAY, scope_at

SAID = {"offered": "yes", "offered-on-request": "on-request", "not-offered": "no"}


@pytest.fixture(scope="module")
def views(pages):
    """The pages of accommodations with their views."""
    found = [page for page in pages if page.template == "accommodation.html"]
    assert found
    return found


@pytest.fixture(scope="module")
def tiny():
    """The invented hub in French, on a page of an accommodation."""
    catalogue = load(TINY.parent).catalogue
    return scope_at(catalogue, speeches(catalogue), {}, "accommodations/interprete", "fr")


def guides(state) -> list[str]:
    return [guide.link.href.rstrip("/").rpartition("/")[2] for country in state.countries for guide in country.guides]


def states(view) -> dict[str, list[str]]:
    return {state.id: guides(state) for state in view.states}


def test_every_accommodation_has_a_page_in_every_language(catalogue, views):
    terms = catalogue.vocabularies["accommodations"].facts.terms
    assert {(page.path, page.language) for page in views} == {
        (f"accommodations/{term}", code) for term in terms for code in catalogue.languages}


def test_every_page_says_how_to_ask(views):
    assert [page.path for page in views if not (page.view.ask and page.view.what)] == []


def test_the_list_has_every_accommodation_once(catalogue, pages):
    terms = catalogue.vocabularies["accommodations"].facts.terms
    for page in pages:
        if page.template == "accommodations.html":
            hrefs = [link.href for group in page.view for link in group.links]
            assert sorted(hrefs) == sorted(f"{term}/" for term in terms), page.language


def test_each_guide_stands_where_its_channels_say(catalogue, views, pages):
    """Under each state that a channel states, else under "nobody knows"; nowhere where it has no channels."""
    offered = {(page.path, page.language) for page in pages}
    for page in views:
        term, found = page.path.rpartition("/")[2], states(page.view)
        for service in catalogue.services.values():
            there = {state for state, ids in found.items() if service.id in ids}
            ways = service.facts.channels
            if ways == NOT_APPLICABLE or (f"guides/{service.id}", page.language) not in offered:
                assert there == set()
                continue
            said = {way.accommodations[term].state for way in ways.values()
                    if isinstance(way.accommodations, dict) and term in way.accommodations
                    and way.accommodations[term].confidence != "low"} if isinstance(ways, dict) else set()
            assert there == ({state for state, word in SAID.items() if word in said} or {"not-known"}), page.path


def test_no_guide_stands_twice_in_a_list(views):
    for page in views:
        for state, ids in states(page.view).items():
            assert len(ids) == len(set(ids)), f"{page.path} {state}"


@pytest.mark.parametrize(("term", "found"), [
    ("interprete", {"offered-on-request": ["xx-carte"]}),
    ("braille", {"not-offered": ["xx-carte"]}),
    ("chaise", {"offered": ["xx-carte"]}),
    ("calme", {"not-known": ["xx-carte"]}),  # said with low confidence only
])
def test_each_state_of_the_tiny_hub(tiny, term, found):
    """The shuttle has no channels (not applicable), so it is in no list."""
    view = accommodations.view(tiny, term)
    assert states(view) == found
    channels = [way.href for state in view.states for country in state.countries for guide in country.guides
                for way in guide.channels]
    assert channels == ([] if "not-known" in found else ["../../guides/xx-carte/#channel-guichet"])


@pytest.mark.parametrize(("change", "known"), [
    ({"valid_until": TODAY}, True),
    ({"valid_until": TODAY - timedelta(days=1), "then": "unknown"}, False),
    ({"valid_from": date(2027, 1, 1)}, False),
])
def test_what_has_ended_or_not_begun_is_not_said_of_today(tiny, change, known):
    service = tiny.catalogue.services["xx-carte"]
    channel = service.facts.channels["guichet"]
    seat = channel.accommodations["chaise"].model_copy(update=change)
    offers = channel.model_copy(update={"accommodations": {**channel.accommodations, "chaise": seat}})
    facts = service.facts.model_copy(update={"channels": {**service.facts.channels, "guichet": offers}})
    found = accommodations.offers(tiny, replace(service, facts=facts))
    assert found.get("chaise") == ({"guichet": "yes"} if known else None)


def test_each_page_says_which_language_it_borrows(tiny):
    """Also the second page, for which the titles of the guides are not asked again."""
    card = tiny.catalogue.services["xx-carte"]
    bare = replace(card, words={"fr": card.words["fr"]})
    catalogue = replace(tiny.catalogue, services={**tiny.catalogue.services, "xx-carte": bare})
    first = scope_at(catalogue, tiny.speeches, {}, "accommodations/calme", "ar")
    for scope in (first, replace(first, borrowed=set())):
        (state,) = accommodations.view(scope, "calme").states
        assert state.countries[0].guides[0].link.title.lang == "fr"
        assert scope.borrowed == {"fr"}


def test_terms_without_a_group_stand_last_under_a_heading_of_their_own(tiny):
    groups = accommodations.accommodations(tiny)
    assert [group.id for group in groups] == ["entendre", "voir", accommodations.NO_GROUP]
    assert groups[-1].heading.plain == tiny.speech.say("other")
