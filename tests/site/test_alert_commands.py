"""scripts/alert: a stamped site is the one that a build makes; what must not be shown or taken in is refused."""

import re
import shutil
from pathlib import Path

import pytest

from tests.catalogue.copies import files, run


@pytest.fixture
def copy(invented, tmp_path) -> Path:
    return Path(shutil.copytree(invented, tmp_path / "hub"))


def test_a_stamped_site_is_the_one_that_a_build_makes(invented, copy):
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
    whole, now = files(invented / "site"), files(copy / "site")
    assert {name for name in whole if now.get(name) != whole[name]} <= {"sitemap.xml", "sitemap.xml.gz"}
    assert now.keys() == whole.keys()
    assert run(copy, "alert", "end", "xx-crue").returncode == 0
    assert files(copy / "site") == without


def test_an_alert_that_a_build_made_can_be_ended_and_brought_back(invented, copy):
    done = run(copy, "alert", "end", "xx-crue")
    assert (done.returncode, done.stderr) == (0, "")
    assert "data-alert" not in (copy / "site/index.html").read_text(encoding="utf-8")
    assert (copy / "site/alerts/xx-crue/index.html").exists()
    assert run(copy, "alert", "publish", "xx-crue").returncode == 0
    assert files(copy / "site") == files(invented / "site")


def test_two_alerts_stand_in_the_order_of_their_severity_however_they_came(invented, copy):
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


def test_a_build_shows_only_what_is_actual_public_and_not_over(invented):
    site = invented / "site"
    alerts = {alert for page in site.rglob("*.html") for alert in
              re.findall(r'data-alert="([a-z-]+)"', page.read_text(encoding="utf-8"))}
    assert alerts == {"xx-crue"}
    assert {path.stem for path in (site / "data/alerts").iterdir()} == {"feed.ar", "feed.fr", "xx-crue", "xx-vent"}
    everything = b"".join(files(site).values())
    assert "volcan" not in everything.decode("utf-8", "ignore").lower()
    assert "Cette alerte ne vaut plus." in (site / "alerts/xx-vent/index.html").read_text(encoding="utf-8")


def test_after_its_end_the_pages_are_silent(copy):
    assert run(copy, "build", SOURCE_DATE_EPOCH="1795600000").returncode == 0
    assert "data-alert" not in (copy / "site/index.html").read_text(encoding="utf-8")
    assert "Cette alerte ne vaut plus." in (copy / "site/alerts/xx-crue/index.html").read_text(encoding="utf-8")


UNFIT = {
    "exercise": ("xx-exercice", "Only Actual, Public, Alert or Update is shown."),
    "test": ("xx-essai", "status Test"),
    "over": ("xx-vent", "does not count at 2026-11-22T12:00+00:00"),
    "unknown": ("xx-rien", "There is no alert data/alerts/xx-rien."),
}


@pytest.mark.parametrize("what", UNFIT)
def test_what_must_not_be_shown_is_refused(invented, what):
    identifier, told = UNFIT[what]
    before = files(invented / "site")
    done = run(invented, "alert", "publish", identifier)
    assert (done.returncode, done.stderr) == (1, "")
    assert told in done.stdout
    assert files(invented / "site") == before


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
