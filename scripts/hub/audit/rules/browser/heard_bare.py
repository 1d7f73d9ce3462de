"""A link, button or picture is said with a name. For people: axe fails what is surely nameless, and this may err."""

import re

from selenium.webdriver import Chrome

from hub.audit import places, virtual
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen

# "link", but not "link, Home"; states may follow the role, such as "button, expanded"
BARE = re.compile(r"(?:link|button|image|img|graphics-document|searchbox|textbox|combobox|checkbox|radio|slider)"
                  r"(?:, (?:not )?(?:expanded|checked|pressed|disabled|selected|current item|clickable|required))*")
NAMED = re.compile(r"(?:link|button|image|img|graphics-document|searchbox|textbox|combobox|checkbox|radio|slider)\b.*")


def _find(driver: Chrome, page: Page) -> Seen:
    heard = once(driver, virtual.listen)
    found = [each for each in heard.phrases if NAMED.fullmatch(each.words)]
    bare = list(dict.fromkeys(each.selector for each in found if BARE.fullmatch(each.words)))
    said = "A screen reader says what kind of thing it is, and no name"
    return Seen(targets=len(found), faults=places.faults(driver, bare, said), ran=heard.whole)


RULE = Rule(
    id="heard-bare", says="Each link, button, field and picture is said with a name", criteria=("4.1.2",), gates=False,
    readers=("screen-reader", "voice"), states=("wide",),
    mend="Give it words of its own, a label, or a text alternative", find=_find,
)
