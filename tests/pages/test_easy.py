"""Easy Read: its own page, only where somebody wrote it, with who has tested it or that nobody has."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hub.load.catalogue import load
from hub.pages import easy
from hub.pages.everything import render, speeches
from tests.catalogue.copies import REPOSITORY, TINY
from tests.pages.conftest import TODAY, scope_at


@pytest.fixture(scope="module")
def tiny():
    return load(TINY.parent).catalogue


def written(catalogue) -> set[tuple[str, str]]:
    return {(f"guides/{service.id}/easy", code) for service in catalogue.services.values()
            for code, words in service.words.items() if words.easy}


def test_it_stands_where_it_is_written_and_nowhere_else(catalogue, pages):
    made = {(page.path, page.language): page for page in pages if page.template == "easy.html"}
    assert made.keys() == written(catalogue)
    assert sorted(code for _, code in made) == ["az", "en", "en", "en", "sw"]
    assert {page.view.tag for page in made.values()} == {"en-simple", "az-simple", "sw-simple"}


def test_a_guide_offers_it_in_its_own_language_only(catalogue, pages):
    for page in pages:
        if page.template == "guide.html":
            there = (f"{page.path}/easy", page.language) in written(catalogue)
            assert [link.href for link in page.view.other_forms] == (["easy/"] if there else []), page.path


def test_what_ships_is_a_draft_and_says_so(pages):
    for page in pages:
        if page.template == "easy.html":
            assert page.view.status == page.frame.say["easy_draft"]


def test_a_test_group_is_named_with_its_people_and_the_day(tiny):
    made = {page.language: page.view for page in render(tiny, TODAY, {}) if page.template == "easy.html"}
    assert made["fr"].status == (
        "Le groupe des lecteurs de Port-Clair a testé ce texte le 17\u00a0août 2026. "
        "Ces personnes l’ont testé : Ana Inventée et Bo Inventé.")
    assert "مسودة" in made["ar"].status, "what was tested in one language is a draft in another"


def test_no_logo_is_shown():
    """It belongs to Inclusion Europe, and only a text that a named group has tested may carry it."""
    template = (REPOSITORY / "overrides/easy.html").read_text(encoding="utf-8")
    assert [tag for tag in ("<img", "<svg", "<picture", "url(") if tag in template] == []


def test_facts_stay_facts(tiny):
    """A fee in Easy Read is the fee of the guide."""
    view = easy.view(scope_at(tiny, speeches(tiny), {}, "guides/xx-carte/easy", "fr"), tiny.services["xx-carte"])
    assert [text.plain.replace("\u00a0", " ") for text in view.sentences] == [
        "Une carte ouvre les portes.", "Elle coûte 35 euros."]


def test_a_fee_of_nothing_reads_as_a_sentence(pages):
    said = {page.language: page.view.sentences for page in pages if page.path == "guides/ke-pwd-registration/easy"}
    assert "You pay nothing to register." in [text.plain for text in said["en"]]
    assert "Malipo ya kujisajili ni sifuri." in [text.plain for text in said["sw"]]


def test_one_side_of_a_conflict_keeps_its_number(tiny):
    """“The page says nothing” would be another thing."""
    service = tiny.services["xx-carte"]
    free = {key: one.model_copy(update={"amount": Decimal(0)}) for key, one in service.facts.costs.items()}
    sides = {key: one.model_copy(update={"amount": Decimal(0)})
             for key, one in service.facts.conflicts["prix"].says.items()}
    dispute = service.facts.conflicts["prix"].model_copy(update={"says": sides})
    facts = service.facts.model_copy(update={"costs": free, "conflicts": {"prix": dispute}})
    scope = scope_at(tiny, speeches(tiny), {}, "guides/xx-carte/easy", "fr")
    said = scope.render("{cost.standard}, {cost.prix.page}", "fr", replace(service, facts=facts)).plain
    assert said.replace("\u00a0", " ") == "zéro, 0 euro"


def test_without_a_sentence_there_is_no_page(tiny):
    service = tiny.services["xx-carte"]
    bare = {code: words.model_copy(update={"easy": {}}) for code, words in service.words.items()}
    made = replace(tiny, services={**tiny.services, "xx-carte": replace(service, words=bare)})
    assert [page.path for page in render(made, TODAY, {}) if page.template == "easy.html"] == []
    guides = [page.view for page in render(made, TODAY, {}) if page.template == "guide.html"]
    assert "easy/" not in [link.href for view in guides for link in view.other_forms]
