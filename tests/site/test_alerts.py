"""An alert put into a built site and taken out again: every byte comes back, twice is once, and readers are told."""

import os
import re
import shutil
import subprocess
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hub.audit import run as audit
from hub.audit import targets
from hub.audit.finding import CANT_TELL
from hub.site import stamp
from hub.site.links import broken
from tests.catalogue.copies import command, environment, files, planted
from tests.site.parsed import read as parse
from tests.site.parsed import text

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TRIAL = "int-trial"
HEADLINES = {"en": "Offices are closed for a trial.", "az": "Sınaq üçün idarələr bağlıdır.",
             "sw": "Ofisi zimefungwa kwa jaribio.", "ru": "Учреждения закрыты для пробы.",
             "ar": "المكاتب مغلقة للتجربة."}


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), cwd=root, env=environment(root), capture_output=True, text=True)


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


@pytest.fixture
def tiny(invented) -> Path:
    """The invented hub, built with its alert."""
    return invented


@pytest.fixture
def copy(tiny, tmp_path) -> Path:
    return Path(shutil.copytree(tiny, tmp_path / "hub"))


def test_a_stamped_site_is_the_one_that_a_build_makes(tiny, copy):
    """But for the map of the site, by which the end knows what a build made."""
    aside = copy.parent / "aside"
    shutil.move(copy / "data/alerts/xx-crue", aside)
    assert run(copy, "build").returncode == 0
    without = files(copy / "site")
    assert "alerts/xx-crue/index.html" not in without
    assert b"Aucune alerte ne vaut maintenant" in without["alerts/index.html"]
    assert b"data-none hidden" not in without["alerts/index.html"]
    shutil.move(aside, copy / "data/alerts/xx-crue")
    assert run(copy, "alert", "publish", "xx-crue").returncode == 0
    whole, now = files(tiny / "site"), files(copy / "site")
    assert {name for name in whole if now.get(name) != whole[name]} <= {"sitemap.xml", "sitemap.xml.gz"}
    assert now.keys() == whole.keys()
    assert run(copy, "alert", "end", "xx-crue").returncode == 0
    assert files(copy / "site") == without


def test_an_alert_that_a_build_made_can_be_ended_and_brought_back(tiny, copy):
    done = run(copy, "alert", "end", "xx-crue")
    assert (done.returncode, done.stderr) == (0, "")
    assert "data-alert" not in (copy / "site/index.html").read_text(encoding="utf-8")
    assert (copy / "site/alerts/xx-crue/index.html").exists()
    assert run(copy, "alert", "publish", "xx-crue").returncode == 0
    assert files(copy / "site") == files(tiny / "site")


def test_two_alerts_stand_in_the_order_of_their_severity_however_they_came(tiny, copy):
    facts = copy / "data/alerts/xx-exercice/facts.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("Exercise", "Actual"), encoding="utf-8")
    before = files(copy / "site")
    assert run(copy, "alert", "publish", "xx-exercice").returncode == 0
    order = re.findall(r'data-alert="([a-z-]+)"', (copy / "site/index.html").read_text(encoding="utf-8"))
    assert order == ["xx-exercice", "xx-crue"]
    both = files(copy / "site")
    for turn in (["end", "xx-crue"], ["publish", "xx-crue"]):
        assert run(copy, "alert", *turn).returncode == 0
    assert files(copy / "site") == both
    assert run(copy, "alert", "end", "xx-exercice").returncode == 0
    assert files(copy / "site") == before


def test_a_build_shows_only_what_is_actual_public_and_not_over(tiny):
    site = tiny / "site"
    alerts = {alert for page in site.rglob("*.html") for alert in
              re.findall(r'data-alert="([a-z-]+)"', page.read_text(encoding="utf-8"))}
    assert alerts == {"xx-crue"}
    assert {path.stem for path in (site / "data/alerts").iterdir()} == {"feed.ar", "feed.fr", "xx-crue", "xx-vent"}
    everything = b"".join(files(site).values())
    assert "volcan" not in everything.decode("utf-8", "ignore").lower()
    assert "Cette alerte ne vaut plus." in (site / "alerts/xx-vent/index.html").read_text(encoding="utf-8")


def test_after_its_end_the_pages_are_silent(copy):
    later = environment(copy, SOURCE_DATE_EPOCH="1795600000")
    subprocess.run(command("build"), cwd=copy, env=later, capture_output=True, check=True)
    assert "data-alert" not in (copy / "site/index.html").read_text(encoding="utf-8")
    assert "Cette alerte ne vaut plus." in (copy / "site/alerts/xx-crue/index.html").read_text(encoding="utf-8")


UNFIT = {
    "exercise": ("xx-exercice", "Only Actual, Public, Alert or Update is shown."),
    "test": ("xx-essai", "status Test"),
    "over": ("xx-vent", "does not count at 2026-11-22T12:00+00:00"),
    "unknown": ("xx-rien", "There is no alert data/alerts/xx-rien."),
}


@pytest.mark.parametrize("what", UNFIT)
def test_what_must_not_be_shown_is_refused(tiny, what):
    identifier, told = UNFIT[what]
    before = files(tiny / "site")
    done = run(tiny, "alert", "publish", identifier)
    assert (done.returncode, done.stderr) == (1, "")
    assert told in done.stdout
    assert files(tiny / "site") == before


def test_a_later_message_takes_the_place_of_an_older_one(copy):
    facts = copy / "data/alerts/xx-essai/facts.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("status: Test", "status: Actual").replace(
        "msg_type: Alert", "msg_type: Cancel").replace("scope: Public", "scope: Public\nreferences: "
        '["alertes@meteo.rampe.example,XX-METEO-2026-11-21-2,2026-11-21T18:00:00+00:00"]'), encoding="utf-8")
    done = run(copy, "alert", "publish", "xx-crue")
    assert done.stdout == "A later message takes the place of xx-crue, or cancels it.\n"
    assert run(copy, "build").returncode == 0
    assert "data-alert" not in (copy / "site/index.html").read_text(encoding="utf-8")


def test_a_site_of_an_older_program_is_told(copy):
    page = copy / "site/a-z/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<!--alert-->", ""), encoding="utf-8")
    done = run(copy, "alert", "publish", "xx-crue")
    assert (done.returncode, "1 files have no place for an alert" in done.stdout) == (1, True)
    shutil.rmtree(copy / "site")
    assert run(copy, "alert", "publish", "xx-crue").stdout == "There is no built site. Type scripts/build first.\n"


def test_a_message_comes_in_by_the_command_and_only_once(copy):
    shutil.move(copy / "site/data/alerts/xx-crue.xml", copy / "in.xml")
    shutil.rmtree(copy / "data/alerts/xx-crue")
    done = run(copy, "alert", "import", "in.xml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Written: data/alerts/xx-meteo-2026-11-21-2.")
    assert run(copy, "check").returncode == 0
    again = run(copy, "alert", "import", "in.xml")
    assert (again.returncode, "is there already" in again.stdout) == (1, True)


@pytest.mark.parametrize(("old", "new", "told"), [
    ("Restez loin", "&lt;img src=x&gt; Restez loin", "markup"),
    ("<value>xx-port-clair", "<value>../../hub", "not-an-id"),
    ("<value>xx</value>", "<value>../xx</value>", "not-an-id"),
    ("<value>xx</value>", "<value>zz</value>", "unknown-id"),
    ("<expires>2026", "<expires>soon, 2026", "in.xml: <expires> in the <info> in fr is “soon, 2026-11-24"),
    ("<expires>2026-11", "<expires>2026-13", "not-a-moment"),
    ("Restez loin", "Restez {loin}", "stray-brace"),
], ids=["html", "path", "country", "no country", "time", "month", "brace"])
def test_a_message_that_the_loader_refuses_leaves_nothing(copy, old, new, told):
    file = copy / "in.xml"
    original = (copy / "site/data/alerts/xx-crue.xml").read_text(encoding="utf-8")
    assert old in original
    file.write_text(original.replace(old, new).replace("<identifier>XX", "<identifier>YY"), encoding="utf-8")
    before = files(copy / "data")
    done = run(copy, "alert", "import", "in.xml")
    assert (done.returncode, done.stderr) == (1, "")
    assert told in done.stdout
    assert files(copy / "data") == before


@pytest.mark.browser
def test_pages_with_an_alert_in_every_language_are_accessible(stamped, engine, tmp_path):
    """One page of each kind that says something of its own: nothing fails, of any level and in any state."""
    wanted = ["index.html", "alerts/index.html", f"alerts/{TRIAL}/index.html", "guides/ke-vehicle-duty/index.html",
              "guides/int-early-warnings/index.html", "places/ke-huduma-gpo/index.html",
              "places/az-asan-ganja-2/index.html", "places/index.html", "jurisdictions/ke/index.html", "404.html"]
    for prefix in ("", "az/", "sw/", "ru/", "ar/"):
        for name in wanted:
            if (stamped / prefix / name).exists():
                (tmp_path / prefix / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(stamped / prefix / name, tmp_path / prefix / name)
    with targets.opened(str(tmp_path)) as base:
        pages = targets.read(str(tmp_path), base)
        judged = list(audit.in_full(pages, base, engine, workers=2))
    assert len(judged) == len(pages) >= 25
    assert [(one.page, one.rule, one.selector, one.says) for page in judged for one in page.findings
            if one.outcome != CANT_TELL] == []
