"""What a hub publishes of an audit: the loader takes it, nothing in it is better than what was found, all is there."""

from dataclasses import replace

import pytest

from hub.audit import command
from hub.audit.finding import FAILED
from hub.audit.report import published, store
from hub.load.files import Files
from hub.model.evaluation import Evaluation


@pytest.fixture
def shown(made, tmp_path):
    """The audit as the loader reads what is published of it."""
    published.write(made, tmp_path / "audit.yml")
    files = Files(tmp_path)
    read = files.load(tmp_path / "audit.yml", Evaluation)
    assert files.problems == []
    return read


def test_what_ran_on_what_and_when_is_said(made, shown):
    assert (shown.day.isoformat(), shown.pages, shown.in_browser) == (made.day, 3, 2)
    assert shown.engines == made.engines


def test_every_criterion_has_the_worst_that_was_said(shown):
    assert len(shown.criteria) == 86
    assert {num for num, one in shown.criteria.items() if one.result == FAILED} == {"1.1.1", "1.4.3"}
    assert shown.criteria["1.4.2"].result in ("inapplicable", "untested")


def test_every_sure_fault_is_there_with_pages_and_places(made, shown):
    assert {*shown.faults} == {one.rule for one in made.findings if one.outcome == FAILED}
    contrast = shown.faults["axe/color-contrast"]
    assert (contrast.pages, contrast.places, contrast.example) == (1, 1, "a b/index.html")
    assert {*shown.review} == {one.rule for one in made.review}


def test_what_is_excused_is_a_fault_all_the_same(made, tmp_path):
    excused = replace(made.failures[0], rule="borne")
    assert "borne" in published.published(replace(made, excused=(excused,)))["faults"]


def test_words_of_an_engine_that_name_elements_are_taken(made, tmp_path):
    rules = {**made.rules, "axe/color-contrast": replace(made.rules["axe/color-contrast"], says="The <title> is empty")}
    published.write(replace(made, rules=rules), tmp_path / "audit.yml")
    files = Files(tmp_path)
    assert files.load(tmp_path / "audit.yml", Evaluation).faults["axe/color-contrast"].says == "The title is empty"


def test_a_place_that_cannot_be_written_is_told(made, tmp_path, capsys):
    store.write(made, tmp_path / "a.json")
    assert command.main(["--merge", str(tmp_path / "a.json"), "--publish", str(tmp_path / "none/audit.yml")]) == 2
    assert "none/audit.yml" in capsys.readouterr().err
