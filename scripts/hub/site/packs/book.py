"""Every guide of a language inside one page: headings a level down, ids of their own, links that lead within it."""

import re
from collections.abc import Mapping

from hub.pages.offline import BookView
from hub.site.packs.links import changed

_MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
# Its own contents list, for there is one for the whole page; and data for machines.
_DROPPED = re.compile(r'<nav class="contents".*?</nav>|<script\b.*?</script>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ID = re.compile(r' (id|for|aria-labelledby|aria-describedby)="([^"]*)"')
_PLACE = re.compile(r' href="#([^"]*)"')


def chapters(view: BookView, pages: Mapping[str, str], folder: str, address: str) -> dict[str, str]:
    """Path -> what stands in the one page for it. pages: by path; folder: of the language; address: of the hub."""
    ids = {path: identifier for _, entries in view.chapters for path, identifier, _ in entries}
    return {path: _chapter(pages[path], path, ids, folder, address) for path in ids}


def _chapter(page: str, path: str, ids: Mapping[str, str], folder: str, address: str) -> str:
    own = ids[path]

    def to(target: str, place: str) -> str:
        there = ids.get(target.removeprefix(folder).rstrip("/")) if target.startswith(folder) else None
        if there is None:
            return address + target + place
        return f"#{there}--{place[1:]}" if place else f"#{there}"

    found = _MAIN.search(page)
    assert found, f"{path} has no main"
    inside = _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", _DROPPED.sub("", found[1]))
    inside = _ID.sub(lambda one: f' {one[1]}="{_named(own, one[2])}"', inside)
    inside = _PLACE.sub(lambda one: f' href="#{own}--{one[1]}"', inside)
    return changed(inside, f"{folder}{path}/", to).strip()


def _named(own: str, ids: str) -> str:
    return " ".join(f"{own}--{one}" for one in ids.split())
