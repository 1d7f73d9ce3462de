"""What Orca, a real screen reader, says on a few pages is what was kept in tests/orca for people to review.

It takes some ten minutes, so it runs where it is asked for: ORCA=1 scripts/test tests/audit/test_orca.py
After a change that is meant: ORCA=1 TRANSCRIPTS=write scripts/test tests/audit/test_orca.py
"""

import os
import re
import shutil
import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest

from hub.audit import command, server, targets
from hub.audit.orca import command as orca
from hub.audit.orca import needs, reading, rest
from hub.audit.orca.ears import open_ears
from hub.audit.page import Page
from tests.audit import transcripts
from tests.conftest import REPOSITORY

KEPT = Path(__file__).parents[1] / "orca"
COMMAND = "ORCA=1 TRANSCRIPTS=write scripts/test tests/audit/test_orca.py"
# What was the same on several runs. To keep another page, write its name of tests/transcripts here and the texts anew.
NAMES = ("guide.ar", "guide.en", "home.en", "place.en")
listens = pytest.mark.skipif(os.environ.get("ORCA") != "1",
                             reason="needs Orca: ORCA=1 scripts/test tests/audit/test_orca.py")


@pytest.fixture(scope="module")
def heard(hub):
    """Name -> what Orca says, or why it could not."""
    paths = transcripts.before()
    with server.serve(hub) as base:
        pages = targets.some(str(hub), base, [paths[name] for name in NAMES])
        made = dict(orca.heard(dict(zip(NAMES, pages, strict=True)), base))
    if os.environ.get("TRANSCRIPTS") == "write":
        KEPT.mkdir(exist_ok=True)
        for name, text in made.items():
            (KEPT / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.mark.browser
@pytest.mark.orca
@listens
@pytest.mark.parametrize("name", NAMES)
def test_what_orca_says_is_what_was_kept(heard, name):
    kept = (KEPT / f"{name}.txt").read_text(encoding="utf-8")
    if heard[name] != kept:
        now = str(heard[name]).splitlines()
        changed = "\n".join(unified_diff(kept.splitlines(), now, f"kept {name}", "heard now", lineterm="", n=2))
        pytest.fail(f"{changed}\n\nIf this is how it should sound, type: {COMMAND}", pytrace=False)


@pytest.mark.browser
@pytest.mark.orca
@listens
def test_a_link_without_a_name_sounds_otherwise_than_one_with_a_name(tmp_path):
    """The alarm rings: a change on the page is a change in the text."""
    said = []
    for name in ("Home", ""):
        (tmp_path / "index.html").write_text(
            f"<!doctype html><html lang=en><title>A page</title><h1>A page</h1><p><a href=x>{name}</a> and more words.")
        assert command.main([str(tmp_path), "--orca", str(tmp_path / "heard")]) == 0
        said.append((tmp_path / "heard/index.txt").read_text(encoding="utf-8").splitlines())
    assert [any(line.startswith("Home link") for line in text) for text in said] == [True, False]


@pytest.mark.parametrize("name", NAMES)
def test_every_kept_text_is_of_the_page_that_the_virtual_reader_reads(name):
    assert f"page: {transcripts.before()[name]}" == (KEPT / f"{name}.txt").read_text("utf-8").partition("\n")[0]


def test_what_is_missing_is_told_with_what_to_type(tmp_path, monkeypatch, capsys):
    (tmp_path / "index.html").write_text("<html lang=en><title>A</title><h1>A</h1>")
    for name in ("Xvfb", "dbus-daemon", "dbus-send", "openbox", "xdotool"):
        (tmp_path / name).symlink_to(shutil.which("true"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command.main([str(tmp_path), "--orca", str(tmp_path / "heard")]) == 2
    told = capsys.readouterr().err
    assert "programs that are not here: orca.\n" in told
    assert "apt install orca xvfb openbox" in told


def test_nothing_is_missing_where_all_programs_are(tmp_path):
    for name in needs.PROGRAMS:
        (tmp_path / name).symlink_to(shutil.which("true"))
    needs.need(str(tmp_path))


def test_the_script_and_the_program_name_the_same_packages():
    typed = re.search(r"need_orca\(\) \{\n\s+set -- ([^)]+?)\n    find_orca",
                      (REPOSITORY / "scripts/environment.sh").read_text("utf-8"))[1]
    assert {*typed.replace("\\", "").split()} == {*needs.PROGRAMS.values(), *needs.BESIDES}


def test_the_ears_hear_speech_and_nothing_else():
    lines = ["22:41:56.58 - SPEECH OUTPUT: 'It's a link'", "22:41:57.01 - SPEECH OUTPUT: 'x' {'established': False}",
             "SPEECH OUTPUT: nothing", "22:41:57.02 - FOCUS: 'x'"]
    with open_ears() as ears:
        with open(ears.path, "w", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
        assert ears.since(0, least=2, quiet=0.2, most=10) == ["It's a link", "x"]
        assert ears.since(1, least=9, quiet=0.2, most=0.1) == ["x"]


def test_a_program_that_works_is_not_at_rest_and_one_that_waits_is():
    waits = subprocess.Popen(["sleep", "60"])
    try:
        assert any(rest.at_rest() for _ in range(50))
        works = subprocess.Popen(["sh", "-c", "while :; do :; done"])
        try:
            assert not any(rest.at_rest() for _ in range(5))
        finally:
            works.kill()
            works.wait()
    finally:
        waits.kill()
        waits.wait()


def test_what_belongs_to_the_page_before_is_left_out_and_silence_is_told():
    said = ["leaving main content.", "Loading.  Please wait.", "Finished loading A.", "Page has 1 heading.", "A"]
    assert reading.of_this_page(said) == said[2:]
    with pytest.raises(reading.Silent, match=r"It said: \(nothing\)"):
        reading.of_this_page([])


@pytest.mark.parametrize(("said", "whole"), [
    pytest.param(["About us", "link", "Page made  today."], True, id="the last words"),
    pytest.param(["Page made today.", "link"], True, id="what they are is said behind them"),
    pytest.param(["Finished loading A.", "About us", "link"], False, id="stopped before"),
])
def test_a_reading_that_stopped_is_seen(said, whole):
    assert reading.to_the_end(said, "A\nAbout us\n\nPage made today.\n") is whole


def test_a_text_is_one_thing_said_a_line():
    page = Page("a.html", "", '<html lang="ar" dir="rtl"><title>A page</title>')
    heard = reading.Heard(load=("Finished loading A page.", "Home link"), headings=("A heading level 1",),
                          stops=(reading.joined(["Home link", "banner"]), reading.joined([])))
    assert reading.text(page, heard, "43.1").splitlines() == [
        "page: a.html", "language: ar, rtl", "title: A page", "reader: Orca 43.1, which speaks English itself here",
        "", "== What Orca says when the page is opened", "", "Finished loading A page.", "Home link",
        "", "== By headings, with the key h", "", "A heading level 1",
        "", "== From the top, by the Tab key", "", "Home link | banner", "(nothing)"]
