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


class Chapters:
    """Path -> what stands in the one page for it, made when the template comes to it."""

    def __init__(self, view: BookView, pages: Mapping[str, str], folder: str, address: str) -> None:
        """pages: by path; folder: of the language; address: of the hub."""
        self._ids = {path: identifier for _, entries in view.chapters for path, identifier, _ in entries}
        self._pages, self._folder, self._address = pages, folder, address
        self._known: dict[tuple[str, str], str] = {}

    def __getitem__(self, path: str) -> str:
        """One chapter."""
        inside = _inside(self._pages[path], path, self._ids[path])
        return changed(inside, f"{self._folder}{path}/", self._to, self._known).strip()

    def _to(self, target: str, place: str) -> str:
        inside = target.startswith(self._folder)
        there = self._ids.get(target.removeprefix(self._folder).rstrip("/")) if inside else None
        if there is None:
            return self._address + target + place
        return f"#{there}--{place[1:]}" if place else f"#{there}"


def _inside(page: str, path: str, own: str) -> str:
    found = _MAIN.search(page)
    assert found, f"{path} has no main"
    inside = _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", _DROPPED.sub("", found[1]))
    inside = _ID.sub(lambda one: f' {one[1]}="{_named(own, one[2])}"', inside)
    return _PLACE.sub(lambda one: f' href="#{own}--{one[1]}"', inside)


def _named(own: str, ids: str) -> str:
    return " ".join(f"{own}--{one}" for one in ids.split())
