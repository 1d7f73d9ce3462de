"""A whole audit: one page of each structure, two witnesses of one fault, a browser that dies, pages of an address."""

import signal
import subprocess
from dataclasses import replace

import pytest

from hub.audit import command, run, server, targets
from hub.audit.finding import Witness, united
from hub.audit.page import Page
from hub.audit.structure import structure
from tests.catalogue.copies import REPOSITORY, environment
from tests.catalogue.copies import command as catalogue

PAGE = '<!doctype html><html lang="{}"><head><title>{}</title></head><body><main><h1>{}</h1>{}</main></body></html>'


def page(body, *, lang="en", name="a", path="a.html"):
    return Page(path, path, PAGE.format(lang, name, name, body))


@pytest.mark.parametrize(("other", "alike"), [
    pytest.param(page("<ul><li>One</li><li>Two</li><li>Three</li></ul>", name="b"), True, id="a longer list"),
    pytest.param(page("<ul><li>One</li><li></li></ul>"), False, id="an entry without words"),
    pytest.param(page("<ul><li>Ein</li></ul>", lang="de"), False, id="another language"),
    pytest.param(page('<ul><li class="x">One</li></ul>'), False, id="another class"),
    pytest.param(page('<ul><li><img src="a" alt=""></li><li>One</li></ul>'), False, id="a picture"),
])
def test_pages_that_are_built_alike(other, alike):
    assert (structure(page("<ul><li>One</li></ul>")) == structure(other)) is alike


def test_the_first_of_each_structure_is_judged_in_full():
    pages = [page("<p>A</p>", path="a.html"), page("<p>B</p>", path="b.html"), page("<h2>C</h2>", path="c.html")]
    planned = run.plan(pages)
    assert [one.path for one in planned.whole] == ["a.html", "c.html"]
    assert planned.like == {"b.html": "a.html"}
    assert run.plan(pages, every=True).whole == tuple(pages)


def test_two_engines_at_one_place_are_two_witnesses(made):
    one = next(finding for finding in made.findings if finding.rule == "axe/color-contrast")
    ours = replace(one, rule="contrast-in-picture", outcome="cantTell", states=("wide",),
                   witnesses=(Witness("stepfree", "1", "contrast-in-picture"),))
    [both] = united([ours, one])
    assert (both.outcome, both.rule, {*both.states}) == ("failed", one.rule, {"wide", "dark"})
    assert {witness.engine for witness in both.witnesses} == {"axe-core", "stepfree"}


@pytest.mark.parametrize("other", [
    pytest.param({"selector": "main > h1"}, id="another place"),
    pytest.param({"page": "z.html"}, id="another page"),
    pytest.param({"rule": "axe/link-in-text-block"}, id="another rule of the same engine"),
])
def test_other_faults_stay_apart(made, other):
    one = next(finding for finding in made.findings if finding.rule == "axe/color-contrast")
    assert len(united([one, replace(one, **other)])) == 2


@pytest.fixture
def site(tmp_path):
    """Three pages that link to each other, and one that nothing links to; two have the same title."""
    names = {"index.html": "<a href='b.html'>B</a><a href='https://outside.example/'>O</a>",
             "b.html": "<h2>B</h2><p>W</p>",
             "alone.html": "<p>Alone</p>"}
    for path, body in names.items():
        title = "Same" if path != "alone.html" else "Alone"
        (tmp_path / path).write_text(PAGE.format("en", title, path, body), encoding="utf-8")
    return tmp_path


def test_pages_of_an_address_are_found_by_links_and_by_the_map(site):
    with server.serve(site) as base:
        assert [one.address.removeprefix(base) for one in targets.read(base, base)] == ["b.html", ""]
        (site / "sitemap.xml").write_text("<loc>https://real.example/alone.html</loc>", encoding="utf-8")
        assert {one.address.removeprefix(base) for one in targets.read(base, base)} == {"", "b.html", "alone.html"}


@pytest.mark.parametrize("target", [pytest.param("{}/nothing", id="no folder"), pytest.param("{}", id="no page")])
def test_nothing_to_judge_is_told(tmp_path, target):
    with pytest.raises(targets.NothingThere), targets.opened(target.format(tmp_path)) as base:
        targets.read(target.format(tmp_path), base)


@pytest.mark.browser
def test_rules_that_compare_pages_have_an_outcome_on_each(site):
    made = run.audit(str(site), command.engine(), "2026-11-22", workers=1)
    outcomes = {one.page: one.outcomes["title-unique"] for one in made.pages}
    assert outcomes == {"alone.html": "passed", "b.html": "passed", "index.html": "failed"}
    assert {one.rule for one in made.failures if one.page == "index.html"} >= {"title-unique"}


@pytest.mark.browser
def test_a_browser_that_dies_is_a_finding_and_the_audit_goes_on(site, monkeypatch):
    """The driver of the first page is killed under it; the second page gets a new one."""
    monkeypatch.setattr(run, "_here", {"base": "http://127.0.0.1/", "engine": command.engine(), "grid": ""})
    driver = run._driver()
    driver.service.process.send_signal(signal.SIGKILL)
    driver.service.process.wait(timeout=20)
    subprocess.run(["pkill", "-f", driver.capabilities["chrome"]["userDataDir"]], check=False)
    with server.serve(site) as base:
        first, second = targets.read(str(site), base)[:2]
        died, lived = run._page(first), run._page(second)
    run._drop()
    assert [one.rule for one in died.findings if one.gates] == ["page-judged"]
    assert lived.outcomes["axe/html-has-lang"] == "passed"


@pytest.mark.browser
def test_an_audit_that_is_stopped_says_so_and_leaves_no_browser(site, tmp_path):
    """A browser has its profile in the folder for what is temporary, and takes it away when it is let go."""
    for number in range(12):
        (site / f"{number}.html").write_text(PAGE.format("en", number, number, "<p>x</p>" * number), encoding="utf-8")
    (tmp_path / "temporary").mkdir()
    started = subprocess.Popen(catalogue("audit", str(site), "--every"), stderr=subprocess.PIPE, text=True,
                               env=environment(REPOSITORY, TMPDIR=str(tmp_path / "temporary")))
    said = started.stderr.readline()
    started.terminate()
    _, rest = started.communicate(timeout=120)
    assert (started.returncode, rest.splitlines()[-1][:8]) == (130, "Stopped."), said + rest
    assert [*(tmp_path / "temporary").glob("stepfree-profile-*")] == []
