"""`scripts/serve`: a page is made when it is asked for, so that an edit is seen soon, however many pages there are.

MkDocs' own server watches the files, makes the few pages that are Markdown, and tells browsers to load again.
"""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.exceptions import MkDocsException

# So many pages are made again at once after an edit: those that somebody has open.
OPEN = 8


class OnDemand:
    """The pages of one server. rendered: the name of a file below the root of the site -> the page, or None."""

    def __init__(self, server: Any, site: Path, rendered: Callable[[str], bytes | None]) -> None:
        """Stand before the server's answers and around its builds."""
        self._site, self._rendered, self._lock = site, rendered, Lock()
        self._asked: list[str] = []
        self._fresh: set[str] = set()
        self._build, self._answer = server.builder, server.get_app()
        server.builder = self._rebuilt
        server.set_app(self._answered)

    def _answered(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Make the page that is asked for; the server finds its file then."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").lstrip("/")
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if name.endswith("/index.html"):
            with self._lock:
                self._asked = [*(one for one in self._asked if one != name), name][-OPEN:]
                self._make(name)
        return self._answer(environ, start_response)

    def _make(self, name: str) -> None:
        if name not in self._fresh and (page := self._rendered(name)) is not None:
            self._write(name, page)

    def _write(self, name: str, page: bytes) -> None:
        (self._site / name).parent.mkdir(parents=True, exist_ok=True)
        (self._site / name).write_bytes(page)
        self._fresh.add(name)

    def _rebuilt(self) -> None:
        """After an edit. One with a mistake is told, and the last good pages stay; MkDocs would answer no more.

        What somebody asked for just before is made here, for the server may still be about to open its file.
        """
        with self._lock:
            before = {name: (self._site / name).read_bytes() for name in self._asked if (self._site / name).is_file()}
            try:
                self._build()
                self._fresh.clear()
                for name in before:
                    self._make(name)
            except Exception as reason:
                if isinstance(reason, MkDocsException):
                    print(reason, file=sys.stderr, flush=True)
                else:
                    traceback.print_exc()
                print("The pages stay as they were before this edit.", file=sys.stderr, flush=True)
                for name, page in before.items():
                    self._write(name, page)
