"""Pages made when they are asked for are those of a build, and an edit with a mistake leaves the last good ones."""

import re
import subprocess
import sys
from contextlib import nullcontext

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from hub.load.again import Again
from hub.load.catalogue import load
from hub.site.serving import OnDemand
from tests.catalogue.copies import environment, files, second_hub, tiny

CARTE = "data/services/xx-carte/fr.yml"
# In a process of its own: serving is a state of the hooks.
EVERY = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from hub.site import hooks
for command, folder in (("build", "built"), ("serve", "served")):
    config = load_config("mkdocs.yml", site_dir=folder)
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
for name in sorted(path.relative_to("built").as_posix() for path in Path("built").rglob("index.html")):
    if page := hooks.rendered(name):
        Path("served", name).parent.mkdir(parents=True, exist_ok=True)
        Path("served", name).write_bytes(page)
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    root = second_hub(tmp_path_factory.mktemp("serving") / "hub")
    subprocess.run([sys.executable, "-P", "-c", EVERY], cwd=root, env=environment(root), check=True)
    return files(root / "built"), files(root / "served")


def plain(page: bytes) -> bytes:
    """Without what hangs on the policy of the site, which would refuse the script that loads a page again: the policy,
    the line for the service worker, and with them the weight of the page; and without line breaks.
    """
    for gone in (rb'<meta http-equiv="Content-Security-Policy"[^>]*>', rb"<script data-w=.*?</script>", rb"\n",
                 rb"\d+(?=[^\d<]*</p></div></footer>)"):
        page = re.sub(gone, b"", page)
    return page


def test_every_page_is_the_one_of_a_build(both):
    built, served = both
    # What only a finished site has to give: files of many pages, and the page and the links that offer them;
    # the page of quality says what the guides weigh
    built = {name: page for name, page in built.items() if not name.startswith("packs/") and "take/" not in name}
    offering = {name for name, page in built.items() if "topics/" in name or b"packs/" in page or b'take/"' in page}
    assert {*served} == {*built}
    assert not {name for name in offering if "guides/" in name}
    differ = [name for name in built if plain(built[name]) != plain(served[name]) and not name.endswith(".gz")
              and name not in offering and "quality/" not in name and name != "sitemap.xml"]
    assert differ == []


def test_what_is_not_there_is_not_made(both):
    assert "guides/xx-nothing/index.html" not in both[1]


@pytest.fixture
def shown(tmp_path):
    """(ask for a page, MkDocs' server, what a page and a build do next, the file of the page)."""
    next_ = {"page": b"1", "mistake": None}

    def build():
        (tmp_path / "guides/x/index.html").unlink()  # MkDocs empties the folder
        if next_["mistake"]:
            raise next_["mistake"]

    def ask(path):
        answer = server.get_app()({"PATH_INFO": path}, lambda *_: None)
        with answer.filelike if hasattr(answer, "filelike") else nullcontext():
            return b"".join(answer)

    server = LiveReloadServer(build, "127.0.0.1", 0, str(tmp_path))
    OnDemand(server, tmp_path, lambda name: next_["page"] if name == "guides/x/index.html" else None)
    yield ask, server, next_, tmp_path / "guides/x/index.html"
    server.server_close()


def test_a_page_is_made_once_for_each_build(shown):
    ask, server, next_, _ = shown
    assert ask("/guides/x/") == b"1"
    next_["page"] = b"2"
    assert ask("/guides/x/") == b"1"
    server.builder()
    assert ask("/guides/x/") == b"2"


def test_a_page_that_was_asked_for_is_there_after_a_build(shown):
    """The server may be about to open its file when the build begins."""
    ask, server, _, file = shown
    ask("/guides/x/")
    server.builder()
    assert file.exists()


@pytest.mark.parametrize("path", ["/guides/y/", "/", "/../guides/x/", "/data/alerts/feed.fr.xml"])
def test_other_addresses_are_left_to_the_server(path, shown):
    ask, *_, file = shown
    assert ask(path) == b"404 Not Found"
    assert not file.exists()


@pytest.mark.parametrize(("mistake", "told"), [(Abort("fr.yml:3:1: tab-indent"), "fr.yml:3:1: tab-indent\n"),
                                               (ValueError("a template"), "Traceback")])
def test_a_mistake_is_told_and_the_last_page_stays(mistake, told, shown, capsys):
    ask, server, next_, _ = shown
    ask("/guides/x/")
    next_ |= {"page": b"2", "mistake": mistake}
    server.builder()
    assert ask("/guides/x/") == b"1"
    assert capsys.readouterr().err.startswith(told)
    next_["mistake"] = None
    server.builder()
    assert ask("/guides/x/") == b"2"


def test_only_a_file_that_changed_is_read_again(tmp_path):
    root, again = tiny(tmp_path), Again()
    first = load(root, again=again).catalogue
    (root / CARTE).write_text((root / CARTE).read_text().replace("prime: Une", "prime: Deux"))
    second = load(root, again=again).catalogue
    assert second == load(root).catalogue != first
    same = {name: first.services[name].facts is second.services[name].facts for name in first.services}
    assert same == {"xx-carte": True, "xx-navette": True}
    assert [first.services["xx-carte"].words[code] is second.services["xx-carte"].words[code]
            for code in ("fr", "ar")] == [False, True]


def test_what_is_wrong_is_told_again_until_it_is_mended(tmp_path):
    root, again = tiny(tmp_path), Again()
    good = (root / CARTE).read_text()
    (root / CARTE).write_text(f"\t{good}")
    told = [load(root, again=again).problems for _ in range(2)]
    assert told[0] == told[1] == load(root).problems
    assert [problem.code for problem in told[0]] == ["tab-indent"]
    (root / CARTE).write_text(good)
    assert load(root, again=again).problems == ()
