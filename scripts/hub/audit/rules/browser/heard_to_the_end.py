"""A screen reader comes to the end of the page. For people: the virtual one may be at fault, and not the page."""

from selenium.webdriver import Chrome

from hub.audit import places, virtual
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    heard = once(driver, virtual.listen)
    said = f"After {len(heard.phrases)} phrases the virtual screen reader had not come to the end: listen to the page"
    last = [heard.phrases[-1].selector if heard.phrases else "body"]
    return Seen(targets=len(heard.phrases), faults=() if heard.whole else places.faults(driver, last, said))


RULE = Rule(
    id="heard-to-the-end", says="A screen reader comes to the end of the page", criteria=(), gates=False,
    readers=("screen-reader",), states=("wide",),
    mend="Look whether an open dialogue keeps the reader inside; if not, the tool is at fault", find=_find,
)
