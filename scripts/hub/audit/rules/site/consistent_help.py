"""Where there is help, it stands in the same place on each page (3.2.6)."""

from collections import Counter
from collections.abc import Sequence

from hub.audit.page import Page, selector, snippet, unheard
from hub.audit.rule import Across, Fault, Rule

# Ways to reach a person, as addresses tell them.
WAYS = ("tel:", "mailto:", "sms:")


def _find(pages: Sequence[Page]) -> Across:
    where = {page.path: _place(page) for page in pages}
    faults, compared = [], 0
    for language in {page.language for page in pages}:
        group = [page for page in pages if page.language == language and where[page.path]]
        if len(group) < 3:
            continue
        compared += len(group)
        usual, count = Counter(where[page.path] for page in group).most_common(1)[0]
        if count <= len(group) / 2:
            continue
        faults += [(page.path, _fault(page, usual)) for page in group if where[page.path] != usual]
    return Across(targets=compared, faults=tuple(faults))


def _place(page: Page) -> str:
    """In which landmark the first way to reach a person outside the main part stands; "" for none."""
    for link in page.tree.iter("a"):
        if (link.get("href") or "").startswith(WAYS) and not unheard(link):
            around = next(link.iterancestors("header", "footer", "nav", "aside", "main"), None)
            if around is not None and around.tag != "main":
                return str(around.tag)
    return ""


def _fault(page: Page, usual: str) -> Fault:
    body = page.tree.find("body")
    return Fault(selector=selector(body), snippet=snippet(body)[:80],
                 says=f"The way to get help stands in the {_place(page)} here, and in the {usual} on other pages")


RULE = Rule(
    id="consistent-help", says="Help stands in the same place on each page", criteria=("3.2.6",), gates=False,
    readers=("reading", "screen-reader"), mend="Put contact and help into the same part of the template", find=_find,
)
