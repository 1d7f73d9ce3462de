"""A few pages for what is slow: one of each kind, or of each structure."""

import pytest

from hub.audit import kinds, targets
from hub.audit.page import Page


def page(path, *, lang="en", kind="", words=1):
    body = f'<body data-kind="{kind}">' if kind else "<body>"
    return Page(path, path, f'<html lang="{lang}">{body}<h1>{"x" * words}</h1>')


def test_a_page_that_was_chosen_stays_and_a_new_one_is_the_middle_one():
    three = [page(f"{size}.html", kind="guide", words=size) for size in (9, 1, 5)]
    assert kinds.one_of_each(three)["guide.en"].path == "5.html"
    assert kinds.one_of_each(three, {"guide.en": "9.html"})["guide.en"].path == "9.html"
    assert kinds.one_of_each(three, {"guide.en": "gone.html"})["guide.en"].path == "5.html"


def test_every_kind_in_the_language_of_the_first_page_and_a_few_in_the_others():
    pages = [page("index.html", kind="home"), page("x.html", kind="sources"),
             page("az/x.html", lang="az", kind="guide"), page("az/y.html", lang="az", kind="sources")]
    assert [*kinds.one_of_each(pages)] == ["guide.az", "home.en", "sources.en"]


def test_of_a_stranger_the_first_of_each_structure():
    strange = [page("index.html"), page("a b/c/index.html"), page("az/d.html", lang="az")]
    assert {name: one.path for name, one in kinds.one_of_each(strange).items()} == {
        "index": "index.html", "az.d": "az/d.html"}


@pytest.fixture
def site(tmp_path):
    (tmp_path / "a").mkdir()
    for path in ("index.html", "a/index.html"):
        (tmp_path / path).write_text(f'<html lang="en"><title>{path}</title><h1>{path}</h1>', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("on_the_web", [False, True])
def test_pages_are_found_by_their_path_or_their_address(site, on_the_web):
    with targets.opened(str(site)) as base:
        found = targets.some(base if on_the_web else str(site), base, ["a/", "index.html"])
        assert [(one.path, one.h1) for one in found] == [("a/index.html", "a/index.html"), ("index.html", "index.html")]
        assert found[0].address == f"{base}a/"


def test_a_page_that_is_not_there_is_told(site):
    with targets.opened(str(site)) as base, pytest.raises(targets.NothingThere, match=r"has no page b/index\.html"):
        targets.some(str(site), base, ["a/", "b/"])
