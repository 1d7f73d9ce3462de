"""The first heading that is heard is the title of the page. For people: a heading before it may belong there."""

from selenium.webdriver import Chrome

from hub.audit import places, virtual
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    heard = once(driver, virtual.listen)
    headings = [each for each in heard.phrases if each.words.startswith("heading, ")]
    before = [each.selector for each in headings[:1] if ", level 1" not in each.words]
    said = "It is the first heading that is heard, and it is not of level 1"
    return Seen(targets=len(headings), faults=places.faults(driver, before, said), ran=heard.whole)


RULE = Rule(
    id="heard-title-first", says="The first heading that is heard is the one of the page", criteria=(), gates=False,
    readers=("screen-reader",), states=("wide",),
    mend="Make the title of the page its first heading, of level 1; what stands before it may be a plain text",
    find=_find,
)
