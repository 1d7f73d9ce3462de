"""Each finding says what to do and whom it hinders, also where the engine says neither."""

import re

import pytest

from hub.audit import axe, mending, witnesses
from hub.audit.criteria import criteria, table
from hub.audit.page import Page


def pinned_rules(engine):
    """The ids of axe-core's rules, read from its text: each has a description and a help."""
    entry = r"""([a-z][a-z-]*)"?:\{description:(?:"[^"]*"|'[^']*'),help:"""
    return set(re.findall(entry, engine.read_text(encoding="utf-8")))


@pytest.mark.browser
def test_each_sentence_is_for_a_rule_that_there_is(engine):
    assert len(pinned_rules(engine)) > 90
    assert mending.sentences().keys() - pinned_rules(engine) == set()


def test_sentences_are_short_and_say_what_to_do():
    assert len(mending.sentences()) >= 60
    for rule, sentence in mending.sentences().items():
        assert len(sentence.split()) <= 30, rule
        assert not sentence.endswith("."), rule
        assert sentence[0].isupper(), rule


def test_a_rule_without_a_sentence_keeps_its_own_help():
    assert mending.mend("never-heard-of", "Things must be so") == "Things must be so"


@pytest.mark.parametrize(("numbers", "readers"), [
    pytest.param(["1.2.2"], ("deaf",), id="one"),
    pytest.param(["1.2.2", "1.1.1"], ("screen-reader", "deaf", "deafblind", "voice"), id="two, in the table's order"),
    pytest.param(["4.1.1"], (), id="a criterion that is gone"),
    pytest.param([], (), id="none"),
])
def test_readers(numbers, readers):
    assert mending.readers(numbers) == readers


def test_every_criterion_hinders_somebody_we_have_words_for():
    assert all(set(mending.readers([one.num])) <= table().readers.keys() and one.readers for one in criteria())


@pytest.mark.browser
def test_what_axe_finds_says_whom_it_hinders_and_what_to_do(driver, show, engine, version):
    show('<img src="data:,">')
    axe.inject(driver, engine, version)
    found = witnesses.from_axe(driver, Page("a.html", "", "<h1>A"), "wide", axe.judge(driver))
    [one] = [each for each in found if each.rule == "axe/image-alt"]
    assert (one.mend, one.readers) == (mending.sentences()["image-alt"], mending.readers(["1.1.1"]))
