"""What is written for hosts: packed files and headers."""

import gzip
import re
import shutil
from pathlib import Path

import brotli
import pytest

from hub.site import delivery
from hub.site.stamp.files import Stamped, write
from tests.catalogue.copies import REPOSITORY, files


@pytest.fixture(scope="module")
def packed(invented, tmp_path_factory) -> Path:
    site = Path(shutil.copytree(invented / "site", tmp_path_factory.mktemp("packed") / "site"))
    delivery.compress(site)
    return site


def test_each_text_has_two_packed_copies_that_are_the_same_text(packed):
    texts = [path for path in packed.rglob("*") if path.suffix in delivery.TEXTS and path.stat().st_size > 300]
    assert {".html", ".xml", ".js", ".ics"} <= {path.suffix for path in texts}
    for path in texts:
        raw = path.read_bytes()
        ways = {".gz": gzip.decompress, ".br": brotli.decompress}
        for suffix, unpack in ways.items():
            small = path.with_name(path.name + suffix).read_bytes()
            assert len(small) < len(raw)
            assert unpack(small) == raw, path


def test_packing_again_makes_the_same_bytes(packed, invented, tmp_path):
    again = Path(shutil.copytree(invented / "site", tmp_path / "site"))
    delivery.compress(again)
    assert files(again) == files(packed)


def test_a_file_that_grows_by_packing_is_not_packed(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    delivery.compress(tmp_path)
    assert [*files(tmp_path)] == ["a.txt"]


def test_what_a_stamped_alert_changes_is_packed_no_more(tmp_path):
    (tmp_path / "a.html").write_text("a" * 1000)
    delivery.compress(tmp_path)
    assert len(files(tmp_path)) == 3
    write(tmp_path / "a.html", b"b", Stamped())
    assert files(tmp_path) == {"a.html": b"b"}


def test_every_host_is_told_the_same_headers(tmp_path):
    delivery.headers(tmp_path)
    assert (tmp_path / "_headers").read_text() == "/*\n" + "".join(
        f"  {name}: {value}\n" for name, value in delivery.HEADERS.items())
    nginx, caddy = ((REPOSITORY / "docs/deploy" / name).read_text() for name in ("nginx.conf", "Caddyfile"))
    assert dict(re.findall(r'add_header (\S+) "([^"]+)" always;', nginx)) == delivery.HEADERS
    assert dict(re.findall(r'header (\S+) "([^"]+)"', caddy)) == delivery.HEADERS
