"""What is made once for the pages of a folder: the same as if each page made its own."""

import pytest

from hub.pages.offer import offered
from hub.pages.scope import Scope, forget
from tests.pages.conftest import TODAY


@pytest.fixture
def at(catalogue, spoken, docs):
    """Scopes that share what is made once."""
    offer, shared = offered(catalogue, docs), {}
    return lambda here, language="en": Scope(catalogue=catalogue, today=TODAY, speeches=spoken, language=language,
                                             here=here, offered=offer, shared=shared)


@pytest.mark.parametrize(("here", "href"), [
    ("guides/az-id-card", "../az-passport/"), ("guides/az-passport", "./"), ("guides/az-sign-relay", "../az-passport/"),
    ("topics/identity", "../../guides/az-passport/"), ("guides/az-id-card/easy", "../../az-passport/"),
    ("guides/az-passport/easy", "../"), ("guides", "az-passport/"), ("", "guides/az-passport/"),
])
def test_a_link_leads_to_the_page_from_wherever_it_stands(at, here, href):
    for first in ("guides/az-passport", "guides/az-birth-registration", here, here):
        made = at(first).link("services", "az-passport").href
    assert made == href


def test_a_link_with_a_summary_is_another_one(at):
    assert at("guides/az-id-card").link("services", "az-passport").summary is None
    assert at("guides/az-id-card").link("services", "az-passport", summary=True).summary


def test_every_page_is_told_what_was_borrowed(at, catalogue):
    """Also the second page, for which nothing is made any more; and the one that asks inside something made once."""
    for here in ("guides/ke-birth-certificate", "guides/ke-sha-registration"):
        scope = at(here, "sw")
        scope.once(("outer",), lambda inside: inside.once(("inner",), lambda inner: inner.borrowed.add("en")))
        assert scope.borrowed == {"en"}


def test_languages_do_not_share(at):
    assert at("guides/az-id-card").link("services", "az-passport") != at("guides/az-id-card", "ru").link(
        "services", "az-passport")


def test_every_page_is_told_what_is_behind_its_source(at):
    old = ("data/services/ke-sha-registration", "a text")
    for here in ("guides/ke-birth-certificate", "guides/ke-sha-registration"):
        scope = at(here, "sw")
        scope.once(("outer",), lambda inside: inside.once(("inner",), lambda inner: inner.outdated.update({old: None})))
        assert scope.outdated == {old: None}


def test_what_was_made_for_a_language_can_be_dropped(at):
    for language in ("en", "ru"):
        at("guides/az-id-card", language).link("services", "az-passport")
    shared = at("guides/az-id-card").shared
    forget(shared, {"ru", "sw"})
    assert {key[0] for key in shared} == {"en"}
