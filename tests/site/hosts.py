"""A host that can be stopped while a browser reads: for tests of what works without a connection.

DevTools' offline switch does not reach a service worker, and a connection that is kept alive outlives its server: so
the server here answers in HTTP/1.0, which closes each connection, and is stopped.
"""

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

# Seconds; a busy machine is slow.
WAIT = 60


class Host(SimpleHTTPRequestHandler):
    """A plain host that counts what is asked of it."""

    def do_GET(self):
        self.server.asked.append(self.path)
        self.server.answering.wait(WAIT)
        if self.server.failing:
            self.send_error(503)
        else:
            super().do_GET()

    def end_headers(self):
        # Else the browser may take a page from its own store for a while, without asking
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, *_):
        """A browser that hangs up early is not news."""


@contextmanager
def serving(folder: Path, port: int = 0):
    """A server until the block ends, or until its `stop` is called."""
    with Server(("127.0.0.1", port), partial(Host, directory=str(folder))) as server:
        server.asked, server.failing, server.answering = [], False, Event()
        server.answering.set()
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()

        def stop():
            server.shutdown()
            server.server_close()
            thread.join()

        server.stop = stop
        yield server
        if thread.is_alive():
            stop()
