"""Repeated blocks can be passed over: a link at the top leads past them, or main and headings mark the way (2.4.1)."""

from hub.audit.page import Element, Page, selector, snippet, unheard
from hub.audit.rule import Fault, Rule, Seen

STOPS = ("a", "button", "input", "select", "textarea", "summary", "iframe")


def _find(page: Page) -> Seen:
    stops = [each for each in page.tree.iter(*STOPS) if not unheard(each) and (each.tag != "a" or each.get("href"))]
    main = next(iter(page.tree.xpath("//main | //*[@role='main']")), None)
    before = [each for each in stops if main is not None and each not in set(main.iter())]
    if len(before) < 3:
        return Seen(targets=0)
    first = stops[0]
    target = (first.get("href") or "")[1:] if (first.get("href") or "").startswith("#") else ""
    if first.tag == "a" and target and (found := _by_id(page, target)) is not None and _within(found, main):
        return Seen(targets=1)
    says = "The first stop of the Tab key is not a link to the main part, so every menu must be gone through"
    return Seen(targets=1, faults=(Fault(selector=selector(first), snippet=snippet(first), says=says),))


def _by_id(page: Page, identifier: str) -> Element | None:
    return next(iter(page.tree.xpath("//*[@id=$name]", name=identifier)), None)


def _within(element: Element, main: Element) -> bool:
    return element is main or main in element.iterancestors() or element in main.iterancestors()


RULE = Rule(
    id="skip-link", says="The first stop is a link past what every page repeats", criteria=("2.4.1",), act=("cf77f2",),
    gates=False, readers=("keyboard", "screen-reader"),
    mend="Begin the page with a link to the id of its main element", find=_find,
)
