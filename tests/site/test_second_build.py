"""A second build: left out when nothing has changed, and made whenever there is any doubt."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hub.load.catalogue import load
from hub.site import kept
from hub.site.build import build
from hub.site.origin import Origin, origin
from tests.catalogue.copies import EPOCH, files, run, second_hub

NOW = datetime.fromtimestamp(int(EPOCH), UTC)
GUIDE = "site/guides/xx-carte/index.html"


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    root = second_hub(tmp_path_factory.mktemp("second-build") / "hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(root, lambda _: None)
    return root


@pytest.fixture
def root(whole, tmp_path) -> Iterator[Path]:
    """The built hub; what a test puts aside or changes comes back."""
    yield whole
    for aside in (tmp_path / "aside").rglob("*.was"):
        there = whole / aside.relative_to(tmp_path / "aside").with_suffix("")
        if there.exists() and there.is_file():
            there.unlink()
        aside.rename(there)


def put_aside(root, name, tmp_path, copy=False):
    to = tmp_path / "aside" / f"{name}.was"
    to.parent.mkdir(parents=True)
    (shutil.copy2 if copy else Path.rename)(root / name, to)


def holds(root, now=NOW, options=()):
    return kept.holds(root, root / "site", now, [*options])


def test_nothing_changed_is_seen_also_in_a_copy(root):
    assert holds(root)


def test_the_command_says_so_and_touches_nothing(root):
    before, times = files(root), {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    done = run(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing has changed since the last build, so the site in the folder site stays")
    assert (files(root), {path: path.stat().st_mtime_ns for path in times}) == (before, times)


def test_a_build_in_any_case_makes_the_same_site(root):
    before = files(root / "site")
    (root / GUIDE).write_text("")
    again = run(root, "build", "--anew")
    assert again.stdout.startswith("Built ")
    assert files(root / "site") == before
    assert holds(root)


CHANGED = ["data/services/xx-carte/fr.yml", "data/hub.yml", "data/strings/ar.yml", "docs/about.ar.md",
           "overrides/critical.css", "overrides/guide.html", "overrides/scripts/alert-end.js", "scripts/hooks.py",
           "scripts/hub/pages/guide.py", "mkdocs.yml", "requirements/build.txt", "pyproject.toml",
           GUIDE, "site/sitemap.xml", "site/data/alerts/feed.fr.xml", ".cache/site.json"]


@pytest.mark.parametrize("name", CHANGED)
def test_one_more_byte_in_a_file_builds(name, root, tmp_path):
    put_aside(root, name, tmp_path, copy=True)
    with (root / name).open("a") as file:
        file.write("#")
    assert not holds(root)


@pytest.mark.parametrize("name", ["data/services/xx-carte/fr.yml", "docs/design", GUIDE, ".cache/site.json", "site"])
def test_what_is_gone_builds(name, root, tmp_path):
    put_aside(root, name, tmp_path)
    assert not holds(root)


@pytest.mark.parametrize("name", ["data/topics/new", "docs/new.fr.md", "overrides/new.html", "site/new.html"])
def test_what_is_new_builds(name, root):
    (root / name).write_text("")
    new = holds(root)
    (root / name).unlink()
    assert (new, holds(root)) == (False, True)


def test_another_option_builds(root):
    assert not holds(root, options=["compress"])


@pytest.mark.parametrize(("later", "same"), [(timedelta(minutes=1), True), (timedelta(minutes=-1), False),
                                             (timedelta(days=1), False)])
def test_the_moment_of_a_day_without_a_turn_does_not_count(later, same, root):
    assert holds(root, NOW + later) is same


# When the alert of the invented hub is shown, happens and ends.
TURNS = {"2026-11-21T18:29": "2026-11-21T18:30", "2026-11-22T05:09": "2026-11-22T05:10",
         "2026-11-24T16:39": "2026-11-24T16:40"}


@pytest.mark.parametrize("before", TURNS)
def test_a_minute_counts_where_an_alert_begins_or_ends(before, whole):
    facts = [one.facts for one in load(whole).catalogue.alerts.values()]
    now, turn = (datetime.fromisoformat(f"{when}:00+00:00") for when in (before, TURNS[before]))
    made = origin({}, facts, now)
    assert made.holds({}, turn - timedelta(seconds=1))
    assert not made.holds({}, turn)


@pytest.mark.parametrize("part", ["data", "packages"])
def test_an_origin_is_of_all_its_sources(part):
    known = {"data": "1", "packages": "2"}
    made = Origin(sources=known, day="2026-11-22", since=NOW.isoformat())
    assert made.holds(known, NOW)
    assert not made.holds(known | {part: "3"}, NOW)


def test_the_day_is_that_of_both_clocks():
    """MkDocs dates the packed map of the site in UTC, everything else goes by the day of the machine."""
    late = datetime.fromisoformat("2026-11-22T23:59:00+00:00")
    made = Origin(sources={}, day="2026-11-22", since=late.isoformat())
    assert made.holds({}, late)
    assert not made.holds({}, datetime.fromisoformat("2026-11-23T00:59:00+01:00"))


def test_a_build_that_fails_leaves_nothing_known(root, tmp_path):
    put_aside(root, ".cache/site.json", tmp_path, copy=True)
    put_aside(root, "data/hub.yml", tmp_path)
    done = run(root, "build")
    assert done.returncode == 1
    assert not (root / ".cache/site.json").exists()
