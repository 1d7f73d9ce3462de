"""Real nginx and real Caddy send the built site with the settings that docs/deploy offers."""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from hub.site import delivery
from tests.catalogue.copies import REPOSITORY

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
CADDY = shutil.which("caddy")
TYPES = next((path for path in map(Path, ("/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types",
                                          "/usr/local/etc/nginx/mime.types")) if path.exists()), None)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
WAYS = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
REQUESTS, CONNECTIONS = 2_000, 8
# Around the snippet: nothing outside the test's own folder.
AROUND = """{user}{module}daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/log;
events {{ worker_connections 64; }}
http {{ include {types}; default_type application/octet-stream; access_log off;
client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
{server}
}}
"""


@dataclass(frozen=True, kw_only=True)
class Running:
    """A server. folder: of its own, with the site in www; ways: of packing that it knows; moved, script: its words."""

    port: int
    folder: Path
    ways: tuple[str, ...]
    moved: int
    script: str


@pytest.fixture(scope="module")
def packed(invented, tmp_path_factory) -> Path:
    """A folder with a packed site at its top and the same in a folder below it."""
    folder = tmp_path_factory.mktemp("servers") / "www"
    shutil.copytree(invented / "site", folder)
    delivery.compress(folder)
    shutil.copytree(folder, folder / "hub")
    return folder


def shipped(name: str, changes: dict[str, str]) -> str:
    """The file that we ship, with another port and folder."""
    made = (REPOSITORY / "docs/deploy" / name).read_text()
    for old, new in changes.items():
        assert made.count(old) == 1
        made = made.replace(old, new)
    return made


def nginx(folder: Path, port: int) -> list[str]:
    """Write its settings; the command that starts it."""
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/hub/site": str(folder / "www")}
    if BROTLI.exists():
        changes["# brotli_static on;"] = "brotli_static on;"
    (folder / "settings").write_text(AROUND.format(
        user="user root;\n" if os.getuid() == 0 else "", module=f"load_module {BROTLI};\n" if BROTLI.exists() else "",
        folder=folder, types=TYPES, server=shipped("nginx.conf", changes)))
    return [NGINX, "-p", str(folder), "-c", str(folder / "settings"), "-e", str(folder / "log")]


def caddy(folder: Path, port: int) -> list[str]:
    """The same for Caddy, without a certificate, and with no port for its own settings."""
    changes = {"hub.example {": f"http://127.0.0.1:{port} {{", "/srv/hub/site": str(folder / "www")}
    (folder / "settings").write_text(f"{{\n\tadmin off\n}}\n{shipped('Caddyfile', changes)}")
    return [CADDY, "run", "--config", str(folder / "settings"), "--adapter", "caddyfile"]


SERVERS = {
    "nginx": (nginx, {"ways": tuple(WAYS) if BROTLI.exists() else ("", "gzip"), "moved": 301,
                      "script": "application/javascript"}),
    "caddy": (caddy, {"ways": tuple(WAYS), "moved": 308, "script": "text/javascript"}),
}
THERE = {"nginx": NGINX and TYPES, "caddy": CADDY}


@pytest.fixture(scope="module", params=[
    pytest.param(name, marks=pytest.mark.skipif(not THERE[name], reason=f"{name} is not installed; Debian: apt install "
                                                f"{'nginx-light' if name == 'nginx' else name}"))
    for name in SERVERS])
def server(request, packed, tmp_path_factory):
    """Each of them in turn, in a folder of its own."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "www").symlink_to(packed)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    write, known = SERVERS[request.param]
    command, home = write(folder, port), {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    with ((folder / "log").open("w") as log,
          subprocess.Popen(command, stderr=log, env={**os.environ, **home}) as process):
        try:
            deadline = time.monotonic() + 60
            while not listens(port):
                assert process.poll() is None, (folder / "log").read_text()
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield Running(port=port, folder=folder, **known)
        finally:
            process.terminate()


def listens(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def get(server, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(("path", "kind", "status"), [
    ("/guides/xx-carte/", "text/html", 200),
    ("/data/alerts/feed.fr.xml", "text/xml", 200),
    ("/scripts/alert-end.js", "", 200),
    ("/ar/no-such-page/", "text/html", 404),
])
def test_every_answer_has_the_headers(path, kind, status, server):
    answered, headers, _ = get(server, path)
    assert (answered, headers["content-type"]) == (status, f"{kind or server.script}; charset=utf-8")
    assert {name: headers.get(name.lower()) for name in delivery.HEADERS} == delivery.HEADERS


def test_a_calendar_says_what_it_is(server, packed):
    path = next(packed.rglob("*.ics")).relative_to(packed).as_posix()
    assert get(server, f"/{path}")[1]["content-type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", ["guides/xx-carte/index.html", "hub/guides/xx-carte/index.html", "404.html"])
def test_the_body_is_the_packed_file(path, way, server, packed):
    if way not in server.ways:
        pytest.skip("needs a module of nginx; Debian: apt install libnginx-mod-http-brotli-static")
    asked = path.removesuffix("index.html") if path != "404.html" else "no-such-page"
    _, headers, body = get(server, f"/{asked}", Accept_Encoding=way)
    suffix = {"": "", "gzip": ".gz", "br": ".br"}[way]
    assert headers.get("content-encoding", "") == way
    assert not way or headers["vary"] == "Accept-Encoding"
    assert body == (packed / (path + suffix)).read_bytes()
    assert WAYS[way](body) == (packed / path).read_bytes()


def test_a_page_that_a_browser_has_is_not_sent_again(server):
    _, headers, _ = get(server, "/guides/xx-carte/")
    status, _, body = get(server, "/guides/xx-carte/", If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")


def test_an_address_without_its_last_stroke_leads_to_the_page(server):
    status, headers, _ = get(server, "/hub/guides/xx-carte")
    assert (status, headers["location"]) == (server.moved, "/hub/guides/xx-carte/")


def test_many_readers_at_once_get_every_page_whole(server, packed):
    """Each of eight readers keeps a connection and takes a share of the pages, in the folder as at the top."""
    pages = sorted(path for path in packed.rglob("index.html"))
    before = (server.folder / "log").read_text()
    names = [pages[number % len(pages)] for number in range(REQUESTS)]

    def reader(mine):
        connection, told = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60), Counter()
        for page in mine:
            connection.request("GET", f"/{page.parent.relative_to(packed).as_posix()}/".replace("/./", "/"),
                               headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            told[answer.status, answer.read() == page.with_name("index.html.gz").read_bytes()] += 1
        connection.close()
        return told

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        told = sum(pool.map(reader, (names[number::CONNECTIONS] for number in range(CONNECTIONS))), Counter())
    assert told == {(200, True): REQUESTS}
    assert (server.folder / "log").read_text() == before
