"""The table of WCAG's success criteria is whole, its words are plain, and the test list in docs/ is made from it."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from hub.audit import checklist
from hub.audit.criteria import FILE, WrongTable, by_axe_tag, by_number, criteria, read, table

REPOSITORY = Path(__file__).parents[2]
STANDARDS = os.environ.get("STANDARDS")
STEP = 25  # words
TEXT = FILE.read_text(encoding="utf-8")
# Where programs begin to explain themselves to programs.
JARGON = re.compile(r"\b(?:aria|html|css|dom|attributes?|elements?|viewport|semantic|user agents?|simply|just)\b", re.I)


def hard(words):
    """Sentences that are too long, or that have words of programmers in them."""
    parts = re.split(r"(?<=[.?:]) (?=[A-Z])", words)
    return [each for each in parts if len(each.split()) > STEP or JARGON.search(each)]


def axe_tags(engine):
    """The tags that axe-core's rules name criteria by; read from its text, where each rule lists its tags."""
    lists = re.findall(r'tags:\[("[^\]]*")\]', engine.read_text(encoding="utf-8"))
    return {tag for each in lists for tag in re.findall(r'"(wcag\d{3,})"', each)}


def test_there_are_86_criteria_of_three_levels_and_three_versions():
    assert len(criteria()) == 86
    assert Counter(one.level for one in criteria()) == {"A": 31, "AA": 24, "AAA": 31}
    assert Counter(one.since for one in criteria()) == {"2.0": 60, "2.1": 17, "2.2": 9}


def test_numbers_rise_and_only_parsing_is_missing():
    numbers = [tuple(map(int, one.num.split("."))) for one in criteria()]
    last = {num[:2]: num[2] for num in numbers}
    assert numbers == sorted(numbers)
    assert {(*group, place) for group in last for place in range(1, last[group] + 1)} - {*numbers} == {(4, 1, 1)}


def test_names_and_ids_are_used_once():
    assert len({one.id for one in criteria()}) == len({one.name for one in criteria()}) == 86
    assert [one.id for one in criteria() if not re.fullmatch("[a-z]+(-[a-z]+)*", one.id)] == []


@pytest.mark.skipif(not STANDARDS, reason="STANDARDS is not set: the table is not held against another's list")
def test_numbers_names_and_levels_are_those_of_the_catalogue_of_openacr():
    [file] = Path(STANDARDS or "").glob("openacr-catalog-*.yaml")
    chapters = yaml.safe_load(file.read_text(encoding="utf-8"))["chapters"][:3]
    theirs = {(row["id"], row["handle"].title(), chapter["id"].rpartition("_")[2].upper())
              for chapter in chapters for row in chapter["criteria"]}
    assert theirs - {(one.num, one.name.title(), one.level) for one in criteria()} == {("4.1.1", "Parsing", "A")}


@pytest.mark.parametrize("one", criteria(), ids=lambda one: one.num)
def test_words_are_plain(one):
    assert 2 <= len(one.procedure) <= 6
    assert [step for step in one.procedure if len(step.split()) > STEP] == []
    assert [each for words in (one.people, *one.procedure) for each in hard(words)] == []
    assert 1 <= len(re.findall(r"[.?](?= |$)", one.people)) <= 3
    assert {each[-1] for each in (one.people, *one.procedure)} <= {*".?"}


@pytest.mark.parametrize("words", ["Look at it. Simply press Tab.", "Read the ARIA label.", "Press " + "Tab " * STEP])
def test_words_that_are_not_plain_are_seen(words):
    assert hard(words)


@pytest.mark.parametrize("part", ["tools", "readers"])
def test_every_tool_and_reader_is_used_and_named_once_each(part):
    used = [value for one in criteria() for value in getattr(one, part)]
    assert {*used} == {*getattr(table(), part)}
    assert [one.num for one in criteria() if len({*getattr(one, part)}) < len(getattr(one, part))] == []


def test_every_guideline_is_used_and_only_guidelines_are_passed_over():
    assert {one.guideline for one in criteria()} == {*table().guidelines} > {*table().skip}


@pytest.mark.browser  # not for Chromium: axe-core is there only where the browser is
def test_every_criterion_that_axe_names_is_in_the_table(engine):
    """axe keeps a rule for 4.1.1, which WCAG 2.2 took out."""
    tags = axe_tags(engine)
    assert len(tags) > 25
    assert {tag for tag in tags if not by_axe_tag(tag)} == {"wcag411"}


@pytest.mark.parametrize(("tag", "num"), [("wcag143", "1.4.3"), ("wcag1412", "1.4.12"), ("wcag258", "2.5.8")])
def test_a_tag_of_axe_names_a_criterion(tag, num):
    assert by_axe_tag(tag) is by_number(num)


@pytest.mark.parametrize("tag", ["wcag2aa", "wcag22aa", "wcag411", "best-practice", "TTv5", "wcag141x"])
def test_other_tags_name_none(tag):
    assert by_axe_tag(tag) is None


def test_a_number_that_is_none_is_told():
    with pytest.raises(WrongTable, match=r"no success criterion 4\.1\.1"):
        by_number("4.1.1")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param('level = "AA"\n', "", "criterion 1.2.4: level is missing", id="a key is missing"),
        pytest.param('num = "1.1.1"\n', "", "criterion 1: num is missing", id="the number is missing"),
        pytest.param('since = "2.1"\n', 'since = "2.1"\nrule = "x"\n', "criterion 1.3.4: there is no rule", id="a key"),
        pytest.param("[skip]", "[pass]", "the file: there is no pass", id="a table"),
        pytest.param('level = "AA"', 'level = "B"', "criterion 1.2.4: B is none of A, AA, AAA", id="a level"),
        pytest.param('since = "2.2"', 'since = "3.0"', "criterion 2.4.11: 3.0 is none", id="a version"),
        pytest.param('since = "2.2"', "since = 2.2", "criterion 2.4.11: 2.2 is none", id="a number, not a text"),
        pytest.param('num = "1.1.1"', 'num = "5.1.1"', "criterion 5.1.1: 5.1 is none", id="a guideline"),
        pytest.param('readers = ["deaf"]', 'readers = ["dead"]', "criterion 1.2.2: dead is none", id="a reader"),
        pytest.param('tools = ["grey"]', 'tools = ["gray"]', "criterion 1.4.1: gray is none", id="a tool"),
        pytest.param('readers = ["deaf"]', 'readers = "deaf"', "criterion 1.2.2: readers must be a list", id="no list"),
        pytest.param('tools = ["grey"]', "tools = []", "criterion 1.4.1: tools must be a list", id="nothing"),
        pytest.param('id = "help"', 'id = ["help"]', "criterion 3.3.5: id must be a text", id="a list"),
    ],
)
def test_a_fault_in_the_table_is_told(old, new, told):
    with pytest.raises(WrongTable, match=re.escape(told)):
        read(TEXT.replace(old, new, 1))


def test_the_test_list_in_docs_is_current():
    """Else type: PYTHONPATH=scripts .venv/bin/python -m hub.audit.checklist docs"""
    written = {path.name: path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs").glob("checklist-*.en.md")}
    assert written == checklist.pages(table())


def test_a_test_list_that_is_not_current_is_seen(tmp_path):
    checklist.main(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    changed = checklist.pages(read(TEXT.replace("Go from picture to picture", "Go from image to image")))
    assert written == checklist.pages(table())
    assert [name for name in changed if changed[name] != written[name]] == ["checklist-perceivable.en.md"]


def test_every_criterion_has_one_heading_in_the_test_list():
    words = "\n".join(checklist.pages(table()).values())
    headings = re.findall(r"^### (\S+) .+, level (A+) \{#(.+)\}$", words, re.MULTILINE)
    assert headings == [(one.num, one.level, one.id) for one in criteria()]


def test_the_way_in_leads_to_every_page_and_says_how_many_tests_there_are():
    words = (REPOSITORY / "docs/checklist.en.md").read_text(encoding="utf-8")
    assert re.findall(r"\((checklist-.+)\.md\)", words) == [f"checklist-{page}" for page in table().pages]
    assert f"{len(criteria())} tests" in words
