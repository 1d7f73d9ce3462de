"""A page for each source: what it is, everything that rests on it, and the way to it from a fact."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from hub.load.catalogue import load
from hub.pages.citations import citations
from hub.pages.everything import render
from hub.pages.speech import direction
from tests.catalogue.copies import REPOSITORY, TINY
from tests.pages.conftest import TODAY


@pytest.fixture(scope="module")
def tiny():
    return load(TINY.parent).catalogue


@pytest.fixture(scope="module")
def tiny_pages(tiny):
    return made(tiny)


def made(catalogue) -> dict:
    return {(page.path, page.language): page for page in render(catalogue, TODAY, {})}


def lines(page) -> dict[str, tuple[str, ...]]:
    return {one.link.title.plain: one.lines for _, things in page.view.groups for one in things}


def test_each_source_has_a_page_in_every_language_of_its_country(catalogue, pages):
    wanted = {(f"sources/{one.jurisdiction}/{name}", code) for name, one in catalogue.sources.items()
              for code in catalogue.jurisdictions[one.jurisdiction].facts.languages}
    assert {(page.path, page.language) for page in pages if page.template == "source.html"} == wanted
    assert len(wanted) > 500


def test_a_proposal_leads_to_the_file_of_the_source(catalogue, pages):
    for page in pages:
        if page.template == "source.html":
            assert page.source == f"data/sources/{page.path.rpartition('/')[2]}.yml"
            assert (REPOSITORY / page.source).exists()


def test_every_place_where_a_source_is_named_is_counted(catalogue):
    """Held against the text of the files, which knows nothing of models."""
    text = "\n".join(path.read_text(encoding="utf-8") for name in ("facts", "eligibility")
                     for path in REPOSITORY.glob(f"data/*/*/{name}.yml"))
    written = Counter(name for found in re.findall(r"\bsource: \[([^\]]*)\]", text) for name in found.split(", "))
    counted = {name: sum(counted.total() for counted in things.values())
               for name, things in citations(catalogue).items()}
    assert counted == written


def test_a_page_says_in_how_many_facts_and_how_sure(tiny_pages):
    said = lines(tiny_pages["sources/xx/xx-affiche", "fr"])["Demander la carte d’accès"]
    assert tuple(line.replace("\u00a0", " ") for line in said) == (
        "Ce que cela coûte: 1 fait (pas assez sûr pour être montré)",
        "Comment demander: 1 fait (pas assez sûr pour être montré)",
        "Combien de temps cela prend: 1 fait (en partie établi)",
        "Ce que c’est et pour qui: 1 fait (en partie établi)",
        "Ce que cela coûte, là où les sources se contredisent: 1 fait (en partie établi)",
        "Langue des signes : vidéos: 1 fait (en partie établi)")


def test_rules_of_who_can_get_a_service_are_counted(tiny_pages):
    page = tiny_pages["sources/xx/xx-loi", "ar"]
    said = [line for found in lines(page).values() for line in found]
    assert any(line.startswith(page.frame.say["check_link"]) for line in said), said


def test_a_source_that_nothing_names_says_so(tiny_pages):
    page = tiny_pages["sources/xx/xx-oubliee", "fr"]
    assert page.view.groups == ()
    listed = tiny_pages["sources/xx", "fr"].view
    assert [one.href for one in listed if one.id == "xx-oubliee"] == ["xx-oubliee/"]


def test_the_title_stays_in_its_own_language(tiny_pages):
    title = tiny_pages["sources/xx/xx-page", "fr"].view.title
    assert (title.lang, title.dir) == ("ar", "rtl")
    assert tiny_pages["sources/xx/xx-page", "ar"].view.title.lang == ""


def test_sources_of_one_name_are_told_apart(tiny):
    twin = replace(tiny, sources={**tiny.sources, "xx-copie": tiny.sources["xx-loi"]})
    titles = [page.title for page in made(twin).values() if page.template == "source.html" and page.language == "fr"]
    assert len({*titles}) == len(titles) == 5
    assert "Source : Loi sur la carte d’accès (Journal de Port-Clair) [xx-copie]" in titles


def test_a_fact_leads_to_the_page_of_its_source_or_where_there_is_none_to_the_list(tiny, tiny_pages):
    notes = {note.href for page in tiny_pages.values() if page.template == "guide.html" for note in page.view.sources}
    assert notes == {f"../../sources/xx/xx-{name}/" for name in ("page", "loi", "affiche")}
    xx = tiny.jurisdictions["xx"]
    abroad = replace(xx, id="yy", facts=xx.facts.model_copy(update={"languages": ("ar",)}))
    away = {name: one.model_copy(update={"jurisdiction": "yy"}) for name, one in tiny.sources.items()}
    found = made(replace(tiny, jurisdictions={"xx": xx, "yy": abroad}, sources=away))
    assert "../../sources/yy/#xx-loi" in {note.href for note in found["guides/xx-carte", "fr"].view.sources}


@pytest.mark.parametrize(("code", "expected"), [("ur", "rtl"), ("th", "ltr"), ("qqq", "ltr")])
def test_direction_of_a_language_that_the_hub_does_not_speak(code, expected):
    assert direction(code) == expected
