"""Real nginx sends the built site with the settings that docs/deploy/nginx.conf offers."""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest

from hub.site import delivery
from tests.catalogue.copies import REPOSITORY
from tests.site.servers import get, listens

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
TYPES = next((path for path in map(Path, ("/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types",
                                          "/usr/local/etc/nginx/mime.types")) if path.exists()), None)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
pytestmark = pytest.mark.skipif(not (NGINX and TYPES), reason="nginx is not installed; Debian: apt install nginx-light")
REQUESTS, CONNECTIONS = 2_000, 8
# Around the snippet: nothing outside the test's own folder.
AROUND = """{user}{module}daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{ include {types}; default_type application/octet-stream; access_log off;
client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
{server}
}}
"""


@pytest.fixture(scope="module")
def root(invented, tmp_path_factory) -> Path:
    """A folder with a packed site at its top and the same in a folder below it."""
    folder = tmp_path_factory.mktemp("nginx")
    shutil.copytree(invented / "site", folder / "www")
    delivery.compress(folder / "www")
    shutil.copytree(folder / "www", folder / "www" / "hub")
    return folder


def settings(root: Path, port: int) -> str:
    """The shipped snippet with this port and folder."""
    server = (REPOSITORY / "docs/deploy/nginx.conf").read_text()
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/hub/site": str(root / "www")}
    if BROTLI.exists():
        changes["# brotli_static on;"] = "brotli_static on;"
    for old, new in changes.items():
        assert server.count(old) == 1
        server = server.replace(old, new)
    module = f"load_module {BROTLI};\n" if BROTLI.exists() else ""
    user = "user root;\n" if os.getuid() == 0 else ""
    return AROUND.format(user=user, module=module, folder=root, types=TYPES, server=server)


@pytest.fixture(scope="module")
def port(root):
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = free.getsockname()[1]
    (root / "nginx.conf").write_text(settings(root, number))
    command = [NGINX, "-p", str(root), "-c", str(root / "nginx.conf"), "-e", str(root / "error.log")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            deadline = time.monotonic() + 60
            while not listens(number):
                assert process.poll() is None, process.stderr.read().decode()
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield number
        finally:
            process.terminate()


@pytest.mark.parametrize(("path", "kind", "status"), [
    ("/guides/xx-carte/", "text/html; charset=utf-8", 200),
    ("/data/alerts/feed.fr.xml", "text/xml; charset=utf-8", 200),
    ("/scripts/alert-end.js", "application/javascript; charset=utf-8", 200),
    ("/ar/no-such-page/", "text/html; charset=utf-8", 404),
])
def test_every_answer_has_the_headers(path, kind, status, port):
    answered, headers, _ = get(port, path)
    assert (answered, headers["content-type"]) == (status, kind)
    assert {name: headers.get(name.lower()) for name in delivery.HEADERS} == delivery.HEADERS


def test_a_calendar_says_what_it_is(port, root):
    path = next((root / "www").rglob("*.ics")).relative_to(root / "www").as_posix()
    assert get(port, f"/{path}")[1]["content-type"] == "text/calendar; charset=utf-8"


WAYS = {"": bytes, "gzip": gzip.decompress, **({"br": brotli.decompress} if BROTLI.exists() else {})}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("prefix", ["", "/hub"])
def test_the_body_is_the_packed_file(prefix, way, port, root):
    _, headers, body = get(port, f"{prefix}/guides/xx-carte/", Accept_Encoding=way)
    file = root / f"www{prefix}/guides/xx-carte/index.html"
    suffix = {"": "", "gzip": ".gz", "br": ".br"}[way]
    assert headers.get("content-encoding", "") == way
    assert headers["vary"] == "Accept-Encoding"
    assert body == file.with_name(file.name + suffix).read_bytes()
    assert WAYS[way](body) == file.read_bytes()


def test_a_page_that_a_browser_has_is_not_sent_again(port):
    _, headers, _ = get(port, "/guides/xx-carte/")
    status, _, body = get(port, "/guides/xx-carte/", If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")


def test_what_is_not_found_is_our_own_page(port, root):
    assert get(port, "/no-such-page/")[2] == (root / "www/404.html").read_bytes()


def test_an_address_without_its_last_stroke_leads_to_the_page(port):
    status, headers, _ = get(port, "/hub/guides/xx-carte")
    assert (status, headers["location"]) == (301, "/hub/guides/xx-carte/")


def test_many_readers_at_once_get_every_page_whole(port, root):
    """Each of eight readers keeps a connection and takes a share of the pages, in the folder as at the top."""
    pages = sorted(path for path in (root / "www").rglob("index.html"))
    before = (root / "error.log").read_text()
    names = [pages[number % len(pages)] for number in range(REQUESTS)]

    def reader(mine):
        connection, told = http.client.HTTPConnection("127.0.0.1", port, timeout=60), Counter()
        for page in mine:
            connection.request("GET", f"/{page.parent.relative_to(root / 'www').as_posix()}/".replace("/./", "/"),
                               headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            told[answer.status, answer.read() == page.with_name("index.html.gz").read_bytes()] += 1
        connection.close()
        return told

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        told = sum(pool.map(reader, (names[number::CONNECTIONS] for number in range(CONNECTIONS))), Counter())
    assert told == {(200, True): REQUESTS}
    assert (root / "error.log").read_text() == before
