"""An alert put into a built site and taken out again: every byte comes back, twice is once, and readers are told."""

import os
import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hub.audit import run as audit
from hub.audit import targets
from hub.audit.finding import CANT_TELL
from hub.site import stamp
from hub.site.links import broken
from tests.catalogue.copies import files, planted
from tests.site.parsed import read as parse
from tests.site.parsed import text

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TRIAL = "int-trial"
HEADLINES = {"en": "Offices are closed for a trial.", "az": "Sınaq üçün idarələr bağlıdır.",
             "sw": "Ofisi zimefungwa kwa jaribio.", "ru": "Учреждения закрыты для пробы.",
             "ar": "المكاتب مغلقة للتجربة."}


@pytest.fixture(scope="module")
def hub(built_site, tmp_path_factory) -> Path:
    """The shipped hub, built without an alert; the data have one now."""
    root = planted(tmp_path_factory.mktemp("stamp") / "hub")
    shutil.copytree(built_site, root / "site")
    return root


@pytest.fixture(scope="module")
def stamped(hub, tmp_path_factory) -> Path:
    """The site with the alert on it."""
    site = Path(shutil.copytree(hub / "site", tmp_path_factory.mktemp("stamped") / "site"))
    stamp.publish(hub, site, TRIAL, NOW)
    return site


def test_every_page_of_every_language_says_it_before_its_header(stamped):
    for page in parse(stamped).whole:
        sections = [each for each in page.body.iter("section") if each.get("data-alert")]
        if page.path.endswith(f"alerts/{TRIAL}/index.html"):
            assert sections == [], page.path
            continue
        [section] = sections
        assert page.source.index("data-alert=") < page.source.index("<header>"), page.path
        assert [each.tag for each in section.iter() if each.tag == "h2"] == ["h2"]
        link, *_ = section.iter("a")
        assert text(link) == HEADLINES[page.lang]
        assert page.resolve(link.get("href")).endswith(f"alerts/{TRIAL}/")
        assert "2026" in text(next(section.iter("time")))
        assert not {"role", "hidden"} & {*section.keys()}
        assert [*section.iter("button")] == []


def test_links_lead_somewhere_and_nothing_else_changed(hub, stamped):
    assert [*broken(stamped, "https://stepfree.example/")] == []
    before, after = files(hub / "site"), files(stamped)
    new = {name for name in after if name not in before}
    prefixes = ("", "az/", "sw/", "ru/", "ar/")
    assert new == {f"data/alerts/{TRIAL}.xml", *(f"{one}alerts/{TRIAL}/index.html" for one in prefixes)}
    same = {name for name in before if before[name] == after[name]}
    assert {name for name in same if not name.endswith((".xml", ".xml.gz", ".js")) and name[:6] != "packs/"} == set()


def test_the_page_for_what_is_not_found_says_it_in_every_language(stamped):
    page = next(page for page in parse(stamped).pages if page.path == "404.html")
    sections = [each for each in page.body.iter("section") if each.get("data-alert")]
    assert {each.get("lang"): text(next(each.iter("a"))) for each in sections} == HEADLINES
    assert {page.up[each].get("lang") for each in sections} == {*HEADLINES}
    assert {next(each.iter("script")).get("src") for each in sections} == {"/scripts/alert-end.js"}
    assert len({*page.ids}) == len(page.ids)


def test_the_closed_place_and_the_changed_guide_say_so(stamped):
    closed = (stamped / "places/ke-huduma-gpo/index.html").read_text(encoding="utf-8")
    assert "This place is closed." in closed
    assert "This place is closed." not in (stamped / "places/ke-huduma-kibra/index.html").read_text(encoding="utf-8")
    guide = (stamped / "sw/guides/ke-vehicle-duty/index.html").read_text(encoding="utf-8")
    assert "Magari hayakaguliwi." in guide


def test_twice_is_once_and_the_end_brings_every_byte_back(hub, stamped, tmp_path):
    site = Path(shutil.copytree(hub / "site", tmp_path / "site"))
    before = files(site)
    assert stamp.publish(hub, site, TRIAL, NOW).changed > 300
    once = files(site)
    assert once == files(stamped)
    assert stamp.publish(hub, site, TRIAL, NOW).changed == 0
    assert files(site) == once
    assert stamp.end(hub, site, TRIAL).changed > 300
    assert files(site) == before
    assert stamp.end(hub, site, TRIAL).changed == 0
    assert files(site) == before


def test_what_was_broken_off_is_finished_by_doing_it_again(hub, stamped, tmp_path):
    site = Path(shutil.copytree(hub / "site", tmp_path / "site"))
    whole = files(stamped)
    for name in [*whole][::2]:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(whole[name])
    stamp.publish(hub, site, TRIAL, NOW)
    assert files(site) == whole


def test_a_reader_never_gets_half_a_page(hub, tmp_path, monkeypatch):
    """Each file is made beside the old one and takes its place in one step."""
    site, steps = Path(shutil.copytree(hub / "site", tmp_path / "site")), []
    really = os.replace

    def watched(new, old):
        assert Path(new).parent == Path(old).parent
        assert Path(new).read_bytes().rstrip().endswith(b">")
        steps.append(Path(old))
        really(new, old)

    monkeypatch.setattr(stamp.files.os, "replace", watched)
    stamp.publish(hub, site, TRIAL, NOW)
    assert {*Counter(steps).values()} == {1}
    first = next(number for number, step in enumerate(steps) if TRIAL not in str(step) and step.suffix == ".html")
    assert {step.parent.name for step in steps[:first] if step.suffix == ".html"} == {TRIAL}
    assert [*site.rglob("*.new")] == []


@pytest.mark.browser
def test_pages_with_an_alert_in_every_language_are_accessible(stamped, engine, tmp_path):
    """Nothing fails, of any level and in any state: all kinds that say something of their own in one language of each
    direction, what an alert itself says in each.
    """
    said = ["index.html", f"alerts/{TRIAL}/index.html"]
    kinds = ["alerts/index.html", "guides/ke-vehicle-duty/index.html", "guides/int-early-warnings/index.html",
             "places/ke-huduma-gpo/index.html", "places/az-asan-ganja-2/index.html", "places/index.html",
             "jurisdictions/ke/index.html", "404.html"]
    for prefix, wanted in {"": said + kinds, "ar/": said + kinds, "az/": said, "sw/": said, "ru/": said}.items():
        for name in wanted:
            if (stamped / prefix / name).exists():
                (tmp_path / prefix / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(stamped / prefix / name, tmp_path / prefix / name)
    with targets.opened(str(tmp_path)) as base:
        pages = targets.read(str(tmp_path), base)
        judged = list(audit.in_full(pages, base, engine, workers=2))
    assert len(judged) == len(pages) >= 20
    assert [(one.page, one.rule, one.selector, one.says) for page in judged for one in page.findings
            if one.outcome != CANT_TELL] == []
