"""The HTML report says everything, escapes what others wrote, and passes our own audit."""

from dataclasses import replace

import pytest

from hub.audit import command, run
from hub.audit.criteria import criteria
from hub.audit.finding import UNTESTED
from hub.audit.page import Page, words
from hub.audit.report.faults import RESULTS, results
from hub.audit.report.web import Picture, html

RUSSIAN = "Подробнее об этой услуге и о том, как получить удостоверение"
PLACE = ("a b/index.html", "main > p")
PICTURE = {PLACE: Picture(file="pictures/1.png", width=300, height=20, words="Hi & <bye>")}


def report(audit, pictures=None):
    return Page("index.html", "", html(audit, pictures))


def under(page, name):
    """The words of a part, from its h2 to the next."""
    [heading] = page.tree.xpath(f"//h2[@id='{name}']")
    following = list(heading.itersiblings())
    last = next((place for place, each in enumerate(following) if each.tag == "h2"), len(following))
    return " ".join(words(each) for each in following[:last])


@pytest.mark.parametrize(("part", "said"), [
    pytest.param("failures", "Words & grounds", id="what is wrong"),
    pytest.param("failures", "people with low vision", id="whom it hinders"),
    pytest.param("failures", "Make it <darker>.", id="how to mend it"),
    pytest.param("failures", "a b/index.html: main > p (dark), made from data/a.yml", id="where"),
    pytest.param("failures", "axe-core 4.14.1 color-contrast", id="who saw it"),
    pytest.param("advice", "good practice", id="advice"),
    pytest.param("people", "Nothing stands under the heading “Empty”", id="for people"),
    pytest.param("untested", "not run on 1 pages", id="not tested"),
    pytest.param("criteria", "1.4.3 Contrast (Minimum)AAFails", id="a criterion"),
    pytest.param("tests", "1.4.3 Contrast (Minimum), level AA", id="how people test it"),
])
def test_the_report_says(made, part, said):
    assert said in under(report(made), part)


def test_a_rule_that_did_not_come_to_its_end_on_a_page_leaves_its_criterion_untested(made):
    first = replace(made.pages[0], outcomes={**made.pages[0].outcomes, "keyboard-reach": UNTESTED})
    assert "2.1.1 KeyboardANot tested by a machine" in under(report(replace(made, pages=(first,))), "criteria")


def test_each_criterion_leads_to_its_test(made):
    page = report(made)
    links = page.tree.xpath("//tbody//a/@href")
    assert len(links) == len(criteria())
    assert {link[1:] for link in links} <= set(page.tree.xpath("//h3/@id"))


def test_no_result_says_that_a_criterion_is_met(made):
    found = results(made)
    assert (found["1.4.3"], found["1.1.1"], found["1.2.6"], found["2.4.2"]) == (
        "failed", "failed", "untested", "passed")
    assert not any(word in said.lower() for said in RESULTS.values() for word in ("pass", "support", "conform", "met"))


def test_what_is_excused_still_fails_its_criterion(made):
    [one] = [one for one in made.findings if one.rule == "axe/color-contrast"]
    excused = replace(made, pages=(replace(made.pages[0], findings=()),), excused=(one,))
    assert results(excused)["1.4.3"] == "failed"
    assert "Words & grounds" in under(report(excused), "excused")


def test_a_picture_has_an_alternative_and_a_size(made):
    picture = next(report(made, PICTURE).tree.iter("img"))
    assert (picture.get("width"), picture.get("height")) == ("300", "20")
    assert picture.get("alt") == "The element at fault on a b/index.html, 300 by 20 pixels. Its words follow."
    assert words(picture.getnext()) == "It says: Hi & <bye>"


def test_no_script_and_nothing_from_elsewhere(made):
    page = report(made)
    assert page.tree.xpath("//script") == []
    assert [each for each in page.tree.xpath("//@src | //link/@href") if "//" in each] == []


@pytest.mark.browser
@pytest.mark.parametrize("times", [pytest.param(1, id="few places"), pytest.param(9, id="many places")])
def test_our_own_audit_finds_no_failure_in_it(made, tmp_path, times):
    other = replace(made.findings[-1], says=f"“{RUSSIAN}” is not clear", snippet=f"<p>{RUSSIAN}</p>")
    full = replace(made, pages=tuple(replace(page, findings=(*page.findings, other) * times) for page in made.pages))
    (tmp_path / "index.html").write_text(html(full), encoding="utf-8")
    judged = run.audit(str(tmp_path), command.engine(), "2026-11-22", workers=1)
    assert judged.pages[0].whole
    assert judged.pages[0].outcomes["axe/color-contrast"] == "passed"
    assert [f"{one.rule} {one.selector}: {one.says}" for one in (*judged.failures, *judged.advice)] == []
