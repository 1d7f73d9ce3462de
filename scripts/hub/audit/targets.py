"""What is to be judged: the pages of a folder, or of an address, by its sitemap.xml and its links."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

from hub.audit import pages, server
from hub.audit.page import Page

_PLACE = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
LIMIT = 5_000
SECONDS = 20


class NothingThere(Exception):
    """There is no page to judge; the text says why, in the words of the person who typed the command."""


@contextmanager
def opened(target: str) -> Iterator[str]:
    """The address of the target, ending in "/", for as long as the block lasts; a folder is served on this machine."""
    if is_address(target):
        yield target if target.endswith("/") else f"{target}/"
        return
    try:
        with server.serve(Path(target)) as base:
            yield base
    except NotADirectoryError:
        raise NothingThere(f"{target} is not a folder, and not an address that begins with http") from None


def is_address(target: str) -> bool:
    """Whether the target is on the web."""
    return target.startswith(("http://", "https://"))


def read(target: str, base: str, limit: int = LIMIT) -> list[Page]:
    """Every page, sorted by path. Raises NothingThere for none at all: an empty list would be green."""
    found = sorted(_walked(base, limit) if is_address(target) else _in_folder(Path(target), base),
                   key=lambda page: page.path)
    if not found:
        raise NothingThere(f"{target} has no HTML page")
    return found


def some(target: str, base: str, wanted: Sequence[str]) -> list[Page]:
    """These pages, in this order, by their paths: "guides/x/index.html", or "guides/x/". Raises NothingThere."""
    found = _asked_for(base, wanted) if is_address(target) else {page.path: page for page in read(target, base)}
    if missing := [path for path in map(_file, wanted) if path not in found]:
        raise NothingThere(f"{target} has no page {', '.join(missing)}")
    return [found[_file(path)] for path in wanted]


def _file(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") or not path else path


def _asked_for(base: str, wanted: Sequence[str]) -> dict[str, Page]:
    """Of a site on the web only these, without a walk over all of it."""
    addresses = {path: pages.address(base, path) for path in map(_file, wanted)}
    texts = {path: _fetched(address) for path, address in addresses.items()}
    return {path: Page(path, addresses[path], text) for path, text in texts.items() if text is not None}


def _in_folder(folder: Path, base: str) -> Iterator[Page]:
    try:
        for path in pages.html_pages(folder):
            yield Page(path, pages.address(base, path), (folder / path).read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError as reason:
        raise NothingThere(str(reason)) from None


def _walked(base: str, limit: int) -> Iterator[Page]:
    """Pages of the same site, from the sitemap and from link to link."""
    waiting, seen = [base, *_listed(base)], set()
    while waiting and len(seen) < limit:
        address = urldefrag(waiting.pop(0))[0]
        if address in seen or not address.startswith(base):
            continue
        seen.add(address)
        if (text := _fetched(address)) is not None:
            page = Page(address.removeprefix(base) or "index.html", address, text)
            waiting += [urljoin(address, each.get("href") or "") for each in page.tree.iter("a")]
            yield page


def _listed(base: str) -> list[str]:
    """The addresses of sitemap.xml, on the host that is asked: a site under test names the one it will have."""
    root = urlsplit(base)
    found = _PLACE.findall(_fetched(urljoin(base, "sitemap.xml"), kind="") or "")
    return [urlsplit(each)._replace(scheme=root.scheme, netloc=root.netloc).geturl() for each in found]


def _fetched(address: str, kind: str = "html") -> str | None:
    """The text at an address; None where there is none of this kind."""
    try:
        with urlopen(Request(address, headers={"User-Agent": "stepfree-audit"}), timeout=SECONDS) as answer:
            given = answer.headers.get_content_type()
            return answer.read().decode("utf-8", errors="replace") if kind in given else None
    except (URLError, OSError, ValueError):
        return None
