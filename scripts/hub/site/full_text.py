"""Search inside the guides, for hubs that are built with it: Pagefind's index, and what the first search costs.

The pages have no marks for it: Pagefind reads copies. Of each guide it takes the article, without what stands in
another language and without what is the same in all. It makes one index for each <html lang>.
"""

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hub.pages.full_text_search import SHOWN

FOLDER = "search-index"
# Of the default language, and of the others. The questions and other forms of a guide stand in folders below it.
_GUIDES = ("guides/*/index.html", "*/guides/*/index.html")
# A title that was never translated is shown, with its language, but words of the page's language do not find it.
_BORROWED = re.compile(r'<h1><span lang="([^"]+)"[^>]*>(.*?)</span></h1>')
_SHOWN = r'<h1 data-pagefind-ignore data-pagefind-meta="title">\2</h1><p data-pagefind-meta="lang:\1"></p>'
# Pagefind looks at no element above the article, so these name none.
_LEFT_OUT = ("nav", ".notice", ".from", "[lang]")
# Pagefind also writes surfaces of its own, and a worker, which would not be held by the policy of the page.
_KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index", "fragment")
_LANGUAGE = re.compile(r'<html lang="([^"]+)"')
# Where the page leaves room for the number.
_ROOM = "{kb}"


class Unindexed(Exception):
    """There is no index; the text says why, in an editor's words."""


def program() -> Path:
    """Pagefind, as its package brings it. Raises Unindexed where it is not installed."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        raise Unindexed("Search inside the guides needs Pagefind, which is not installed. Type scripts/build "
                        "--full-text, which installs it, or: .venv/bin/python -m pip install --no-deps "
                        "--require-hashes -r requirements/full-text.txt") from None
    return get_executable()


def write(site: Path) -> None:
    """Write the index into a built site, and its cost into the pages that ask before it is spent. Raises Unindexed."""
    folder = (site / FOLDER).resolve()
    _index(site, folder)
    for page in sorted([*site.glob("search/index.html"), *site.glob("*/search/index.html")]):
        text = page.read_text(encoding="utf-8")
        told = -(-cost(folder, _LANGUAGE.search(text)[1]) // 10_000) * 10
        page.write_text(text.replace(_ROOM, str(told)), encoding="utf-8")


def cost(folder: Path, language: str) -> int:
    """Bytes, gzip level 6, of the first search for one word that stands in many guides of a language."""
    there = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"][language]
    always = ["pagefind.js", "pagefind-entry.json", f"wasm.{there['wasm'] or 'unknown'}.pagefind",
              f"pagefind.{there['hash']}.pf_meta"]
    chunks, guides = (sorted(map(_packed, (folder / part).glob(f"{language}_*")), reverse=True)
                      for part in ("index", "fragment"))
    return sum(_packed(folder / name) for name in always) + chunks[0] + sum(guides[:SHOWN])


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))


def _index(site: Path, folder: Path) -> None:
    options = ["--site", ".", "--output-path", str(folder), "--root-selector", "article",
               *(part for left in _LEFT_OUT for part in ("--exclude-selectors", left))]
    with TemporaryDirectory() as copies:
        for guide in (file for pattern in _GUIDES for file in site.glob(pattern)):
            copy = Path(copies, guide.relative_to(site))
            copy.parent.mkdir(parents=True)
            copy.write_text(_readable(guide.read_text(encoding="utf-8")), encoding="utf-8")
        # In the folder of the copies, for it would take settings from the one where it is started.
        done = subprocess.run([program(), *options], cwd=copies, capture_output=True, text=True)
    if done.returncode:
        raise Unindexed(f"Pagefind made no index of the guides. It says: {done.stderr.strip() or done.stdout.strip()}")
    for surplus in _surplus(folder):
        surplus.unlink()
    _in_order(folder / "pagefind-entry.json")


def _readable(guide: str) -> str:
    """As Pagefind should read it: it would write a label and what stands beside it as one word."""
    return _BORROWED.sub(_SHOWN, guide).replace("</dt>", "</dt> ")


def _surplus(folder: Path) -> Iterator[Path]:
    for one in sorted(folder.iterdir()):
        if not any(one.match(name) for name in _KEPT):
            yield one


def _in_order(entry: Path) -> None:
    """Pagefind writes the languages in another order each time; all other bytes are the same."""
    found = json.loads(entry.read_bytes())
    entry.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")
