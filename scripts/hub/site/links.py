"""Every link inside a built site leads to a page that is there, and every fragment to an id on it.

MkDocs checks only the links of Markdown, and our pages come from templates. Patterns instead of a parser: the pages
are ours, and a parser would cost more than making them.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r' (?:href|action)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def broken(site: Path, address: str = "") -> Iterator[str]:
    """Yield a sentence for each link that leads nowhere. address: where the site is published, perhaps in a folder."""
    root = urlsplit(address).path.rstrip("/") + "/"
    texts = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    ids = {page: set(_ID.findall(text)) for page, text in texts.items()}
    for page, text in sorted(texts.items()):
        for link in sorted(set(_LINK.findall(text))):
            target, _, fragment = unescape(link).partition("#")
            if _ELSEWHERE.match(link):
                continue
            there = _resolve(page, target.partition("?")[0], root)
            if there not in texts and not (there.endswith((".xml", ".ics")) and (site / there).is_file()):
                yield f"{page}: the link {link} leads to no page"
            elif fragment and unquote(fragment) not in ids.get(there, ()):
                yield f"{page}: the link {link} leads to no place on its page"


def _resolve(page: str, target: str, root: str) -> str:
    """The file that a relative or root link on this page opens; root: the folder of the site on its host."""
    if not target:
        return page
    if target.startswith("/") and not target.startswith(root):
        return ""
    start = PurePosixPath("/") if target.startswith("/") else PurePosixPath("/") / PurePosixPath(page).parent
    parts: list[str] = []
    for part in (*start.parts[1:], *_inside(target, root).split("/")):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    found = "/".join(parts)
    return found if found.endswith((".html", ".xml", ".ics")) else f"{found}/index.html".lstrip("/")


def _inside(target: str, root: str) -> str:
    """A link from the root of the host, as a path in the folder of the site."""
    return target.removeprefix(root) if target.startswith("/") else target
