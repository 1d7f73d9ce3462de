"""SARIF 2.1.0: what a forge needs to show a finding beside the file."""

import json

import pytest

from hub.audit.report.sarif import sarif


@pytest.fixture
def run(made):
    document = json.loads(json.dumps(sarif(made)))
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    return document["runs"][0]


def result(run, rule):
    return next(one for one in run["results"] if one["ruleId"] == rule)


def uri(one):
    return one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_every_finding_is_there_with_its_rule(run, made):
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(made.findings)
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    assert len(set(rules)) == len(rules)


def test_every_rule_has_words(run):
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"], rule
        assert rule["help"]["text"], rule


@pytest.mark.parametrize(("rule", "level"), [
    pytest.param("axe/color-contrast", "error", id="failed"),
    pytest.param("axe/heading-order", "warning", id="good practice"),
    pytest.param("heading-with-content", "note", id="for people"),
])
def test_level(run, rule, level):
    assert result(run, rule)["level"] == level


def test_the_place_is_the_source_or_else_the_page(run):
    assert uri(result(run, "axe/color-contrast")) == "data/a.yml"
    assert uri(result(run, "page-judged")) == "d.html"


def test_fingerprints_tell_findings_apart(run):
    assert len({one["partialFingerprints"]["place/v1"] for one in run["results"]}) == len(run["results"])
