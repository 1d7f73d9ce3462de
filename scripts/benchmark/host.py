"""A host on this machine only that sends what hosts send, gzip -6, packed once; and counts what it sends."""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from benchmark.weigh import packed

PACKED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".wasm", ".ico"}


@dataclass
class Sent:
    """What was asked for, and the bytes of the body that went out; without headers."""

    requests: list[tuple[str, int]] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        """Of all of them."""
        return sum(size for _, size in self.requests)


@contextmanager
def host(folder: Path) -> Iterator[tuple[str, Sent]]:
    """Give the address of the folder, ending in "/", and the account of what it sends."""
    sent, ready = Sent(), {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            """Send a file; a page is asked for again each time, all else may be kept, as hosts allow."""
            path = unquote(urlsplit(self.path).path)
            body, headers = _body(folder, path, ready)
            sent.requests.append((self.path, len(body)))
            self.send_response(200 if headers else 404)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    with _Quiet(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", sent
        finally:
            server.shutdown()
            thread.join()


class _Quiet(ThreadingHTTPServer):
    """Threads that die with it, and no word when a browser hangs up early."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a connection is not news."""


def _body(folder: Path, path: str, ready: dict[str, tuple[bytes, dict[str, str]]]) -> tuple[bytes, dict[str, str]]:
    """What is sent for a path, and its headers; none for what is not there. ready: what was packed before."""
    if path not in ready:
        file = folder / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if not (file.is_file() and file.resolve().is_relative_to(folder.resolve())):
            return b"", {}
        body, kind = file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
                   "Cache-Control": "no-cache" if file.suffix == ".html" else "max-age=600"}
        if file.suffix in PACKED:
            body, headers = packed(body), {**headers, "Content-Encoding": "gzip"}
        ready[path] = body, headers
    return ready[path]
