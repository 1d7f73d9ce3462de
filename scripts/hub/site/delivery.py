"""What hosts send besides pages: headers, and files packed beforehand. docs/deploy.md says how to use them.

Packing takes longer than building, so it is an option for the build that is published.
"""

import gzip
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXTS = (".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
PACKED = (".gz", ".br")
# From here on the best packing takes seconds a file, and gains little.
LARGE = 2_000_000
# The policy in each page is stricter, but cannot say who may frame it, and files that are no pages have none.
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                               "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    # Alerts must reach readers at once: a browser asks each time whether its copy is still the right one.
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def headers(site: Path) -> None:
    """Write the file _headers, which several hosts of static sites read."""
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    (site / "_headers").write_text(f"/*\n{lines}", encoding="utf-8")


def compress(site: Path) -> None:
    """Write a .gz and a .br beside each file of text that gets smaller by it; the same bytes on every machine."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(_pack, _texts(site)):
            pass


def _texts(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        yield from (os.path.join(folder, name) for name in names if name.endswith(TEXTS))


def _pack(file: str) -> None:
    with open(file, "rb") as there:
        text = there.read()
    best = brotli.compress(text, quality=11 if len(text) <= LARGE else 9)
    for suffix, packed in zip(PACKED, (gzip.compress(text, 9, mtime=0), best), strict=True):
        if len(packed) < len(text):
            with open(file + suffix, "wb") as there:
                there.write(packed)


def unpack(file: str) -> None:
    """Take away what was packed from a file that has changed: hosts then send the file itself."""
    for suffix in PACKED:
        if os.path.exists(file + suffix):
            os.unlink(file + suffix)
