"""Sideways scrolling, small targets and cut text ring; wide things in their own scroll box do not."""

import pytest

from hub.audit import browser, geometry

pytestmark = pytest.mark.browser
WIDE = '<div id="wide" style="width:400px">Words</div>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(WIDE, ["#wide"], id="wide box"),
        pytest.param('<p id="long">' + "w" * 80 + "</p>", ["#long"], id="long word"),
        pytest.param(f'<div style="overflow-x:auto">{WIDE}</div>', [], id="wide box in its own scroll box"),
        pytest.param('<p style="overflow-wrap:anywhere">' + "w" * 80 + "</p>", [], id="long word that may break"),
        pytest.param("", [], id="empty page"),
    ],
)
def test_overflow_at_320(driver, show, body, found):
    browser.viewport(driver, 320, 256)
    show(body)
    assert geometry.overflow(driver) == found


def test_overflow_is_a_matter_of_width(driver, show):
    show(WIDE)
    assert geometry.overflow(driver) == []
    browser.viewport(driver, 320, 256)
    assert geometry.overflow(driver) == ["#wide"]


@pytest.mark.parametrize(
    ("direction", "found"), [pytest.param("ltr", [], id="ltr"), pytest.param("rtl", ["#far"], id="rtl")]
)
def test_what_hangs_out_on_the_left_scrolls_only_right_to_left_pages(driver, show, direction, found):
    """The skip link hidden by left: -99rem, which made an Arabic page 1,944 px wide."""
    show('<a id="far" href="#main" style="position:absolute;left:-99rem">Skip</a>')
    driver.execute_script("document.documentElement.dir = arguments[0]", direction)
    assert geometry.overflow(driver) == found


@pytest.mark.parametrize(
    ("body", "small"),
    [
        pytest.param('<ul><li><a id="x" href="#a">One</a></li></ul>', True, id="link alone"),
        pytest.param('<p>Words with <a id="x" href="#a">a link</a> in them.</p>', False, id="link in running text"),
        pytest.param('<p><a id="x" href="#a">a</a> | <a href="#b" class="big">b</a></p>', True, id="links in a row"),
        pytest.param('<p><a id="x" class="big" href="#a">One</a></p>', False, id="large link"),
        pytest.param('<p>Words <button id="x">Find</button></p>', True, id="button in text"),
        pytest.param('<label class="big">Yes <input id="x" type="checkbox"></label>', False, id="box with its label"),
        pytest.param('<label>Yes <input id="x" type="checkbox"></label>', True, id="box with a small label"),
        pytest.param('<p><a id="x" href="#a" hidden>One</a></p>', False, id="hidden link"),
        pytest.param('<a id="x" href="#a" style="position:absolute;left:-99rem">Skip</a>', False, id="off the page"),
        pytest.param("<p>Words</p>", False, id="nothing to touch"),
    ],
)
def test_small_targets(driver, show, body, small):
    show(body, style=".big{display:inline-block;min-width:48px;min-height:48px}")
    assert [place for place, _, _ in geometry.too_small(driver)[1]] == (["#x"] if small else [])


@pytest.mark.parametrize(
    ("style", "found"),
    [
        pytest.param("height:1em;overflow:hidden", ["#x"], id="cut below"),
        pytest.param("width:4em;white-space:nowrap;overflow:clip", ["#x"], id="cut at the side"),
        pytest.param("height:1em;overflow:auto", [], id="scrolls"),
        pytest.param("position:absolute;width:1px;height:1px;overflow:hidden", [], id="hidden on purpose"),
        pytest.param("", [], id="free"),
    ],
)
def test_clipped(driver, show, style, found):
    browser.viewport(driver, 640, 512)
    show(f'<p id="x" style="{style}">{"Words " * 60}</p>')
    assert geometry.clipped(driver) == found
