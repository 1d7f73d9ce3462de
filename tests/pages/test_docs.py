"""What hand-written pages are told: where the test list for people is, which is written in English only."""

import pytest

from hub.pages.docs import about_hub
from hub.site.docs import filled
from tests.pages.conftest import scope_at

WORDS = "Before.\n\nSee [the list]({checklist}).\n\n## After {#after}\n"


@pytest.fixture
def told(catalogue, spoken):
    """The words, filled in on the page about accessibility of a hub with these hand-written pages."""
    return lambda docs, language: filled(WORDS, about_hub(scope_at(catalogue, spoken, docs, "accessibility", language)))


@pytest.mark.parametrize(("language", "link"), [("en", "../checklist/"), ("az", "../../checklist/")])
def test_the_list_is_found_from_every_language(told, docs, language, link):
    assert f"See [the list]({link})." in told(docs, language)


def test_a_list_in_the_reader_s_language_comes_first(told, docs):
    assert "See [the list](../checklist/)." in told(docs | {"checklist": ("en", "az")}, "az")


def test_a_hub_without_the_list_does_not_speak_of_it(told):
    assert told({}, "en") == "Before.\n\n## After {#after}\n"
