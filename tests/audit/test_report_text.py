"""The text: the result first, and of each fault what a person needs to mend it."""

from dataclasses import replace

import pytest

from hub.audit.report.text import NO_PROOF, text


@pytest.fixture
def lines(made):
    return list(text(made))


def test_the_result_comes_first(lines):
    assert lines[1] == "3 faults of level A or AA on 2 of 3 pages, at 3 places. 1 place for people to look at."


def test_no_failure_is_said_without_a_claim(made):
    lines = list(text(replace(made, pages=made.pages[1:2])))
    assert lines[1] == "No failure of level A or AA was found. 0 places for people to look at."
    assert lines[-1] == NO_PROOF


@pytest.mark.parametrize("line", [
    pytest.param("1. Words & grounds. WCAG 1.4.3, level AA.", id="what"),
    pytest.param("   Hinders people with low vision.", id="whom"),
    pytest.param("   To mend it: Make it <darker>.", id="mending"),
    pytest.param("   - a b/index.html: main > p (dark); made from data/a.yml", id="where"),
    pytest.param("   Seen by axe-core 4.14.1 color-contrast. Rule axe/color-contrast.", id="witness"),
])
def test_a_fault_says(lines, line):
    assert line in lines


def test_many_places_are_counted(made):
    many = replace(made, pages=(replace(made.pages[0], findings=made.pages[0].findings[-2:-1] * 8),))
    assert "   and 3 more places." in text(many)


def test_what_is_excused_is_still_told(made):
    assert "Excused for a time: 1." in text(replace(made, pages=made.pages[1:], excused=made.pages[0].findings[:1]))
