"""The built pages of the eligibility check: plain links, no script, and in every language who decides."""

from pathlib import Path

import pytest
import yaml

from tests.site.parsed import text

ROOT = Path(__file__).parents[2]
LIGHT = 24_000  # bytes as they stand; a question is read on a phone, one page after another


@pytest.fixture(scope="module")
def checks(site):
    found = [page for page in site.pages if page.kind.startswith("check")]
    assert {page.kind for page in found} == {"check", "check-question", "check-outcome"}
    return found


def strings(language):
    file = ROOT / "data" / "strings" / f"{language}.yml"
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def test_every_page_says_that_the_office_decides(checks):
    said = {page.lang: strings(page.lang)["no_decision"] for page in checks}
    assert [page.path for page in checks if said[page.lang] not in text(page.main)] == []


def test_answers_are_links_in_a_list(checks):
    """Nothing to send, nothing to run: it works in a browser without script, and from a copy on a disk."""
    for page in checks:
        assert not {"form", "input", "button", "script"} & {each.tag for each in page.main.iter()}, page.path
        if page.kind == "check-question":
            answers = next(each for each in page.main.iter("ul"))
            assert len([*answers.iter("a")]) == len([*answers.iter("li")]) >= 2, page.path


def test_every_link_of_a_check_resolves(site, checks):
    links = [(page, link.get("href")) for page in checks for link in page.tree.iter("a")]
    assert len(links) > 1_000
    assert [f"{page.path}: {href}" for page, href in links if site.fault(page, href)] == []


def test_a_question_is_light(checks):
    sizes = {page.path: len(page.source.encode()) for page in checks if page.kind == "check-question"}
    assert [path for path, size in sizes.items() if size > LIGHT] == [], max(sizes.values())


def test_start_again_and_the_guide_are_one_link_away(checks):
    for page in checks:
        links = {page.resolve(link.get("href")) for link in page.main.iter("a")}
        guide = page.address.partition("/check/")[0] + "/"
        assert guide in links, page.path
        assert page.kind == "check" or f"{guide}check/" in links, page.path
