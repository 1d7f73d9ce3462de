"""Focus goes the way one reads (2.4.3): in the order of the document, and not against what is laid out."""

from selenium.webdriver import Chrome

from hub.audit import keyboard
from hub.audit.keyboard import Stop
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen

SLACK = 1  # pixel


def _find(driver: Chrome, page: Page) -> Seen:
    walk = once(driver, keyboard.walk)
    faults = []
    for one, two in walk.steps():
        if two.order < one.order:
            says = "Focus comes to it from an element that stands after it on the page"
        elif one.row and one.row == two.row and _against(one, two):
            says = "Focus comes to it from an element that is shown after it"
        else:
            continue
        faults.append(Fault(selector=two.selector, snippet=two.snippet, says=says))
    return Seen(targets=max(0, len(walk.stops) - 1), ran=walk.whole, faults=tuple(faults))


def _against(one: Stop, two: Stop) -> bool:
    """Whether the second, in the same row or column, is shown before the first: above it, or nearer to the start."""
    if not (one.visible and two.visible):
        return False
    above = two.box[3] <= one.box[1] + SLACK
    before = two.box[0] >= one.box[2] - SLACK if two.right_to_left else two.box[2] <= one.box[0] + SLACK
    return (_side_by_side(one, two, 0) and above) or (_side_by_side(one, two, 1) and before)


def _side_by_side(one: Stop, two: Stop, start: int) -> bool:
    """Whether they share more than half of the narrower one's place: 0 across, 1 down. Rows may touch each other."""
    (from_one, to_one), (from_two, to_two) = one.box[start::2], two.box[start::2]
    return min(to_one, to_two) - max(from_one, from_two) > min(to_one - from_one, to_two - from_two) / 2


RULE = Rule(
    id="focus-order", says="Focus goes in the order in which one reads", criteria=("2.4.3",), gates=False,
    readers=("keyboard", "screen-reader", "low-vision"), states=("keys",),
    mend="Take out tabindex above 0, and put the elements into the file in the order in which they are shown",
    find=_find,
)
