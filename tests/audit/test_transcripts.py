"""What is heard on one page of each kind is what was kept for people to review, and what matters is in it.

After a change that is meant: TRANSCRIPTS=write scripts/test tests/audit/test_transcripts.py
It writes tests/transcripts anew. Read the difference aloud before it is committed.
"""

import os
import re
from difflib import unified_diff
from itertools import pairwise

import pytest

from hub.audit import kinds, pages, server, virtual
from hub.audit.browser import visit
from hub.audit.page import Page
from hub.audit.rules.browser import heard_bare, heard_title_first, heard_to_the_end, heard_twice
from tests.audit import transcripts

pytestmark = pytest.mark.browser
COMMAND = "TRANSCRIPTS=write scripts/test tests/audit/test_transcripts.py"
NAMES = sorted({"guide.en", *transcripts.before()})
LEVEL = re.compile(r"heading, .*, level (\d)\b", re.S)
# Letters that only one of the hub's languages has.
LETTERS = {"ru": re.compile("[а-яё]{2}", re.I), "ar": re.compile("[\u0621-\u064a]{2}")}


@pytest.fixture(scope="module")
def wanted(hub):
    found = [Page(path, "", (hub / path).read_text(encoding="utf-8")) for path in pages.html_pages(hub)]
    return kinds.one_of_each(found, transcripts.before())


@pytest.fixture(scope="module")
def heard(hub, wanted, _chromium):
    """Name -> (page, what is heard, what the rules say of it)."""
    made = {}
    with server.serve(hub) as base:
        for name, page in wanted.items():
            visit(_chromium, pages.address(base, page.path), page.h1)
            rules = [module.RULE.find(_chromium, page)
                     for module in (heard_to_the_end, heard_title_first, heard_bare, heard_twice)]
            made[name] = page, virtual.listen(_chromium), rules
    if os.environ.get("TRANSCRIPTS") == "write":
        _write({name: transcripts.transcript(page, said) for name, (page, said, _) in made.items()})
    return made


def _write(texts):
    for file in transcripts.FOLDER.glob("*.txt"):
        file.unlink()
    transcripts.FOLDER.mkdir(exist_ok=True)
    for name, text in texts.items():
        (transcripts.FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


def difference(name, now):
    """What has changed, line by line; "" for nothing."""
    file = transcripts.FOLDER / f"{name}.txt"
    old = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return "\n".join(unified_diff(old, now.splitlines(), f"kept {name}", "heard now", lineterm="", n=2))


def test_each_kind_and_language_has_a_text(heard):
    assert sorted(heard) == sorted(transcripts.before()), f"type: {COMMAND}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_heard_is_what_was_kept(heard, name):
    page, said, _ = heard[name]
    if changed := difference(name, transcripts.transcript(page, said)):
        pytest.fail(f"{changed}\n\nIf this is how it should sound, type: {COMMAND}", pytrace=False)


@pytest.mark.parametrize("name", NAMES)
def test_the_title_is_first_and_nothing_is_bare_or_twice(heard, name):
    page, _, rules = heard[name]
    assert [seen.faults for seen in rules if seen.faults or not seen.ran] == []
    assert page.title.startswith(page.h1) or page.h1 in page.title


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_one_level_at_a_time(heard, name):
    levels = [int(found[1]) for each in heard[name][1].phrases if (found := LEVEL.match(each.words))]
    assert levels[0] == 1
    assert [(one, two) for one, two in pairwise(levels) if two > one + 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_language_is_said_where_it_changes(heard, name):
    page, said, _ = heard[name]
    assert page.language == name.rpartition(".")[2]
    assert [each for each in said.phrases for language, letters in LETTERS.items()
            if letters.search(each.words) and each.language != language] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("guide.")])
def test_each_fact_at_a_glance_has_its_label(heard, name):
    words = [each.words for each in heard[name][1].phrases]
    assert words.count("term") == words.count("definition") >= 4
    roles = [each for each in words if each in ("term", "definition")]
    assert roles == ["term", "definition"] * words.count("term")
    assert not {("term", "end of term"), ("definition", "end of definition")} & {*pairwise(words)}


def test_a_change_is_told_line_by_line(tmp_path, monkeypatch):
    monkeypatch.setattr(transcripts, "FOLDER", tmp_path)
    (tmp_path / "guide.en.txt").write_text("page: x\nlink, Home\nend of main\n", encoding="utf-8")
    assert difference("guide.en", "page: x\nlink, Home\nend of main\n") == ""
    assert "-link, Home\n+link\n" in difference("guide.en", "page: x\nlink\nend of main\n")
