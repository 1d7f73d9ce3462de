"""Words over a picture or a gradient stand out from it, each letter (ACT 09o5cg, where axe cannot tell)."""

from selenium.webdriver import Chrome

from hub.audit import grounds
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    return grounds.seen(driver, 7.0, 4.5)


RULE = Rule(
    id="contrast-in-picture-enhanced",
    says="Words over a picture stand out from all of it, for weak eyes too",
    criteria=("1.4.6",), act=("09o5cg",),
    gates=True, readers=("low-vision", "colours"), states=("wide", "dark"),
    mend="Put a plain ground behind the words", find=_find,
)
