"""hub audit as it is typed: reports in a folder, parts put together, and wrong use told."""

import re
from dataclasses import replace

import pytest

from hub.audit import command
from hub.audit.report import folder, store
from tests.conftest import REPOSITORY


@pytest.fixture
def parts(made, tmp_path):
    """The files of two parts."""
    for name, pages in (("a.json", made.pages[:1]), ("b.json", made.pages[1:])):
        store.write(replace(made, pages=pages, planned=len(pages)), tmp_path / name)
    return [str(tmp_path / "a.json"), str(tmp_path / "b.json")]


def test_parts_are_put_together_and_reported(made, parts, tmp_path, capsys):
    status = command.main(["--merge", *parts, "--report", str(tmp_path / "out")])
    assert (status, store.read(tmp_path / "out/audit.json")) == (1, made)
    assert {file.name for file in (tmp_path / "out").iterdir()} >= {"audit.json", "index.html", *folder.TEXTS}
    assert capsys.readouterr().out == (tmp_path / "out/report.txt").read_text(encoding="utf-8")


def test_a_part_without_failures_is_green(made, tmp_path):
    store.write(replace(made, pages=made.pages[1:2]), tmp_path / "b.json")
    assert command.main(["--merge", str(tmp_path / "b.json")]) == 0


def test_the_same_part_twice_is_wrong_use(parts, capsys):
    assert command.main(["--merge", parts[0], parts[0]]) == 2
    assert "give each part once" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [
    pytest.param([], id="nothing"),
    pytest.param(["site", "--merge", "a.json"], id="a target and parts"),
    pytest.param(["site", "--shard", "1/2", "--exceptions", "x.toml"], id="exceptions for a part"),
    pytest.param(["site", "--shard", "1/2", "--publish", "x.yml"], id="a part to publish"),
    pytest.param(["site", "--pictures"], id="pictures without a report"),
    pytest.param(["site", "--shard", "3/2"], id="a part that there is not"),
    pytest.param(["site", "--orca", "heard", "--every"], id="Orca judges nothing"),
    pytest.param(["--merge", "a.json", "--orca", "heard"], id="nothing to listen to"),
    pytest.param(["--merge", "a.json", "--every"], id="nothing to judge"),
    pytest.param(["site", "--pages", "index.html"], id="pages without Orca"),
])
def test_wrong_use_is_told(typed, capsys):
    with pytest.raises(SystemExit, match="2"):
        command.main(typed)
    assert "usage: scripts/audit" in capsys.readouterr().err


def test_each_page_of_a_fault_that_pages_share_is_named_in_its_part(tmp_path):
    """A rule that compares pages looks at all of them, in each part."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text('<html lang="en"><title>Same</title><h1>Get a card</h1>', encoding="utf-8")
    second = command.run.audit(str(tmp_path), command.engine(), "2026-11-22", shard=(2, 2))
    assert [one.page for one in second.failures if one.rule == "title-unique"] == ["b.html"]


def test_the_nightly_run_types_what_there_is():
    typed = re.findall(r"scripts/audit (.+)", (REPOSITORY / ".github/workflows/nightly.yml").read_text("utf-8"))
    flags = {flag for line in typed for flag in re.findall(r"(--[a-z]+)", line)}
    assert {"--every", "--shard", "--merge", "--orca"} <= flags <= {*command._parser()._option_string_actions}
