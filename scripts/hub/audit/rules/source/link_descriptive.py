"""A link says where it goes (ACT aizyf1, 5effbb)."""

from hub.audit.names import name
from hub.audit.page import Element, Page, selector, snippet, unheard, words
from hub.audit.phrases import LINKS, among
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    links = [each for each in page.tree.iter("a") if each.get("href") is not None and not unheard(each)]
    faults = [_fault(each) for each in links if among(LINKS, _language(page, each), name(each))]
    return Seen(targets=len(links), faults=tuple(faults))


def _fault(link: Element) -> Fault:
    # The sentence around it may tell (2.4.4); a list of links does not (2.4.9)
    around = next((each for each in link.iterancestors("p", "li", "td", "th", "dd")), None)
    alone = around is None or words(around) == words(link)
    return Fault(selector=selector(link), snippet=snippet(link), sure=alone,
                 says=f"“{name(link)}” does not say where the link goes")


def _language(page: Page, element: Element) -> str:
    return next((each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), page.language)


RULE = Rule(
    id="link-descriptive", says="A link says where it goes", criteria=("2.4.4",), act=("aizyf1", "5effbb"), gates=True,
    readers=("screen-reader", "reading", "voice"),
    mend="Write the name of the page it leads to, or what happens", find=_find,
)
