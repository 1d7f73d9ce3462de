"""A title tells one page from the others of its language."""

from collections.abc import Sequence

from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Across, Fault, Rule


def _find(pages: Sequence[Page]) -> Across:
    first: dict[tuple[str, str], str] = {}
    faults = []
    titled = [page for page in pages if page.title]
    for page in titled:
        same = first.setdefault((page.language, page.title.casefold()), page.path)
        if same != page.path:
            title = page.tree.find(".//title")
            faults.append((page.path, Fault(selector=selector(title), snippet=snippet(title),
                                            says=f"The page {same} has the same title “{page.title}”")))
    return Across(targets=len(titled) if len(titled) > 1 else 0, faults=tuple(faults))


RULE = Rule(
    id="title-unique", says="No two pages of a language have the same title", criteria=("2.4.2",), gates=True,
    readers=("screen-reader", "reading"), mend="Begin the title with what is on this page alone", find=_find,
)
