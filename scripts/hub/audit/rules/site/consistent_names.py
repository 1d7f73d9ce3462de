"""The same target has the same name in what every page repeats (3.2.4)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from urllib.parse import urldefrag, urljoin

from hub.audit.names import name
from hub.audit.page import Element, Page, selector, snippet, unheard
from hub.audit.rule import Across, Fault, Rule
from hub.audit.rules.site.consistent_navigation import WHERE


def _find(pages: Sequence[Page]) -> Across:
    called: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    uses: list[tuple[Page, Element, tuple[str, str], str]] = []
    for page in pages:
        for link in page.tree.xpath(WHERE):
            target = urldefrag(urljoin(page.address, link.get("href")))[0]
            # A link to the page itself, and one of a language, are called differently for good reasons
            if unheard(link) or not name(link) or target == page.address or link.get("hreflang"):
                continue
            key = page.language, target
            called[key][name(link)] += 1
            uses.append((page, link, key, name(link)))
    faults = [(page.path, _fault(link, said, called[key].most_common(1)[0][0])) for page, link, key, said in uses
              if called[key][said] * 4 < called[key].total()]
    return Across(targets=len(uses), faults=tuple(faults))


def _fault(link: Element, said: str, usual: str) -> Fault:
    return Fault(selector=selector(link), snippet=snippet(link),
                 says=f"The link is called “{said}” here and “{usual}” on other pages")


RULE = Rule(
    id="consistent-names", says="What every page repeats has the same name on each", criteria=("3.2.4",), gates=False,
    readers=("screen-reader", "reading"), mend="Use one name for one thing", find=_find,
)
