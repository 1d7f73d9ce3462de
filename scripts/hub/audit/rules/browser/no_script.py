"""The page gives the same words, links and headings without script, which a bad line or an old phone takes away."""

from collections import Counter

from selenium.webdriver import Chrome

from hub.audit import bare
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen

SHOWN = 12
MANY = 0.1  # of the words of a page


def _find(driver: Chrome, page: Page) -> Seen:
    found = once(driver, bare.beside, page.text)
    if found is None:
        return Seen(targets=0)
    whole, bared = found.with_script, found.without
    faults = [_fault(says, lost, sure=True) for says, lost in (
        ("Headings that only script shows", whole.headings - bared.headings),
        ("Links that only script shows", whole.links - bared.links)) if lost]
    if lost := whole.words - bared.words:
        faults.append(_fault("Words that only script shows", lost, sure=lost.total() > MANY * whole.words.total()))
    if gone := bared.words - whole.words - bared.instead:
        faults.append(_fault("Words that script takes away", gone, sure=False))
    return Seen(targets=1, faults=tuple(faults))


def _fault(says: str, lost: Counter[str], *, sure: bool) -> Fault:
    named = ", ".join(each for each in list(lost)[:SHOWN] if each) or "with no address"
    more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
    return Fault(selector="body", snippet="", says=f"{says}: {named}{more}", sure=sure)


RULE = Rule(
    id="no-script", says="Without script the page gives the same words, links and headings", criteria=(), gates=True,
    readers=("screen-reader", "reading"), states=("wide",),
    mend="Write them into the file; let script only improve what is there", find=_find,
)
