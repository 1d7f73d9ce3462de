"""Texts as HTML: what a browser reads out of it is exactly what went in, whatever signs the words hold."""

from random import Random

import html5lib
import pytest

from hub.pages.text import Link, Run, Text

SIGNS = ["<b>", "</p>", "&amp;", "&lt", "\"", "'", "<!--", "]]>", "{{ x }}", "ə", "ع", " ", "a=b", "\u00a0"]
RANDOM = Random(7)


def words() -> str:
    """Signs that mean something in HTML, in any order, between letters so that no space is at an end."""
    return f"x{''.join(RANDOM.choices(SIGNS, k=RANDOM.randint(0, 6)))}x"


def run() -> Run:
    kind = RANDOM.randint(0, 3)
    lang, direction = RANDOM.choice([("", ""), ("", ""), ("ar", "rtl"), ("az", "ltr")])
    return Run(words(), href=words() if kind == 1 else "", ltr=kind == 2, lang=lang if kind != 2 else "",
               dir=direction if kind != 2 else "")


def text() -> Text:
    lang, direction = RANDOM.choice([("", ""), ("ar", "rtl")])
    return Text(tuple(tuple(run() for _ in range(RANDOM.randint(1, 4))) for _ in range(RANDOM.randint(0, 3))), lang,
                direction)


TEXTS = [text() for _ in range(200)]


def parsed(html: str) -> list:
    """The elements of a fragment, as a browser makes them."""
    return list(html5lib.parseFragment(html, namespaceHTMLElements=False).iter())[1:]


def shown(run: Run, linked: bool = True) -> tuple:
    """The element that a run must be: name, address, language, direction, words; None for words alone."""
    if run.href and linked:
        return "a", run.href, run.lang or None, run.dir or ("ltr" if run.ltr else None), run.text
    if run.ltr and linked:
        return "bdi", None, None, "ltr", run.text
    return ("span", None, run.lang, run.dir, run.text) if run.lang else None


def found(elements: list) -> list[tuple]:
    return [(one.tag, one.get("href"), one.get("lang"), one.get("dir"), one.text) for one in elements]


@pytest.mark.parametrize("one", TEXTS)
def test_a_line_is_what_its_runs_say(one):
    elements = parsed(str(one.line))
    around, inner = elements[:bool(one.lang)], elements[bool(one.lang):]
    assert found(around) == [("span", None, "ar", "rtl", around[0].text)] if one.lang else not around
    assert found(inner) == [made for each in one.runs if (made := shown(each))]
    whole = html5lib.parseFragment(str(one.line), namespaceHTMLElements=False)
    assert "".join(whole.itertext()) == "".join(each.text for each in one.runs)


@pytest.mark.parametrize("one", TEXTS)
def test_each_paragraph_is_a_block(one):
    whole = html5lib.parseFragment(str(one.blocks), namespaceHTMLElements=False)
    expected = ["".join(run.text for run in part) for part in one.paragraphs]
    assert ["".join(each.itertext()) for each in whole] == expected
    assert {(tag, *rest) for tag, _, *rest, _ in found(whole)} <= {("p", one.lang or None, one.dir or None)}


@pytest.mark.parametrize("title", TEXTS)
def test_a_link_holds_no_other_link(title):
    href = words()
    link, *inner = parsed(str(Link(href=href, title=title).html))
    assert (link.tag, link.get("href"), link.get("lang")) == ("a", href, title.lang or None)
    assert found(inner) == [made for each in title.runs if (made := shown(each, linked=False))]
    assert "".join(link.itertext()) == "".join(run.text for run in title.runs)


def test_a_link_without_an_address_is_its_words():
    title = Text(((Run("<x>"),),), "ar", "rtl")
    assert str(Link(href="", title=title).html) == '<span lang="ar" dir="rtl">&lt;x&gt;</span>'


def test_html_is_written_once_and_equality_does_not_see_it():
    one, other = Text(((Run("a"),),)), Text(((Run("a"),),))
    assert one.line is one.line
    assert one == other
    assert repr(one) == repr(other)
