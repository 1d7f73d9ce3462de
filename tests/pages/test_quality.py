"""The quality page and the sentence of a guide: what is known is shown, what nobody published is said."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import jinja2
import pytest

from hub.load.catalogue import load
from hub.pages import performance, quality
from hub.pages.chart import MOST, chart
from hub.pages.everything import speeches
from hub.pages.tally import tallies, tally
from tests.catalogue.copies import TINY
from tests.packed import packed
from tests.pages.conftest import TODAY, scope_at

OVERRIDES = Path(__file__).parents[2] / "overrides"
SPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture(scope="module")
def tiny():
    return load(TINY.parent).catalogue


def scope(catalogue, language="fr"):
    return scope_at(catalogue, speeches(catalogue), {}, "quality/xx", language)


def made(catalogue, language="fr") -> dict[str, quality.Measured]:
    return {one.id: one for one in quality.view(scope(catalogue, language), "xx", "Qualité").services}


def rows(groups) -> list[tuple[str, list[str]]]:
    return [(group.heading, [row.value.plain.translate(SPACES) for row in group.lines]) for group in groups]


def without_figures(catalogue):
    return replace(catalogue, performance={})


def test_periods_stand_under_the_promise_the_newest_first(tiny):
    assert rows(made(tiny)["xx-carte"].groups) == [
        ("", ["De 6 jours ouvrés à 9 jours ouvrés; au plus 2 semaines"]),
        ("juillet 2026", ["436", "13 jours", "88 %", "79 %", "63 %", "97",
                          "Guichet unique de Port-Clair; Journal de Port-Clair"]),
        ("2e trimestre 2026", ["1 304", "non publié", "non publié", "77 %", "59,5 %", "431",
                               "Guichet unique de Port-Clair"]),
        ("1er trimestre 2026", ["1 290", "16 jours", "74,5 %", "non publié", "non publié", "non publié",
                                "Guichet unique de Port-Clair"]),
        ("2025", ["5 150", "19,5 jours", "61 %", "70,5 %", "48 %", "812", "Journal de Port-Clair"]),
    ]


def test_a_service_without_figures_says_so_and_stands_below(tiny):
    services = made(tiny)
    assert [*services] == ["xx-carte", "xx-navette"]
    assert rows(services["xx-navette"].groups) == [("", ["Ne s’applique pas", "non publié"])]
    assert services["xx-navette"].chart is None
    other = replace(tiny, performance={"xx-navette": tiny.performance["xx-carte"]})
    assert [*made(other)] == ["xx-navette", "xx-carte"]


def test_no_cell_of_any_language_is_empty(pages):
    found = [page for page in pages if page.path.startswith("quality/")]
    assert len(found) == 10
    for page in found:
        for group in (*page.view.fresh, *(group for one in page.view.services for group in one.groups)):
            assert all(row.label and row.value.plain for row in group.lines), page.path


def test_the_country_links_to_its_page(pages):
    for page in pages:
        if page.path.startswith("jurisdictions/"):
            assert page.view.quality.href == f"../../quality/{page.path.partition('/')[2]}/"


def test_freshness_counts_guides_translations_and_readers(tiny):
    country, french, arabic = quality.view(scope(tiny), "xx", "Qualité").fresh
    counted = tally(tiny, "xx", TODAY)
    assert rows([country, french, arabic]) == [
        ("Pays de Xanadou", [str(counted.unknown), "3", "3", "1", "24 décembre 2026"]),
        ("Français", ["2", "0", "0"]), ("Arabe", ["2", "1", "1"])]


def test_a_guide_says_what_it_really_took(tiny):
    carte = tiny.services["xx-carte"]
    said = performance.really(scope(tiny), carte)
    assert said.plain.translate(SPACES).startswith(
        "Durée réelle : 13 jours (médiane, juillet 2026, demandes : 436). Dans le délai promis, juillet 2026 : 88 %.")
    assert performance.published(scope(tiny), carte) == ("xx-page", "xx-loi")


def test_a_guide_says_that_nobody_publishes_it(tiny):
    nothing = scope(without_figures(tiny))
    assert performance.really(nothing, tiny.services["xx-carte"]).plain == "Personne ne publie la durée réelle."
    assert performance.really(nothing, tiny.services["xx-navette"]) is None
    assert performance.published(nothing, tiny.services["xx-carte"]) == ()


@pytest.mark.parametrize(("left", "begins"), [
    (["2026-Q2"], "Personne ne publie la durée réelle."),
    (["2025", "2026-Q2"], "Durée réelle : 19,5 jours (médiane, 2025"),
    (["2025", "kept"], "Durée réelle : 19,5 jours (médiane, 2025"),
    (["kept"], "Dans le délai promis, juillet 2026 : 88 %. Qualité"),
    (["silent"], "Durée réelle : 13 jours (médiane, juillet 2026, demandes : non publié)."),
])
def test_the_sentence_takes_the_newest_period_that_says_it(tiny, left, begins):
    figures = dict(tiny.performance["xx-carte"])
    july = figures["2026-07"]
    figures |= {"kept": july.model_copy(update={"median_days": None}),
                "silent": july.model_copy(update={"applications": None, "within_promise_pct": None})}
    fewer = replace(tiny, performance={"xx-carte": {key: figures[key] for key in left}})
    carte = tiny.services["xx-carte"]
    known = performance.really(scope(fewer), carte)
    assert known.plain.translate(SPACES).startswith(begins)


def test_the_chart_has_thin_promises_and_thick_times(tiny):
    drawn = made(tiny)["xx-carte"].chart
    assert [(bar.label.translate(SPACES), bar.width, bar.height) for bar in drawn.bars] == [
        ("Promesse: 9 jours ouvrés", "64.6%", "0.3em"), ("Promesse: 2 semaines", "71.8%", "0.3em"),
        ("juillet 2026: 13 jours", "66.7%", "0.8em"), ("1er trimestre 2026: 16 jours", "82.1%", "0.8em"),
        ("2025: 19,5 jours", "100.0%", "0.8em")]
    assert {bar.x for bar in drawn.bars} == {"0"}


def test_the_chart_begins_where_the_language_does(tiny):
    for bar in made(tiny, "ar")["xx-carte"].chart.bars:
        assert bar.start == "100%"
        assert Decimal(bar.x.rstrip("%")) + Decimal(bar.width.rstrip("%")) == 100


def test_a_long_history_is_drawn_in_part_and_zero_days_are_drawn(tiny):
    july = tiny.performance["xx-carte"]["2026-07"].model_copy(update={"median_days": Decimal(0)})
    navette = tiny.services["xx-navette"]
    assert len(chart(scope(tiny), navette, [july] * 30).bars) == MOST
    assert {bar.width for bar in chart(scope(tiny), navette, [july]).bars} == {"0.0%"}


def test_the_chart_has_a_name_and_a_description_and_is_light(tiny):
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(OVERRIDES), undefined=jinja2.StrictUndefined,
                                     autoescape=True)
    module = environment.get_template("components/figures.html").module
    svg = str(module.chart(made(tiny)["xx-carte"].chart, "xx-carte", scope(tiny).speech.strings))
    assert 'role="img" aria-labelledby="xx-carte chart-xx-carte" aria-describedby="about-xx-carte"' in svg
    assert re.search(r'<title id="chart-xx-carte">.+</title><desc id="about-xx-carte">.+</desc>', svg)
    assert not re.search(r"style=|#[0-9a-f]{3}|rgb|class=", svg)
    assert packed(svg) < 1_000


def test_every_country_is_counted_and_a_day_changes_it(tiny, catalogue):
    assert [*tallies(catalogue, TODAY)] == [*catalogue.hub.jurisdictions]
    before, after = tally(tiny, "xx", date(2026, 6, 1)), tally(tiny, "xx", TODAY)
    assert (before.conflicting, before.expired) == (3, 0)
    assert (after.conflicting, after.expired) == (3, 3)


def test_what_is_counted_as_unknown(tiny):
    """A value that is `unknown`, a fact too unsure to be shown, a question about something that is known."""
    facts = tiny.services["xx-carte"].facts
    known = tally(tiny, "xx", TODAY).unknown
    for change, more in [({"costs": "unknown"}, 0), ({"sign_in": "unknown"}, 1), ({"open_questions": {}}, -1),
                         ({"requirements": "unknown"}, 0), ({"redress": "not-applicable"}, -1)]:
        thing = replace(tiny.services["xx-carte"], facts=facts.model_copy(update=change))
        other = replace(tiny, services={**tiny.services, "xx-carte": thing})
        assert tally(other, "xx", TODAY).unknown - known == more, change
