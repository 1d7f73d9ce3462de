"""A few pages for what is slow or is read by people: one of each kind, where pages say of what kind they are."""

from collections.abc import Mapping, Sequence

from hub.audit.page import Page
from hub.audit.structure import structure

# In the languages behind the first only these: the frame is the same, and a person who reads them has to come to an end
EVERYWHERE = ("guide", "home", "place", "a-z")


def one_of_each(pages: Sequence[Page], before: Mapping[str, str] | None = None) -> dict[str, Page]:
    """Name ("guide.en") -> page, by the data-kind of the body. Where no page has one, the first page of each structure.

    before: name -> path of those that were chosen before; they stay while they exist, so that a new page changes
    nothing. Else it is the middle one by size. The first language is that of the page at the root.
    """
    groups: dict[str, list[Page]] = {}
    first = next((page.language for page in pages if page.path == "index.html"), "")
    for page in pages:
        kind = _kind(page)
        if kind and (page.language == first or kind in EVERYWHERE):
            groups.setdefault(f"{kind}.{page.language}", []).append(page)
    if not groups:
        return by_structure(pages)
    return {name: _one(group, (before or {}).get(name, "")) for name, group in sorted(groups.items())}


def by_structure(pages: Sequence[Page]) -> dict[str, Page]:
    """Name, made of its path -> the first page of each structure."""
    found: dict[str, Page] = {}
    for page in pages:
        found.setdefault(structure(page), page)
    return {name(page): page for page in found.values()}


def name(page: Page) -> str:
    """A page's path as the name of a file: "az/a b/index.html" is "az.a b"."""
    return page.path.removesuffix(".html").removesuffix("index").strip("/").replace("/", ".") or "index"


def _kind(page: Page) -> str:
    body = page.tree.find("body")
    return "" if body is None else body.get("data-kind", "")


def _one(group: list[Page], before: str) -> Page:
    by_size = sorted(group, key=lambda page: (len(page.text), page.path))
    return next((page for page in group if page.path == before), by_size[(len(group) - 1) // 2])
