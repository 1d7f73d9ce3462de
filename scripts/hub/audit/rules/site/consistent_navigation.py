"""What every page repeats stands in the same order on each (3.2.3)."""

from collections import Counter
from collections.abc import Sequence

from hub.audit.names import name
from hub.audit.page import Element, Page, selector, snippet, unheard
from hub.audit.rule import Across, Fault, Rule

# A numbered list in a menu is the way back, which is of each page's own.
_OWN = "[not(ancestor::ol[ancestor::nav])]"
WHERE = " | ".join(f"//{part}//a[@href]{_OWN}" for part in (
    "header", "footer", "*[@role='banner']", "*[@role='contentinfo']"))


def _find(pages: Sequence[Page]) -> Across:
    links = {page.path: _links(page) for page in pages}
    faults, compared = [], 0
    for language in {page.language for page in pages}:
        group = [page for page in pages if page.language == language]
        often = Counter(one for page in group for one in dict.fromkeys(links[page.path]))
        usual = {one for one, count in often.items() if count > len(group) / 2}
        if len(group) < 2 or len(usual) < 2:
            continue
        orders = Counter(tuple(one for one in dict.fromkeys(links[page.path]) if one in usual) for page in group)
        rank = {one: place for place, one in enumerate(max(orders, key=lambda order: (len(order), orders[order])))}
        compared += len(group)
        for page in group:
            mine = [rank[one] for one in dict.fromkeys(links[page.path]) if one in rank]
            if mine != sorted(mine):
                faults.append((page.path, _fault(page)))
    return Across(targets=compared, faults=tuple(faults))


def _links(page: Page) -> list[str]:
    """The links of header and footer, in their order: where each stands, and what it is called."""
    return [f"{_part(each)} {name(each)}"
            for each in page.tree.xpath(WHERE) if not unheard(each) and name(each)]


def _part(link: Element) -> str:
    return next((str(each.tag) for each in link.iterancestors("header", "footer")), "")


def _fault(page: Page) -> Fault:
    first = next(each for each in page.tree.xpath(WHERE))
    around = next(first.iterancestors("header", "footer"), first)
    return Fault(selector=selector(around), snippet=snippet(around),
                 says="Links that all pages have stand in another order here")


RULE = Rule(
    id="consistent-navigation", says="Repeated links stand in the same order on each page", criteria=("3.2.3",),
    gates=True, readers=("screen-reader", "reading", "low-vision"), mend="Take header and footer from one template",
    find=_find,
)
