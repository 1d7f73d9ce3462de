"""Real Caddy sends the built site with the settings that docs/deploy/Caddyfile offers."""

import gzip
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import brotli
import pytest

from hub.site import delivery
from tests.catalogue.copies import REPOSITORY
from tests.site.servers import get, listens

CADDY = shutil.which("caddy")
pytestmark = pytest.mark.skipif(not CADDY, reason="Caddy is not installed; Debian: apt install caddy")


@pytest.fixture(scope="module")
def root(invented, tmp_path_factory) -> Path:
    """A folder with a packed site."""
    folder = tmp_path_factory.mktemp("caddy")
    shutil.copytree(invented / "site", folder / "www")
    delivery.compress(folder / "www")
    return folder


def settings(root: Path, port: int) -> str:
    """The shipped file with this port and folder, and without a certificate."""
    made = (REPOSITORY / "docs/deploy/Caddyfile").read_text()
    for old, new in {"hub.example {": f"http://127.0.0.1:{port} {{", "/srv/hub/site": str(root / "www")}.items():
        assert made.count(old) == 1
        made = made.replace(old, new)
    return f"{{\n\tadmin off\n}}\n{made}"


@pytest.fixture(scope="module")
def port(root):
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = free.getsockname()[1]
    (root / "Caddyfile").write_text(settings(root, number))
    command = [CADDY, "run", "--config", str(root / "Caddyfile"), "--adapter", "caddyfile"]
    # What Caddy keeps of its own stays in the folder of the test
    home = {"HOME": str(root), "XDG_DATA_HOME": str(root), "XDG_CONFIG_HOME": str(root)}
    with (root / "log").open("w") as log, subprocess.Popen(command, stderr=log, env={**os.environ, **home}) as process:
        try:
            deadline = time.monotonic() + 60
            while not listens(number):
                assert process.poll() is None, (root / "log").read_text()
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield number
        finally:
            process.terminate()


@pytest.mark.parametrize(("path", "kind", "status"), [
    ("/guides/xx-carte/", "text/html; charset=utf-8", 200),
    ("/data/alerts/feed.fr.xml", "text/xml; charset=utf-8", 200),
    ("/scripts/alert-end.js", "text/javascript; charset=utf-8", 200),
    ("/ar/no-such-page/", "text/html; charset=utf-8", 404),
])
def test_every_answer_has_the_headers(path, kind, status, port):
    answered, headers, _ = get(port, path)
    assert (answered, headers["content-type"]) == (status, kind)
    assert {name: headers.get(name.lower()) for name in delivery.HEADERS} == delivery.HEADERS


def test_a_calendar_says_what_it_is(port, root):
    path = next((root / "www").rglob("*.ics")).relative_to(root / "www").as_posix()
    assert get(port, f"/{path}")[1]["content-type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize(("way", "unpack"), [("gzip", gzip.decompress), ("br", brotli.decompress)], ids=["gzip", "br"])
@pytest.mark.parametrize(("path", "file"), [("/guides/xx-carte/", "guides/xx-carte/index.html"),
                                            ("/no-such-page/", "404.html")], ids=["a page", "none"])
def test_the_body_is_the_packed_file(path, file, way, unpack, port, root):
    _, headers, body = get(port, path, Accept_Encoding=way)
    assert (headers["content-encoding"], headers["vary"]) == (way, "Accept-Encoding")
    assert unpack(body) == (root / "www" / file).read_bytes()
    assert body == (root / "www" / (file + {"gzip": ".gz", "br": ".br"}[way])).read_bytes()


def test_a_page_that_a_browser_has_is_not_sent_again(port):
    _, headers, _ = get(port, "/guides/xx-carte/")
    status, _, body = get(port, "/guides/xx-carte/", If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")


def test_an_address_without_its_last_stroke_leads_to_the_page(port):
    status, headers, _ = get(port, "/guides/xx-carte")
    assert (status, headers["location"]) == (308, "/guides/xx-carte/")
