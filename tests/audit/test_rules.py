"""Every rule of ours rings on its failed examples, at the right place, and is silent on the others.

tests/audit/rules/<id>/ holds the examples: failed*, review* (for people to look at), passed* and inapplicable* pages,
or folders of pages where a rule compares pages. A page at fault has a comment that says where:
<!-- at: #main > table -->
"""

import re
from functools import cache
from pathlib import Path

import pytest

from hub.audit import browser, rules, server
from hub.audit.finding import CANT_TELL, FAILED, INAPPLICABLE, PASSED
from hub.audit.page import Page
from hub.audit.states import STATES, enter

EXAMPLES = Path(__file__).parent / "rules"
AT = re.compile(r"<!-- at: (.+?) -->")
# Browser rules that apply to every page there is.
ALWAYS_APPLY = {"reflow", "cut-off", "text-resize", "text-spacing", "forced-colors", "print-readable", "orientation",
                "heard-to-the-end", "heard-twice"}
# Rules that apply only to what is a fault.
NEVER_PASS = {"autoplay", "time-limit", "shortcuts", "hover-content"}


def examples(among):
    return [pytest.param(rule, example, id=f"{rule.id} {example.stem}") for rule in among
            for example in sorted((EXAMPLES / rule.id).iterdir())]


def read(file, base=""):
    return Page(file.name, f"{base}{file.name}", file.read_text(encoding="utf-8"))


@cache
def expected(example):
    """(outcome of the name, selectors that must be named)."""
    text = example.read_text(encoding="utf-8") if example.is_file() else ""
    return example.stem.partition("-")[0], set(AT.findall(text))


def verdict(rule, seen, example):
    word, places = expected(example)
    wanted = {"failed": FAILED if rule.gates else CANT_TELL, "passed": PASSED, "inapplicable": INAPPLICABLE,
              "review": CANT_TELL}[word]
    return rule.outcome(seen) == wanted and places <= {fault.selector for fault in seen.faults}


@pytest.mark.parametrize(("rule", "example"), examples(rules.SOURCE))
def test_source_rule(rule, example):
    seen = rule.find(read(example))
    assert verdict(rule, seen, example), seen


@pytest.mark.browser
@pytest.mark.parametrize(("rule", "example"), examples(rules.BROWSER))
def test_browser_rule(rule, example, driver):
    with server.serve(example.parent) as base:
        page = read(example, base)
        browser.visit(driver, page.address, page.h1)
        assert any(verdict(rule, _looked(driver, rule, page, state), example) for state in rule.states)


def _looked(driver, rule, page, state):
    enter(driver, STATES[state])
    return rule.find(driver, page)


@pytest.mark.parametrize(("rule", "example"), examples(rules.SITE))
def test_site_rule(rule, example):
    pages = [read(file) for file in sorted(example.rglob("*.html"))]
    across = rule.find(pages)
    word, places = example.stem.partition("-")[0], {(page.path, at) for page in pages for at in AT.findall(page.text)}
    assert bool(across.targets) == (word != "inapplicable")
    assert {(path, fault.selector) for path, fault in across.faults} >= places
    assert bool(across.faults) == (word in ("failed", "review")), across.faults


def test_each_rule_has_examples_of_all_three():
    for rule in rules.every().values():
        words = {example.stem.partition("-")[0] for example in (EXAMPLES / rule.id).iterdir()}
        assert words & {"failed", "review"}, rule.id
        assert ("failed" in words) == rule.gates, rule.id
        assert words >= ({"passed"} if rule.id in ALWAYS_APPLY else {"inapplicable"}), rule.id
        assert "passed" in words or rule.id in NEVER_PASS, rule.id


def test_each_folder_of_examples_has_a_rule():
    assert {folder.name for folder in EXAMPLES.iterdir()} == rules.every().keys()


def test_each_rule_says_what_it_is():
    for rule in rules.every().values():
        assert all((rule.says, rule.mend, rule.readers)), rule.id
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.id)


def test_each_rule_has_a_file_of_its_name():
    files = {file.stem for file in (Path(rules.__file__).parent).rglob("*.py") if file.stem != "__init__"}
    assert files == {rule.replace("-", "_") for rule in rules.every()}
