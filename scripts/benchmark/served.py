"""How long an editor waits: from saving a file until scripts/serve shows the new page."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmark.invented import invent, read, write

# A server that has not answered by then never will.
PATIENCE = 180.0


class Silent(Exception):
    """The server did not show the page; the text says so."""


def waits(root: Path, guides: int, languages: int, edits: int) -> Iterator[float]:
    """Seconds from saving to seeing, for some edits of a guide of an invented hub. Raises Silent, ValueError."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        there = Path(folder)
        codes = invent(root, there, guides, languages, "real")
        guide = sorted((there / "data" / "services").iterdir())[0]
        with _server(there) as address:
            page = f"{address}guides/{guide.name}/"
            _seen(page, "</html>")
            for number in range(edits):
                words = read(guide / f"{codes[0]}.yml")
                started = time.monotonic()
                write(guide / f"{codes[0]}.yml", {**words, "title": f"Edit number {number}"})
                _seen(page, f"<h1>Edit number {number}</h1>")
                yield time.monotonic() - started


@contextmanager
def _server(root: Path) -> Iterator[str]:
    """scripts/serve on a free port; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "hub", "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _seen(address: str, words: str) -> None:
    opener, end = urllib.request.build_opener(urllib.request.ProxyHandler({})), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if words in opener.open(address, timeout=PATIENCE).read().decode():
                return
        except OSError:
            pass
        time.sleep(0.02)
    raise Silent(f"{address} did not show {words!r} in {PATIENCE:.0f} seconds.")
