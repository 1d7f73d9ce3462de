"""Without script, too, one sees where focus is: a skip link or a mark that script reveals stays hidden."""

from selenium.webdriver import Chrome

from hub.audit import bare
from hub.audit.keyboard import Stop
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    found = once(driver, bare.beside, page.text)
    if found is None or found.walk is None:
        return Seen(targets=0)
    unseen = [stop for stop in found.walk.stops if not stop.focus and not (stop.typed and stop.visible)]
    return Seen(targets=len(found.walk.stops), ran=found.walk.whole, faults=tuple(
        Fault(selector=stop.selector, snippet=stop.snippet, says=_says(stop)) for stop in unseen))


def _says(stop: Stop) -> str:
    if stop.visible and stop.inside:
        return "Without script it does not look any different when it has focus"
    return "Without script it takes focus and cannot be seen"


RULE = Rule(
    id="no-script-focus", says="Without script one sees which element has keyboard focus", criteria=(), gates=True,
    readers=("keyboard", "low-vision"), states=("wide",),
    mend="Show it with :focus in the style sheet, which needs no script", find=_find,
)
