"""The built hub in Chromium: axe on a page of each structure in every state, and a closer look at one of each kind.

A pass is not conformance: what axe could not decide is printed, for people.
"""

import os
from collections import Counter
from statistics import median_high

import pytest

from hub.audit import crawl, judge, look, network, pages, rules, run, targets
from tests.site.parsed import NOT_FOUND

pytestmark = pytest.mark.browser
STATES = [("light", 320), ("light", 1280), ("dark", 320), ("dark", 1280)]
SHOWN = 40


def gathered(faults):
    """One line for each fault, with how many pages have it and the first of them: a template repeats itself."""
    places = {}
    for page, fault in faults:
        places.setdefault(fault, []).append(page)
    lines = [f"{fault}\n    {len(on)} times, first on {on[0]}" for fault, on in places.items()]
    return "\n".join(["", *lines[:SHOWN], *([f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else [])])


@pytest.fixture(scope="module")
def chosen(site):
    """The first page of each structure and language; HUB_EVERY_PAGE=1 takes every page."""
    planned = run.plan(targets.read(str(site.folder), ""), every=os.environ.get("HUB_EVERY_PAGE") == "1")
    return sorted(page.path for page in planned.whole)


@pytest.fixture(scope="module")
def reports(site, engine, chosen):
    """These pages, judged in every state by two browsers."""
    return crawl.judge(site.folder, engine, chosen)


@pytest.fixture(scope="module")
def findings(reports):
    """(page in its state, finding) for all that is not in order."""
    return [
        (f"{report.page} ({state.scheme}, {state.width} px)", finding)
        for report in reports
        for state in report.states
        for finding in state.verdict.findings
    ]


@pytest.fixture(scope="module")
def sample(site):
    """One page of each kind in each direction: that of middle size, so the rule picks the same page each time."""
    kinds = {}
    for page in site.whole:
        kinds.setdefault((page.kind, page.tree.get("dir")), []).append((len(page.source), page.path))
    return {kind: median_high(found)[1] for kind, found in sorted(kinds.items())}


@pytest.fixture(scope="module")
def looks(site, sample):
    return crawl.each_page(site.folder, list(sample.values()), look.closely)


def failed(findings, *tags, without=()):
    return [
        (page, f"{finding.rule}: {finding.help}: {', '.join(finding.selectors[:3])}")
        for page, finding in findings
        if finding.outcome == "failed" and {*tags} & {*finding.tags} and not {*without} & {*finding.tags}
    ]


def test_every_structure_is_audited_in_every_state(site, reports, chosen):
    """None fails to open, none is left out, and each shows the heading that its file has."""
    assert [(report.page, report.error) for report in reports if report.error] == []
    assert pages.html_pages(site.folder) == [page.path for page in site.pages]
    assert [report.page for report in reports] == chosen
    assert {(page.kind, page.tree.get("lang")) for page in site.pages if page.path in chosen} == {
        (page.kind, page.tree.get("lang")) for page in site.pages}
    states = {tuple((state.scheme, state.width) for state in report.states) for report in reports}
    assert states == {tuple(STATES)}


def test_the_pinned_engine_ran_with_all_rules(reports, engine):
    verdicts = [state.verdict for report in reports for state in report.states]
    assert {verdict.engine for verdict in verdicts} == {engine.version}
    assert min(len(verdict.rules) for verdict in verdicts) >= 100
    assert all({"color-contrast", "color-contrast-enhanced", "target-size"} <= verdict.rules for verdict in verdicts)


def test_no_page_fails_a_rule_that_needs_only_its_file(site):
    """These are quick, so they look at every page; and pages are held against each other."""
    every = targets.read(str(site.folder), "")
    found = [one for page in every for one in judge.by_file(page).findings]
    assert [(one.page, one.rule, one.selector, one.says) for one in found if one.gates] == []
    across = [(rule.id, *fault) for rule in rules.SITE if rule.gates for fault in rule.find(every).faults]
    assert across == []


def test_no_failure_of_level_a_and_aa(findings):
    faults = failed(findings, "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
    assert not faults, gathered(faults)


def test_no_failure_of_level_aaa(findings):
    faults = failed(findings, "wcag2aaa")
    assert not faults, gathered(faults)


def test_no_failure_of_best_practice(findings):
    faults = failed(findings, "best-practice")
    assert not faults, gathered(faults)


def test_no_failure_of_any_other_name(findings):
    """The three tests above miss nothing."""
    known = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"}
    assert [(page, each.rule) for page, each in findings if each.outcome == "failed" and not known & {*each.tags}] == []


def test_what_axe_cannot_decide_is_told(findings, capsys):
    """Not a failure: a list for people, with the contrast of our own pages in full."""
    undecided = [(page, finding) for page, finding in findings if finding.outcome == "cantTell"]
    assert all(finding.selectors for _, finding in undecided)
    contrast = [(page, ", ".join(each.selectors[:3])) for page, each in undecided if each.rule.startswith("color")]
    with capsys.disabled():
        print(f"\naxe cannot decide: {dict(Counter(finding.rule for _, finding in undecided))}{gathered(contrast)}")


def test_no_page_scrolls_sideways(reports):
    faults = [
        (report.page, f"at {state.width} px: {', '.join(state.overflow[:3])}")
        for report in reports
        for state in report.states
        if state.overflow
    ]
    assert not faults, gathered(faults)


def test_nothing_is_asked_of_another_host(reports):
    faults = [(report.page, address) for report in reports for address in network.outside(report.requests)]
    assert not faults, gathered(faults)
    assert all(report.requests for report in reports)


def test_pages_are_whole_without_script(reports):
    faults = [(report.page, fault) for report in reports for fault in report.lost_without_script]
    assert not faults, gathered(faults)


def test_sample_holds_every_kind_in_every_direction(site, sample):
    assert {kind for kind, _ in sample} == {page.kind for page in site.whole}
    assert {direction for _, direction in sample} == {page.tree.get("dir") for page in site.whole} >= {"ltr"}
    assert NOT_FOUND not in sample.values()


def test_sample_was_looked_at(looks, sample):
    assert [(each.page, each.error) for each in looks if each.error] == []
    assert sorted(each.page for each in looks) == sorted(sample.values())
    assert all(each.walk.stops for each in looks)


def test_skip_link_works(looks):
    faults = [(each.page, each.skip_link) for each in looks if each.skip_link]
    assert not faults, gathered(faults)


def test_every_stop_is_seen(looks):
    """In view, not covered, and the mark of focus is on the element itself."""
    stops = [(each.page, stop) for each in looks for stop in each.walk.stops]
    faults = [
        (page, f"{stop.selector}: visible {stop.visible}, inside {stop.inside}, covered {stop.covered}, {stop.focus!r}")
        for page, stop in stops
        if not stop.seen or stop.focus != "around"
    ]
    assert not faults, gathered(faults)


def test_no_keyboard_trap(looks):
    faults = [(each.page, each.walk.trap) for each in looks if each.walk.trap]
    assert not faults, gathered(faults)


def test_stops_follow_reading_order(looks):
    faults = [(each.page, step) for each in looks for step in each.walk.backward()]
    assert not faults, gathered(faults)


def test_tab_reaches_every_control(looks):
    faults = [(each.page, place) for each in looks for place in each.walk.unreached]
    assert not faults, gathered(faults)


def test_targets_are_large(looks):
    """44 px on a phone, for controls and for links outside running text."""
    faults = [(each.page, place) for each in looks for place in each.small_targets]
    assert not faults, gathered(faults)


def test_no_words_are_cut_off_at_200_percent(looks):
    faults = [(each.page, place) for each in looks for place in each.clipped]
    assert not faults, gathered(faults)


def test_words_stay_readable_in_forced_colours(looks):
    faults = [(each.page, place) for each in looks for place in each.lost_in_forced_colours]
    assert not faults, gathered(faults)


def test_paper_holds_the_article_and_no_menus(looks):
    faults = [(each.page, "main is not printed") for each in looks if not each.printed_main]
    faults += [(each.page, f"{each.printed_navigation} menus printed") for each in looks if each.printed_navigation]
    faults += [(each.page, f"unreadable: {place}") for each in looks for place in each.lost_on_paper]
    assert not faults, gathered(faults)
