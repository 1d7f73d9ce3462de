"""The EARL document says of each rule and page what came out, and in EARL's own words."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from hub.audit.report.earl import CONTEXT, earl

STANDARDS = os.environ.get("STANDARDS")
OUTCOMES = {f"earl:{word}" for word in ("failed", "cantTell", "passed", "inapplicable", "untested")}


@pytest.fixture
def graph(made):
    return earl(made)["@graph"]


def assertions(graph):
    return [node for node in graph if node["@type"] == "Assertion"]


def on(graph, rule, page):
    return [node["result"] for node in assertions(graph)
            if node["test"].endswith(f":{rule}") and node["subject"].endswith(page)]


def test_one_assertion_for_each_rule_and_page(graph):
    pairs = Counter((node["test"], node["subject"]) for node in assertions(graph))
    assert max(pairs.values()) == 1
    assert {node["result"]["outcome"] for node in assertions(graph)} == OUTCOMES
    assert {node["mode"] for node in assertions(graph)} == {"earl:automatic"}


@pytest.mark.parametrize(("rule", "page", "outcome"), [
    pytest.param("axe/color-contrast", "index.html", "failed", id="failed"),
    pytest.param("axe/color-contrast", "c.html", "untested", id="a page that no browser saw"),
    pytest.param("image-name", "c.html", "inapplicable", id="no picture"),
    pytest.param("heading-with-content", "index.html", "cantTell", id="for people"),
    pytest.param("page-judged", "d.html", "failed", id="a page that could not be judged"),
])
def test_outcome(graph, rule, page, outcome):
    [result] = on(graph, rule, page)
    assert result["outcome"] == f"earl:{outcome}"


def test_rules_that_compare_pages_claim_nothing_of_pages_they_do_not_name(graph):
    assert on(graph, "title-unique", "c.html") == []


def test_a_fault_has_its_places(graph):
    [result] = on(graph, "axe/color-contrast", "index.html")
    assert (result["pointer"], result["info"]) == (["main > p"], "Words & grounds")


def test_a_test_is_part_of_its_criterion(graph):
    [test] = [node for node in graph if node["@id" if "@id" in node else "@type"].endswith("rule:axe/color-contrast")]
    assert (test["isPartOf"], test["title"]) == (["WCAG2:contrast-minimum"], "Contrast")


def test_all_that_is_referred_to_is_described(graph):
    described = {node["@id"] for node in graph if "@id" in node}
    for node in assertions(graph):
        assert {node["test"], node["subject"], node["assertedBy"]} <= described


@pytest.mark.skipif(not STANDARDS, reason="STANDARDS is not set: terms are not held against the context of W3C")
def test_terms_mean_what_they_mean_in_the_context_of_w3c():
    theirs = json.loads((Path(STANDARDS or "") / "earl-context.json").read_text(encoding="utf-8"))["@context"]
    own = {"date", "subject", "test"}
    assert {term: CONTEXT[term] for term in CONTEXT if term not in own} == {
        term: theirs.get(term) for term in CONTEXT if term not in own}
