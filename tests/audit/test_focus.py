"""A mark of focus is pictured once for each kind of stop, and no kind excuses another."""

import pytest

from hub.audit import focus, keyboard, pictures
from hub.audit.once import once
from hub.audit.rules import every

pytestmark = pytest.mark.browser
LIST = "<ul>" + "".join(f'<li><a href="#{name}">{name}</a></li>' for name in ("one", "two", "three")) + "</ul>"
RING = "a:focus{outline:3px solid #00f}"


@pytest.fixture
def walked(driver, show, monkeypatch):
    """(marks of the stops, how many pictures were taken) of a page."""
    taken = []
    take = pictures.take
    monkeypatch.setattr(pictures, "take", lambda *given: taken.append(given) or take(*given))

    def _walked(body, **parts):
        taken.clear()
        show(body, **parts)
        return [stop.focus for stop in keyboard.walk(driver).stops], len(taken)

    return _walked


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch):
    monkeypatch.setattr(focus, "_known", set())


def test_a_list_of_links_is_pictured_once(walked):
    assert walked(LIST, style=RING) == (["around"] * 3, 2)


def test_the_same_list_on_another_page_is_not_pictured(walked):
    walked(LIST, style=RING)
    assert walked(f"<p>Other words</p>{LIST}", style=RING) == (["around"] * 3, 0)


@pytest.mark.parametrize(
    ("body", "style"),
    [
        pytest.param(LIST, "a:focus{outline:0}", id="another style sheet"),
        pytest.param(LIST, f"{RING}li:nth-child(2) a:focus{{outline-color:#fff}}", id="one of the list"),
        pytest.param(LIST.replace("<ul>", '<ul style="background:#00f">'), RING, id="the colour behind it"),
    ],
)
def test_what_looks_otherwise_is_not_excused(walked, body, style):
    walked(LIST, style=RING)
    assert walked(body, style=style)[1] > 0


@pytest.mark.parametrize(
    "around",
    [
        pytest.param('<ul class="x">', id="a class"),
        pytest.param('<ul data-x="1">', id="data"),
        pytest.param('<ul id="x">', id="an id"),
        pytest.param('<ul style="--ring:0">', id="a style of its own"),
    ],
)
def test_one_style_sheet_that_takes_the_mark_from_some_of_its_links(walked, around):
    style = "a:focus{outline:var(--ring,3px solid #00f)}:is(.x,[data-x='1'],#x) a:focus{outline:0}"
    assert walked(LIST, style=style)[0] == ["around"] * 3
    assert walked(LIST.replace("<ul>", around), style=style)[0] == ["", "", ""]


def test_a_style_sheet_without_mark_is_told_after_one_with(walked):
    walked(LIST, style=RING)
    assert walked(LIST, style="a:focus{outline:0}")[0] == ["", "", ""]


def test_the_second_rule_gets_the_walk_of_the_first(driver, show):
    show(LIST)
    first = once(driver, keyboard.walk)
    assert once(driver, keyboard.walk) is first


def test_another_page_gets_a_walk_of_its_own(driver, show):
    show(LIST)
    first = once(driver, keyboard.walk)
    show("<p>Words</p>")
    assert (len(first.stops), len(once(driver, keyboard.walk).stops)) == (3, 0)


def test_a_walk_that_was_thrown_out_says_where_and_is_not_whole(driver, show):
    show('<p><a href="#a">One</a></p><p><button id="b" onfocus="location=\'?elsewhere\'">Two</button></p>')
    walk = once(driver, keyboard.walk)
    assert (walk.left, walk.whole, walk.changes[-1]) == ("#b", False, ("#b", "another page is opened"))
    assert once(driver, keyboard.walk) is walk


def test_what_nobody_looked_at_is_untested_and_never_passed(driver, show):
    """Where Tab is held, it is not known what it would have reached."""
    show('<p><button id="a">One</button> <a href="#b">Two</a></p>'
         "<script>a.onkeydown=event=>event.preventDefault()</script>")
    rules = every()
    seen = {name: rules[name].find(driver, None) for name in ("keyboard-reach", "focus-visible", "keyboard-trap")}
    outcomes = {name: rules[name].outcome(found) for name, found in seen.items()}
    assert outcomes == {"keyboard-reach": "untested", "focus-visible": "untested", "keyboard-trap": "cantTell"}
