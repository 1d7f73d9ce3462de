"""Every link inside a built site leads to a page that is there, and every fragment to an id on it.

MkDocs checks only the links of Markdown, and our pages come from templates. Patterns instead of a parser: the pages
are ours, and a parser would cost more than making them.
"""

import os
import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Not what leads elsewhere: an address with a scheme or a host.
_LINK = re.compile(r' (?:href|action)="(?![a-z][a-z0-9+.-]*:|//)([^"]*)"')
# What a link may open that is no page.
_FILES = (".xml", ".ics", ".zip", ".htm")
_ID = re.compile(r' id="([^"]*)"')


def broken(site: Path, address: str = "") -> Iterator[str]:
    """Yield a sentence for each link that leads nowhere. address: where the site is published, perhaps in a folder."""
    root = urlsplit(address).path.rstrip("/") + "/"
    links, ids = _read(site)
    known: dict[tuple[str, str], tuple[str | None, str]] = {}
    for page in sorted(links):
        folder = page.rpartition("/")[0]
        above, lost = folder.rpartition("/")[0], []
        for link in links[page]:
            # A link that leads up leads to the same place from all pages beside each other, and most are on each
            key = (above if link.startswith("../") else folder, link)
            if (found := known.get(key)) is None:
                found = known[key] = _parts(folder, link, root)
            there, fragment = found
            there = page if there is None else there
            if there not in links and not (there.endswith(_FILES) and (site / there).is_file()):
                lost.append(f"{page}: the link {link} leads to no page")
            elif fragment and fragment not in ids[there]:
                lost.append(f"{page}: the link {link} leads to no place on its page")
        yield from sorted(lost)


def _parts(folder: str, link: str, root: str) -> tuple[str | None, str]:
    """The file that a link opens, None for the page that it stands on, and the id of the place there."""
    target, _, fragment = unescape(link).partition("#")
    return _resolve(folder, target.partition("?")[0], root) if target else None, unquote(fragment)


def _read(site: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Page -> its links, page -> its ids. No page is held longer than it is read."""
    links, ids = {}, {}
    for folder, _, names in os.walk(site):
        inside = folder.removeprefix(str(site)).replace(os.sep, "/")
        for name in names:
            if name.endswith(".html"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                page = f"{inside}/{name}".lstrip("/")
                links[page] = {sys.intern(link) for link in _LINK.findall(text)}
                ids[page] = {sys.intern(one) for one in _ID.findall(text)}
    return links, ids


def _resolve(folder: str, target: str, root: str) -> str:
    """The file that a link opens from a folder of the site; root: the folder of the site on its host."""
    if target.startswith("/"):
        if not target.startswith(root):
            return ""
        folder, target = "", target.removeprefix(root)
    while target.startswith("../"):
        folder, target = folder.rpartition("/")[0], target[3:]
    found = f"{folder}/{target.removeprefix('./')}".strip("/")
    return found if found.endswith((".html", *_FILES)) else f"{found}/index.html".lstrip("/")
