"""A hub that is built with a search inside the guides, for the tests that need one."""

import os
import re
import shutil

import pytest

from hub.audit.page import Page
from hub.site import full_text
from tests.catalogue.copies import run, second_hub

try:
    full_text.program()
    INSTALLED = True
except full_text.Unindexed:
    # Asked for, it must be there; else its tests are left out
    INSTALLED = os.environ.get("FULL_TEXT") == "1"
needs_pagefind = pytest.mark.skipif(
    not INSTALLED, reason="Pagefind is not installed; FULL_TEXT=1 scripts/test installs it")
NAVETTE = "data/services/xx-navette"


def made(to):
    """The invented hub with six guides more, so that not all are shown at once, built as people build it."""
    root = second_hub(to)
    for number in range(2, 8):
        copy = shutil.copytree(root / NAVETTE, root / f"{NAVETTE}-{number}")
        for file in (copy / "fr.yml", copy / "ar.yml"):
            file.write_text(re.sub("(?m)^title: .*", rf"\g<0> {number}", file.read_text(encoding="utf-8")),
                            encoding="utf-8")
    (root / f"{NAVETTE}-7" / "ar.yml").unlink()
    done = run(root, "build", "--full-text")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def page(site, path="search/"):
    return Page(path, "", (site / path / "index.html").read_text(encoding="utf-8"))
