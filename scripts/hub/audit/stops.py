"""A stop of the Tab key: which element took focus, where it lies, and what is over it, told by the page itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import sleep
from typing import Any

from selenium.webdriver import Chrome

from hub.audit import browser, focus
from hub.audit.where import SELECTOR

LIMIT = 1000
AT_ONCE, MOST = 20, 200
SETTLED = 0.3  # seconds in which a script may show what has just taken focus

# A constructed style sheet, because a Content-Security-Policy may forbid a style element.
_PREPARE = (
    SELECTOR
    + focus.KIND
    + """
const still = new CSSStyleSheet();
still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; '
  + 'caret-color: transparent !important; scroll-behavior: auto !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
window.stepfreeStill = still;
// The next Tab goes to the first stop also where the page has taken focus already. Only there: from a place in the
// page, Tab passes over every positive tabindex.
if (document.activeElement && document.activeElement !== document.body) {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}
scrollTo(0, 0);
// The last stop is ours. Where the window has lost focus to the browser's own buttons, Tab at the end begins the page
// anew, which looks like a trap (12 of 36 walks of pages with script; measured, 2026-11).
window.stepfreeEnd?.remove();
window.stepfreeEnd = document.createElement('span');
stepfreeEnd.tabIndex = 0;
for (const [name, value] of Object.entries({position: 'fixed', bottom: '0', width: '1px', height: '1px', opacity: '0',
  display: 'block', 'pointer-events': 'none'})) stepfreeEnd.style.setProperty(name, value, 'important');
document.documentElement.append(stepfreeEnd);
window.stepfreeSeen = new Set([stepfreeEnd]);
window.stepfreeStops = [];
window.stepfreeMet = [];
window.stepfreeHeard = ({key}) => { if (key === 'Tab') stepfreeMet.push(stepfreeLook()); };
window.open = address => { window.stepfreeOpened = `${address}`; return null; };
window.alert = window.confirm = window.prompt = words => { window.stepfreeOpened = `${words} `; return null; };
// The name of a window outlives its page: it tells where focus was when another page came.
addEventListener('focus', ({target}) => { if (target.localName) window.name = selector(target); }, true);
window.stepfreeLook = () => {
  const at = document.activeElement;
  if (!at || [document.body, document.documentElement, stepfreeEnd].includes(at)) return null;
  const boxes = [...at.getClientRects()].filter(box => box.width && box.height);
  const box = at.getBoundingClientRect();
  const thirds = [1 / 6, 1 / 2, 5 / 6];
  const points = boxes.flatMap(b => thirds.flatMap(x => thirds.map(y => [b.left + x * b.width, b.top + y * b.height])));
  const labels = [...(at.labels ?? [])];
  const own = hit => hit && (at.contains(hit) || hit.contains(at) || labels.some(label => label.contains(hit)));
  const again = stepfreeSeen.has(at);
  stepfreeSeen.add(at);
  window.stepfreeAt = at;
  const place = stepfreeStops.push([at, scrollX, scrollY]) - 1;
  const rows = each => !each || /flex|grid/.test(getComputedStyle(each).display) ? each : rows(each.parentElement);
  const container = rows(at.parentElement);
  const modals = [...document.querySelectorAll('dialog:modal, [role=dialog][aria-modal=true]')].filter(shown).length;
  const opened = window.stepfreeOpened ?? '';
  window.stepfreeOpened = '';
  return {
    again, place, tag: at.localName, selector: selector(at), visible: shown(at), kind: kind(at),
    snippet: at.outerHTML.slice(0, 200), scrolled: [Math.round(scrollX), Math.round(scrollY)],
    typed: at.matches('textarea, [contenteditable=""], [contenteditable=true], input:not([type=checkbox], '
      + '[type=radio], [type=button], [type=submit], [type=reset], [type=image], [type=range], [type=color], '
      + '[type=file])'),
    row: container ? selector(container) : '', rightToLeft: getComputedStyle(container ?? at).direction === 'rtl',
    state: {address: location.href.split('#')[0], title: document.title, opened, modals},
    parts: at.matches('iframe, frame, video, audio, input[type=date], input[type=time], input[type=month], '
      + 'input[type=week], input[type=datetime-local]'),
    order: [...document.querySelectorAll('*')].indexOf(at),
    name: (at.getAttribute('aria-label') || at.textContent || labels[0]?.textContent || at.value || '').trim(),
    inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    covered: !points.some(([x, y]) => own(document.elementFromPoint(x, y))),
    box: [box.left, box.top, box.right, box.bottom].map(Math.round),
  };
};
"""
)
_LEAVE = """
window.stepfreeEnd?.remove();
document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== window.stepfreeStill);
removeEventListener('keyup', window.stepfreeHeard, true);
document.activeElement?.blur();
scrollTo(0, 0);
"""
_LOOK = "return window.stepfreeLook ? stepfreeLook() : {left: window.name || 'body'}"
# How many keys there are to press, as far as HTML tells, and the one that leaves the page
_LISTEN = """
addEventListener('keyup', stepfreeHeard, true);
return 1 + document.querySelectorAll('a[href], area[href], button, input:not([type=hidden]), select, textarea, '
  + 'summary, [tabindex], [contenteditable]').length;
"""
_HEARD = "return stepfreeMet.splice(0)"
_BACK = """
const [element, across, down] = stepfreeStops[arguments[0]];
scrollTo(across, down);
element.focus({preventScroll: true});
window.stepfreeAt = element;
"""
# Nobody but the browser answers to the keys, and no frame keeps them to itself: no script from a file, and none in the
# page that speaks of keys or of focus.
_PLAIN = """
const answers = /key|focus|blur|tab|import|eval|Function/i;
return !document.querySelector('iframe, frame, object, embed, script[src]')
  && ![...document.scripts].some(each => answers.test(each.text))
  && ![...document.querySelectorAll('*')].some(each => [...each.attributes].some(one => /^on/.test(one.name)));
"""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One element that took focus. `focus` says where a mark is seen: "around" it, "elsewhere", or "" for nowhere.

    box: left, top, right, bottom on the page. typed: one types into it, so that a caret shows. row: the selector of the
    nearest box around it that lays out by flex or grid, or "".
    """

    order: int
    selector: str
    snippet: str
    tag: str
    name: str
    box: tuple[int, int, int, int]
    visible: bool
    inside: bool
    covered: bool
    typed: bool
    row: str
    right_to_left: bool
    focus: str


def prepare(driver: Chrome) -> None:
    """Make the open page ready for Tab, at its top, with nothing moving."""
    # When Tab leaves the page, the window has no focus for a moment, in which no mark of focus is drawn either
    driver.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
    driver.execute_script(_PREPARE)


def leave(driver: Chrome) -> None:
    """Let the page stand as before."""
    driver.execute_script(_LEAVE)


def met(driver: Chrome) -> Iterator[dict[str, Any]]:
    """What each Tab comes to, as the page tells it, until focus leaves the page.

    `again`: it was met before. `left` in place of all the rest means that another page is there. On a page
    without script and frames many keys are pressed at once, which costs half; `back` leads to a stop again.
    """
    if plain(driver) and (found := _many(driver)):
        yield from found
        return
    while here := _next(driver):
        yield {**here, "here": True}


def plain(driver: Chrome) -> bool:
    """Whether no script of the open page can answer to keys or to focus."""
    return bool(driver.execute_script(_PLAIN))


def back(driver: Chrome, here: dict[str, Any]) -> bool:
    """Put focus and scrolling as they were at a stop; False where they still are so."""
    if "here" in here:
        return False
    driver.execute_script(_BACK, here["place"])
    return True


def settled(driver: Chrome, here: dict[str, Any]) -> dict[str, Any]:
    """The stop, looked at again a moment later when it is not to be seen at once: a script may be about to show it."""
    if "here" not in here or (here["visible"] and here["inside"] and not here["covered"]):
        return here
    sleep(SETTLED)
    later: dict[str, Any] | None = driver.execute_script(_LOOK)
    return {**later, "here": True} if later and later.get("selector") == here["selector"] else here


def stop(here: dict[str, Any], mark: str) -> Stop:
    """A stop, from what the page told."""
    given = {name: here[name] for name in ("order", "selector", "snippet", "tag", "visible", "inside", "covered",
                                           "typed", "row")}
    (across, down), (left, top, right, bottom) = here["scrolled"], here["box"]
    return Stop(**given, right_to_left=here["rightToLeft"], name=" ".join(here["name"].split()), focus=mark,
                box=(left + across, top + down, right + across, bottom + down))


def _next(driver: Chrome) -> dict[str, Any] | None:
    browser.press(driver, "Tab")
    here: dict[str, Any] | None = driver.execute_script(_LOOK)
    if here and here.get("again"):
        # On a busy machine the key may not have arrived yet, and the stop before would be taken for a trap
        sleep(SETTLED)
        here = driver.execute_script(_LOOK)
    return here


def _many(driver: Chrome) -> list[dict[str, Any]]:
    """All stops of a page that has only the browser's own keys: it ends where focus is nowhere, or begins again.

    None where there are none, and where the browser runs no script at all, so that nothing listens: then `_PREPARE`
    has been done anew, and they must be looked for one by one.
    """
    found: list[dict[str, Any]] = []
    at_once = min(driver.execute_script(_LISTEN), MOST)
    while len(found) <= LIMIT:
        browser.tab(driver, at_once)
        at_once, heard = AT_ONCE, driver.execute_script(_HEARD)
        for here in heard:
            if here is None or (here["again"] and not here["parts"]):
                return found
            found.append(here)
        if not heard:
            break
    if not found:
        driver.execute_script(_PREPARE)
    return found
