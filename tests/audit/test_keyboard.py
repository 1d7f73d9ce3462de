"""The Tab key: invisible focus, traps, wrong order and missing ways past the header ring; good pages do not."""

import pytest

from hub.audit import browser, keyboard

pytestmark = pytest.mark.browser
THREE = '<p><a href="#a">One</a></p><p><a href="#b">Two</a></p><p><button>Three</button></p>'
SKIP = '<a class="skip" href="#main">Skip to the main part</a><header><a href="/">Home</a></header>'
HIDE = ".skip{position:absolute;inset-inline-start:-99rem}"
SHOW = HIDE + ".skip:focus{inset-inline-start:0}"
TRAP = "<script>two.onkeydown=e=>{if(e.key==='Tab'){e.preventDefault();%s}}</script>"
PAIR = '<p><button id="one">One</button> <button id="two">Two</button> <a href="#">Out</a></p>'


def unseen(walk):
    """Stops at which one cannot see where one is."""
    return [stop.selector for stop in walk.stops
            if not (stop.visible and stop.inside and not stop.covered and stop.focus)]


def backward(walk):
    """Steps against the order of the document."""
    return [(one.selector, two.selector) for one, two in walk.steps() if two.order < one.order]


def focus_of(walk):
    return [(stop.name, stop.focus) for stop in walk.stops]


def test_good_page_is_quiet(driver, show):
    show(THREE)
    walk = keyboard.walk(driver)
    assert focus_of(walk) == [("One", "around"), ("Two", "around"), ("Three", "around")]
    assert (walk.trap, unseen(walk), backward(walk)) == ("", [], [])


def test_page_without_stops_has_nothing_to_judge(driver, show):
    show("<p>Only words</p>")
    walk = keyboard.walk(driver)
    assert walk == keyboard.Walk(stops=(), trap="")


def test_walk_works_without_script(driver, show):
    browser.script(driver, on=False)
    show(THREE)
    assert len(keyboard.walk(driver).stops) == 3


def test_invisible_focus_rings(driver, show):
    show(THREE, style="p:nth-of-type(2) a{outline:0}")
    walk = keyboard.walk(driver)
    assert focus_of(walk) == [("One", "around"), ("Two", ""), ("Three", "around")]
    assert unseen(walk) == ["#main > p:nth-of-type(2) > a"]


def test_mark_elsewhere_is_told_apart(driver, show):
    style = "a{outline:0}div{margin:9rem}p:focus-within+div{color:red}"
    show('<p><a href="#a">One</a></p><div>mark</div>', style=style)
    assert focus_of(keyboard.walk(driver)) == [("One", "elsewhere")]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param(".x{position:absolute;left:-99rem}", id="off screen"),
        pytest.param(".x{opacity:0}", id="see-through"),
        pytest.param(".x{position:absolute;width:1px;height:1px;overflow:hidden}", id="one pixel"),
        pytest.param("#lid{position:fixed;inset:0;background:#fff}", id="covered"),
    ],
)
def test_stop_that_cannot_be_seen_rings(driver, show, style):
    show('<p><a class="x" href="#a">One</a></p><div id="lid"></div>', style=style)
    assert unseen(keyboard.walk(driver)) == ["#main > p > a"]


def test_link_over_two_lines_is_not_covered(driver, show):
    show('<p style="width:9em">Some words here <a href="#a">and a link that breaks over lines</a></p>')
    assert unseen(keyboard.walk(driver)) == []


@pytest.mark.parametrize(
    ("body", "trap"),
    [
        pytest.param(PAIR + TRAP % "", "#two", id="one stop that holds"),
        pytest.param(PAIR + TRAP % "one.focus()", "#one", id="two stops that pass to each other"),
        pytest.param(PAIR, "", id="no trap"),
        pytest.param("<p>Words</p>", "", id="nothing to be trapped in"),
        pytest.param('<p><label>Day <input type="date"></label> <a href="#">Out</a></p>', "", id="a field of parts"),
    ],
)
def test_trap(driver, show, body, trap):
    show(body)
    assert keyboard.walk(driver).trap == trap


def test_wrong_order_rings(driver, show):
    show('<p><a href="#a">One</a> <a href="#b" tabindex="2">Two</a> <a href="#c" tabindex="1">Three</a></p>')
    walk = keyboard.walk(driver)
    assert [stop.name for stop in walk.stops] == ["Three", "Two", "One"]
    assert len(backward(walk)) == 2


@pytest.mark.parametrize("on", [pytest.param(True, id="script"), pytest.param(False, id="no script")])
def test_skip_link_that_works_is_quiet(driver, show, on):
    browser.script(driver, on=on)
    show('<p><a href="#a">One</a></p>', before=SKIP, style=SHOW)
    assert keyboard.skip_link(driver) == ""


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        pytest.param({"before": '<header><a href="/">Home</a></header>'}, "not a link into this page", id="missing"),
        pytest.param({"before": SKIP, "style": HIDE + ".skip{opacity:0}"}, "cannot be seen", id="see-through"),
        pytest.param({"before": SKIP, "style": HIDE}, "cannot be seen", id="stays off screen"),
        pytest.param({"before": SKIP.replace("#main", "#nowhere")}, "is not in main", id="leads nowhere"),
        pytest.param({"before": SKIP.replace('"#main"', '"#main" onclick="return false"')}, "before main", id="dead"),
    ],
)
def test_skip_link_rings(driver, show, parts, says):
    show('<p><a href="#a">One</a></p>', **parts)
    assert says in keyboard.skip_link(driver)


def test_skip_link_of_a_page_without_main(driver, base, tmp_path):
    (tmp_path / "index.html").write_text("<title>x</title><h1>Words</h1><a href='#x'>x</a>", encoding="utf-8")
    browser.visit(driver, base, "Words")
    assert keyboard.skip_link(driver) == "there is no main"
