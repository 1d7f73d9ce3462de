"""What a mouse can use, a keyboard can reach (2.1.1)."""

from selenium.webdriver import Chrome

from hub.audit import keyboard, reach
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    # Where the walk did not come to the end, nobody knows what Tab reaches
    return once(driver, reach.look) if walk.whole else Seen(targets=0, ran=False)


RULE = Rule(
    id="keyboard-reach", says="Tab comes to everything that can be pressed", criteria=("2.1.1",), gates=True,
    readers=("keyboard", "screen-reader", "voice"), states=("keys",),
    mend="Use a button or a link in its place; they take focus and answer to Enter without more", find=_find,
)
