"""The states in which a page is looked at, each set under the open page: no second navigation for any of them."""

from dataclasses import dataclass
from weakref import WeakSet

from selenium.webdriver import Chrome

from hub.audit import browser

# Text spacing of WCAG 1.4.12, by a constructed style sheet: a Content-Security-Policy may forbid a style element.
_SPACED = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
  + ' p { margin-bottom: 2em !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
window.stepfreeSpaced = sheet;
"""
_TIGHT = "document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== window.stepfreeSpaced)"

_spaced: WeakSet[Chrome] = WeakSet()


@dataclass(frozen=True, kw_only=True)
class State:
    """width, height: CSS pixels. axe: which of its rules run here: "all", "contrast" or "none"."""

    name: str
    width: int = 1280
    height: int = 900
    scheme: str = "light"
    axe: str = "none"
    forced_colors: bool = False
    reduced_motion: bool = False
    media: str = ""
    spaced: bool = False


STATES = {
    state.name: state
    for state in (
        # Those of one size together: laying a page out anew costs most of a change
        State(name="wide", axe="all"),
        State(name="dark", scheme="dark", axe="contrast"),
        State(name="spaced", spaced=True),
        State(name="forced", forced_colors=True),
        State(name="still", reduced_motion=True),
        State(name="print", media="print"),
        State(name="phone", width=320, axe="all"),
        State(name="phone-dark", width=320, scheme="dark", axe="contrast"),
        State(name="spaced-phone", width=320, spaced=True),
        # 1280 x 1024 at 200 %
        State(name="zoomed", width=640, height=512),
        State(name="sideways", width=900, height=320),
        # Last, because what a page does when it takes focus is not undone
        State(name="keys", width=360, height=740),
    )
}


def enter(driver: Chrome, state: State) -> None:
    """Put the open page into a state, out of whatever state it was in."""
    browser.scheme(driver, state.scheme, forced_colors=state.forced_colors, reduced_motion=state.reduced_motion,
                   media=state.media)
    browser.viewport(driver, state.width, state.height)
    if driver in _spaced:
        driver.execute_script(_TIGHT)
        _spaced.discard(driver)
    if state.spaced:
        driver.execute_script(_SPACED)
        _spaced.add(driver)
