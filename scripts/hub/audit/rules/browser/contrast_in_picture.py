"""Words over a picture or a gradient stand out from it, each letter (ACT afw4f7, where axe cannot tell)."""

from selenium.webdriver import Chrome

from hub.audit import grounds
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    return grounds.seen(driver, 4.5, 3.0)


RULE = Rule(
    id="contrast-in-picture",
    says="Words over a picture stand out from all of it",
    criteria=("1.4.3",), act=("afw4f7",),
    gates=True, readers=("low-vision", "colours"), states=("wide", "dark"),
    mend="Put a plain ground behind the words", find=_find,
)
