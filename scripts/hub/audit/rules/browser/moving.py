"""What moves longer than five seconds can be paused (2.2.2). For people: whether there is a way to pause it."""

from selenium.webdriver import Chrome

from hub.audit import motion, places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen


def _find(driver: Chrome, page: Page) -> Seen:
    found = motion.running(driver)
    long = [one.selector for one in found if one.long and one.moves]
    said = "It moves for more than five seconds: look whether it can be paused, stopped or hidden"
    return Seen(targets=len(found), faults=places.faults(driver, list(dict.fromkeys(long)), said))


RULE = Rule(
    id="moving", says="What moves for more than five seconds can be paused", criteria=("2.2.2",), gates=False,
    readers=("reading", "dizzy", "low-vision"), states=("wide",),
    mend="Let it end by itself within five seconds, or give it a button that pauses it", find=_find,
)
