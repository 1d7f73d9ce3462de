"""What pages weigh as they are sent, and what else they make a browser fetch; read from the files, not in a browser."""

import math
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

import brotli

# Every kind of page of ours says what it is.
KIND = re.compile(r'<body[^>]* data-kind="([a-z-]+)"')
FETCHES = {"script": "src", "img": "src", "iframe": "src", "embed": "src", "object": "data", "audio": "src",
           "video": "src", "source": "src"}
FETCHING = {"stylesheet", "preload", "prefetch", "modulepreload", "icon", "manifest"}


@dataclass(frozen=True, kw_only=True)
class Weight:
    """A page. raw, gzip, brotli: bytes of the body; requests: the page and what its file asks for."""

    name: str
    kind: str
    raw: int
    gzip: int
    brotli: int
    requests: int


def packed(body: bytes) -> bytes:
    """gzip level 6, which most hosts send."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(body) + packer.flush()


def weigh(folder: Path) -> Iterator[Weight]:
    """Every page of a folder."""
    for file in sorted(folder.rglob("*.html")):
        body = file.read_bytes()
        text = body.decode("utf-8", "replace")
        found = KIND.search(text)
        yield Weight(name=file.relative_to(folder).as_posix().removesuffix("index.html") or "/",
                     kind=found[1] if found else "other", raw=len(body), gzip=len(packed(body)),
                     brotli=len(brotli.compress(body, quality=11)), requests=1 + len(asked(text)))


def asked(html: str) -> set[str]:
    """Addresses that the file makes a browser fetch by itself; data: needs no request."""
    reader = _Reader()
    reader.feed(html)
    return {one.strip() for one in reader.found if not one.strip().startswith(("data:", "#"))}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Remember what a browser would follow."""
        given = {name: value or "" for name, value in attributes}
        if address := given.get(FETCHES.get(tag, "")):
            self.found.add(address)
        if tag == "link" and FETCHING & {*given.get("rel", "").lower().split()} and given.get("href"):
            self.found.add(given["href"])


def ninth(sizes: list[int]) -> int:
    """The size that nine of ten do not pass."""
    return sorted(sizes)[math.ceil(0.9 * len(sizes)) - 1]


def table(pages: list[Weight]) -> Iterator[str]:
    """A row for each kind of page, the guides first, then the heaviest."""
    kinds: dict[str, list[Weight]] = defaultdict(list)
    for page in pages:
        kinds[page.kind].append(page)
    yield ("| kind of page | pages | raw, median | gzip -6: median | p90 | largest | its name | brotli -11, median | "
           "largest | requests, most |")
    yield "| --- |" + " --- |" * 9
    for kind in sorted(kinds, key=lambda one: (one != "guide", -max(page.gzip for page in kinds[one]))):
        yield _row(kind, kinds[kind])
    yield _row("all", pages)


def _row(kind: str, pages: list[Weight]) -> str:
    packed, brotlied = [page.gzip for page in pages], [page.brotli for page in pages]
    heaviest = max(pages, key=lambda page: page.gzip)
    return (f"| {kind} | {len(pages):,} | {median(page.raw for page in pages):,.0f} | {median(packed):,.0f} | "
            f"{ninth(packed):,} | {heaviest.gzip:,} | `{heaviest.name}` | {median(brotlied):,.0f} | "
            f"{max(brotlied):,} | {max(page.requests for page in pages)} |")
