"""A text whose source changed after it was translated: marked, told, and nothing else on any page."""

from datetime import date
from pathlib import Path

import pytest

from hub import checks
from hub.load.catalogue import load
from hub.model.translation import print_of
from hub.pages.everything import Page, render
from hub.site.record import Unread, record
from tests.catalogue.copies import REPOSITORY, tiny
from tests.pages.conftest import TODAY

CARTE = "data/services/xx-carte"
MADE = date(2026, 10, 5)
SUNDAY = ("fr.yml", "Le prix est le même le dimanche.", "Le prix change le dimanche.")


def never(_: str) -> bool:
    return False


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / CARTE / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / CARTE / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def hub(tmp_path) -> Path:
    """The tiny hub with a record of each translation."""
    root = tiny(tmp_path / "hub")
    record(root, MADE, never)
    return root


def pages(root: Path) -> dict[tuple[str, str], Page]:
    return {(page.path, page.language): page for page in render(load(root).catalogue, TODAY, {})}


def told(root: Path) -> list:
    return [problem for problem in checks.check(load(root)) if problem.code == "translation-stale"]


def test_records_change_nothing_on_any_page(hub, tmp_path):
    assert pages(hub) == pages(tiny(tmp_path / "without"))


def test_one_sentence_is_marked_in_the_other_language_and_not_elsewhere(hub):
    before = pages(hub)
    change(hub, *SUNDAY)
    after = pages(hub)
    assert {key for key in after if after[key] != before[key]} == {("guides/xx-carte", "fr"), ("guides/xx-carte", "ar")}
    assert "dépassé" not in repr(after["guides/xx-carte", "fr"].view)
    page = after["guides/xx-carte", "ar"]
    assert [run.text for answer in page.view.answers for item in answer.items if item.text
            for run in item.text.runs if run.remark] == [" (قد يكون قديماً)"]


def test_the_reader_is_told_which_part_since_when_and_where_the_original_is(hub):
    change(hub, *SUNDAY)
    page = pages(hub)["guides/xx-carte", "ar"]
    assert page.view.translation[-1].replace("\u00a0", " ") == (
        "قد تكون هذه الأجزاء قديمة: كم تكلف. تغير النص الأصلي بعد هذه الترجمة (5 أكتوبر 2026).")
    assert page.view.original.href == "../../../guides/xx-carte/"


def test_other_pages_that_show_the_text_say_that_it_is_marked(hub):
    change(hub, "fr.yml", "title: Demander la carte d’accès", "title: Demander sa carte d’accès")
    made = pages(hub)
    told_on = {path for (path, _), page in made.items() if "قد يكون قديماً" in " ".join(page.frame.translation)}
    assert "topics/papiers" in told_on
    assert "feedback" not in told_on
    topic = made["topics/papiers", "ar"]
    assert topic.frame.original.href == "../../../topics/papiers/"
    assert "قديماً" not in topic.frame.title + made["guides/xx-carte", "ar"].frame.title


def test_the_check_names_file_line_and_field(hub):
    change(hub, *SUNDAY)
    [problem] = told(hub)
    lines = (hub / CARTE / "ar.yml").read_text(encoding="utf-8").splitlines()
    assert (problem.path, problem.field, problem.warning) == (f"{CARTE}/ar.yml", "costs.standard.text", True)
    assert lines[problem.line - 1][problem.column - 1 :].startswith("text:")


@pytest.mark.parametrize(("old", "new"), [
    ("    amount: 35\n", "    amount: 36\n"), ("at_most: P2W", "at_most: P3W"),
    ("date: 2025-05-13", "date: 2025-05-14"),
], ids=["a fee", "a time", "a date"])
def test_a_fact_makes_nothing_stale(hub, old, new):
    change(hub, "facts.yml", old, new)
    assert told(hub) == []
    assert not any(page.frame.original for page in pages(hub).values())


def test_a_translation_that_changed_too_is_not_stale_and_is_recorded_anew(hub):
    change(hub, *SUNDAY)
    before = load(hub).records["ar"]
    retold = (hub / CARTE / "ar.yml").read_text(encoding="utf-8").replace(" text: السعر", " text: الثمن", 1)
    (hub / CARTE / "ar.yml").write_text(retold, encoding="utf-8")
    assert told(hub) == []
    record(hub, date(2026, 11, 1), never)
    after = load(hub).records["ar"]
    assert [key for key in after if after[key] != before[key]] == [("services", "xx-carte", "costs.standard.text")]


def test_a_stale_text_stays_stale_until_somebody_says_that_it_is_right(hub):
    change(hub, *SUNDAY)
    assert record(hub, TODAY, never)["ar"]["stale"] == 1
    assert len(told(hub)) == 1
    record(hub, TODAY, lambda path: path == f"{CARTE}/ar.yml")
    assert told(hub) == []


def test_states_are_counted(hub):
    counted = record(hub, TODAY, never)
    assert {*counted} == {"ar"}
    assert counted["ar"]["current"] > 100
    assert counted["ar"]["missing"] > 0


def test_nothing_is_recorded_of_data_with_problems(hub):
    change(hub, "fr.yml", "who: |", "who: Moi\nwho: |")
    with pytest.raises(Unread):
        record(hub, TODAY, never)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Elle dit “oui”.", 'Elle  dit\n"oui".', True), ("été", "e\u0301te\u0301", True), ("60", "61", False),
], ids=["spaces and quotes", "letters", "another number"])
def test_what_a_print_overlooks(one, other, same):
    assert (print_of(one) == print_of(other)) == same


def test_the_hub_that_ships_has_its_records():
    loaded = load(REPOSITORY)
    assert loaded.records.keys() == {code for code in loaded.catalogue.languages if code != "en"}
    assert min(len(made) for made in loaded.records.values()) > 200
