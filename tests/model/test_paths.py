"""The compiler of eligibility rules: the same results as trying every answer, no dead page, not too many."""

import random
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest

from hub.load.catalogue import load
from hub.model.eligibility import Eligibility, Question, Rule
from hub.model.paths import MOST, Tree, tree

SEEDS = range(300)


def invented(seed: int, questions: int = 4, options: int = 3, rules: int = 6) -> Eligibility:
    """Random rules; every second set ends with a rule that always holds."""
    chance = random.Random(seed)
    asked = {f"q{number}": Question(options=tuple("abcd"[:chance.randint(2, options)])) for number in range(questions)}
    made = {}
    for number in range(rules):
        named = chance.sample(sorted(asked), chance.randint(1, min(3, questions)))
        when = {name: tuple(sorted(chance.sample(asked[name].options, chance.randint(1, len(asked[name].options)))))
                for name in named}
        made[f"r{number}"] = Rule(when=when, outcome="yes")
    if seed % 2:
        made["last"] = Rule(when="always", outcome="ask")
    return Eligibility(source=("x",), confidence="high", questions=asked, rules=made)


def everybody(rules: Eligibility) -> Iterator[dict[str, str]]:
    """Every way to answer all questions."""
    names = list(rules.questions)
    for answers in product(*(rules.questions[name].options for name in names)):
        yield dict(zip(names, answers, strict=True))


def first_that_fits(rules: Eligibility, answers: Mapping[str, str]) -> str:
    """The rule by the words of the handbook, without any compiler; "" where none fits."""
    return next((name for name, rule in rules.rules.items()
                 if all(answers[asked] in options for asked, options in rule.conditions.items())), "")


def walked(ways: Tree, answers: Mapping[str, str]) -> tuple[str, int]:
    """Where the pages lead somebody, and after how many answers."""
    page, count = ways.start, 0
    while page in ways.steps:
        step = ways.steps[page]
        page, count = step.answers[answers[step.question]], count + 1
    return page, count


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_lead_everybody_to_the_first_rule_that_fits(seed):
    rules = invented(seed)
    ways, ends = tree(rules), set()
    longest = 0
    for answers in everybody(rules):
        end, count = walked(ways, answers)
        assert end == first_that_fits(rules, answers)
        ends.add(end)
        longest = max(longest, count)
    assert ways.reached == ends - {""}
    assert bool(ways.dead_ends) == ("" in ends)
    assert ways.longest == longest


@pytest.mark.parametrize("seed", SEEDS[:60])
def test_the_answers_of_a_dead_end_fit_no_rule(seed):
    rules = invented(seed)
    for said in tree(rules).dead_ends:
        assert {first_that_fits(rules, answers) for answers in everybody(rules)
                if dict(said).items() <= answers.items()} == {""}


@pytest.mark.parametrize("seed", SEEDS[:60])
def test_every_page_of_a_question_can_be_reached(seed):
    ways = tree(invented(seed))
    found, waiting = set(), [ways.start]
    for page in waiting:
        if page in ways.steps and page not in found:
            found.add(page)
            waiting += ways.steps[page].answers.values()
    assert found == ways.steps.keys()


def test_the_seeds_hold_both_kinds():
    """Sets with a dead end and without, with a rule that nobody reaches and without, with a question in two states."""
    made = [(rules, tree(rules)) for rules in map(invented, SEEDS)]
    assert {bool(ways.dead_ends) for _, ways in made} == {True, False}
    assert {ways.reached == rules.rules.keys() for rules, ways in made} == {True, False}
    assert any(step.nth > 1 for _, ways in made for step in ways.steps.values())


def test_pages_stay_few():
    """States are shared: 8 questions with 4 options have up to 65,536 lists of answers. The worst of these sets has 200
    pages; the reference measured 280 on other sets of this size, and half of them have at most 10."""
    ways = [tree(invented(seed, 8, 4, 12)) for seed in range(200)]
    assert not [one for one in ways if one.too_many]
    assert max(len(one.steps) for one in ways) <= MOST


def test_rules_that_remember_everything_are_given_up_early():
    """30 questions of which any answer fits, and then a rule for each: a thousand million states."""
    names = [f"q{number}" for number in range(30)]
    rules = {"all": Rule(when={**dict.fromkeys(names, ("a", "b")), "last": ("a",)}, outcome="yes")}
    rules |= {f"r{name}": Rule(when={name: ("a",), "last": ("b",)}, outcome="no") for name in names}
    asked = {name: Question(options=("a", "b")) for name in [*names, "last"]}
    ways = tree(Eligibility(source=("x",), confidence="high", questions=asked, rules=rules))
    assert (ways.too_many, ways.steps) == (True, {})


def test_rules_that_need_no_answer_have_no_question():
    rules = Eligibility(source=("x",), confidence="high", questions={"q": Question(options=("a", "b"))},
                        rules={"all": Rule(when="always", outcome="yes")})
    assert (tree(rules).start, tree(rules).steps, tree(rules).longest) == ("all", {}, 0)


def test_the_example_of_the_allowance():
    """96 lists of answers, 5 pages of questions, 9 results, 5 answers at most."""
    catalogue = load(Path(__file__).parents[2]).catalogue
    ways = tree(catalogue.eligibility["az-disability-allowance"])
    assert ([*ways.steps], len(ways.reached), ways.longest) == (["status", "lives", "age", "worked", "band"], 9, 5)
    assert ways.steps["status"].answers == {"yes": "lives", "waiting": "wait", "no": "assess-first"}
