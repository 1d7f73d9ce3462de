"""What a build with a search inside the guides writes, and that a build without it knows nothing of it."""

import gzip
import json
import os
import re
import shutil
from zipfile import ZipFile

import pytest

from hub.site import full_text
from tests.catalogue.copies import files, run, second_hub
from tests.site.full_text import needs_pagefind, page


@pytest.fixture(scope="module")
def root(with_full_text):
    return with_full_text


@pytest.fixture(scope="module")
def site(root):
    return root / "site"


def fragments(site, language):
    """Address of a guide -> its text in the index."""
    found = {}
    for file in (site / full_text.FOLDER / "fragment").glob(f"{language}_*"):
        guide = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[guide["url"]] = guide["content"]
    return found


@needs_pagefind
def test_only_guides_are_indexed_and_only_their_own_language(site):
    french, arabic = fragments(site, "fr"), fragments(site, "ar")
    names = {path.parent.name for path in site.glob("guides/*/index.html")}
    assert {*french} == {f"/guides/{name}/" for name in names}
    assert {*arabic} == {f"/ar/guides/{name}/" for name in names}
    borrowed = "Kiosque de Valmont"
    assert f'lang="fr" dir="ltr">{borrowed}' in page(site, "ar/guides/xx-carte/").text
    assert borrowed in french["/guides/xx-carte/"]
    assert borrowed not in arabic["/ar/guides/xx-carte/"]


@needs_pagefind
def test_the_same_hub_makes_the_same_bytes(root, site, tmp_path):
    before = files(site)
    assert run(root, "build", "--full-text").returncode == 0
    assert {name: text for name, text in files(site).items() if name != "sitemap.xml.gz"} == {
        name: text for name, text in before.items() if name != "sitemap.xml.gz"}


@needs_pagefind
def test_the_page_alone_may_run_what_it_needs(site):
    policies = {name: re.search(rb'Policy" content="([^"]*)', text)[1].decode() for name, text in files(site).items()
                if name.endswith(".html")}
    wider = {name for name, policy in policies.items() if "wasm" in policy or "connect-src" in policy}
    assert wider == {"search/index.html", "ar/search/index.html"}
    for name in wider:
        assert re.search(r"script-src 'self' 'sha256-\S+ 'wasm-unsafe-eval'; connect-src 'self';", policies[name])


def test_a_hub_without_it_has_neither_page_nor_link_nor_file(invented):
    names, html = files(invented / "site"), (invented / "site/a-z/index.html").read_text(encoding="utf-8")
    assert [name for name in names if "search" in name] == []
    assert "search/" not in html + (invented / "site/sitemap.xml").read_text(encoding="utf-8")


@needs_pagefind
def test_the_list_leads_to_it_and_stays_out_of_what_is_carried_away(site):
    """It needs a server. A copy of the list leads to the hub's own page."""
    assert page(site, "a-z/").text.count('href="../search/"') == 2
    [archive] = [ZipFile(file) for file in site.rglob("*.zip") if "fr" in file.name]
    assert [name for name in archive.namelist() if "search" in name] == []
    [copy] = [name for name in archive.namelist() if name.endswith("a-z/index.html")]
    assert re.search(rb'href="https://[^"]*/search/"', archive.read(copy))


def test_a_missing_program_is_told_with_the_command(tmp_path):
    """A package that cannot be imported, as on a machine where nobody has installed it."""
    root = second_hub(tmp_path / "hub")
    (tmp_path / "pagefind_bin.py").write_text("raise ImportError\n")
    done = run(root, "build", "--full-text", PYTHONPATH=f"{root / 'scripts'}{os.pathsep}{tmp_path}")
    assert done.returncode == 1
    assert "Type scripts/build --full-text, which installs it" in done.stdout
    assert not (root / "site").exists()


@needs_pagefind
def test_an_alert_is_stamped_onto_its_page_too(root, tmp_path):
    """Without a build; and a site that was built with an alert is the same as one that got it afterwards."""
    copy = shutil.copytree(root, tmp_path / "hub")
    built_with = (copy / "site/search/index.html").read_bytes()
    [alert] = [path.name for path in sorted((copy / "data/alerts").iterdir()) if path.name.encode() in built_with]
    for verb, same in (("end", False), ("publish", True)):
        done = run(copy, "alert", verb, alert)
        assert done.returncode == 0, done.stdout + done.stderr
        assert ((copy / "site/search/index.html").read_bytes() == built_with) == same
