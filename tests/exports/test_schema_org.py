"""The JSON-LD of each guide: only terms of schema.org, and only what is known, confirmed and not over."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hub.exports import schema_org
from hub.load.catalogue import load
from hub.model.values import UNKNOWN

TODAY = date(2026, 11, 21)
ADDRESS = "https://hub.example/guides/x/"
# Types that we use, with those of their properties that schema.org has for them (version 29) and that fit a service.
THING = {"name", "url", "description", "alternateName", "identifier", "sameAs"}
TERMS = {
    "GovernmentService": THING | {
        "provider", "serviceOperator", "areaServed", "availableChannel", "audience", "category", "serviceType",
        "serviceOutput", "hoursAvailable", "jurisdiction", "termsOfService"},
    "GovernmentOrganization": THING | {"telephone", "email", "address", "parentOrganization", "contactPoint"},
    "ServiceChannel": THING | {
        "availableLanguage", "processingTime", "providesService", "serviceLocation", "servicePhone",
        "servicePostalAddress", "serviceSmsNumber", "serviceUrl"},
    "ContactPoint": THING | {
        "telephone", "email", "contactType", "areaServed", "availableLanguage", "hoursAvailable", "contactOption"},
}


@pytest.fixture(scope="module")
def catalogue():
    loaded = load(Path(__file__).parents[2])
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@pytest.fixture(scope="module")
def made(catalogue):
    """(service, language) -> its JSON-LD, read back."""
    return {(service.id, code): read(catalogue, service, code) for service in catalogue.services.values()
            for code in catalogue.jurisdictions[service.facts.jurisdiction].facts.languages}


def read(catalogue, service, code="en"):
    known = replace(catalogue, services={**catalogue.services, service.id: service})
    return json.loads(schema_org(known, f"guides/{service.id}", code, ADDRESS, TODAY))


def changed(service, **fields):
    return replace(service, facts=service.facts.model_copy(update=fields))


def nodes(value):
    """Every object inside, at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def with_channels(catalogue):
    """A service that has a channel with an address on the web, and the name of that channel."""
    for service in catalogue.services.values():
        channels = service.facts.channels if isinstance(service.facts.channels, dict) else {}
        for name, way in channels.items():
            if way.url and way.url != UNKNOWN and way.confidence != "low":
                return service, name
    raise AssertionError("no service has a channel on the web")


def test_every_guide_has_it(made):
    assert made
    for found in made.values():
        assert found["@context"] == "https://schema.org"
        assert found["@type"] == "GovernmentService"
        assert found["url"] == ADDRESS
        assert found["name"]
        assert found["provider"]


def wrong(found):
    """Types and properties that schema.org does not have."""
    known = [(node["@type"], key) for node in nodes(found) for key in node if not key.startswith("@")]
    return {f"{kind}.{key}" for kind, key in known if key not in TERMS.get(kind, ())}


def test_terms_are_those_of_schema_org(made):
    assert {name: wrong(found) for name, found in made.items() if wrong(found)} == {}


def test_languages_are_said_of_the_channel(catalogue):
    """schema.org has no availableLanguage for a service."""
    service, name = with_channels(catalogue)
    found = read(catalogue, changed(service, languages=("sw", "en"), channels={name: service.facts.channels[name]}))
    assert found["availableChannel"][0]["availableLanguage"] == ["sw", "en"]
    assert wrong(found) == set()


def test_a_wrong_term_is_seen():
    channel = {"@type": "ServiceChannel", "phone": "142"}
    service = {"@type": "GovernmentService", "availableLanguage": "en", "availableChannel": [channel]}
    assert wrong(service) == {"GovernmentService.availableLanguage", "ServiceChannel.phone"}
    assert wrong({"@type": "Servis", "name": "x"}) == {"Servis.name"}


def test_nothing_is_empty_or_unknown(made):
    for name, found in made.items():
        for node in nodes(found):
            assert set(node) - {"@type"}, f"{name}: an object of which nothing is said"
            for key, value in node.items():
                assert value not in (UNKNOWN, "not-applicable", "", None, [], {}), f"{name}: {key}"


def test_name_is_in_the_language_of_the_page(catalogue, made):
    for (identifier, code), found in made.items():
        words = catalogue.services[identifier].words
        assert found["name"] == words.get(code, words[catalogue.services[identifier].facts.source_language]).title


def test_other_pages_have_none(catalogue):
    for path in ("", "a-z", "organisations/" + next(iter(catalogue.organisations))):
        assert schema_org(catalogue, path, "en", ADDRESS, TODAY) == ""


@pytest.mark.parametrize(("update", "shown"), [
    ({}, True),
    ({"confidence": "medium"}, True),
    ({"confidence": "low"}, False),
    ({"valid_until": TODAY, "then": UNKNOWN}, True),
    ({"valid_until": TODAY - timedelta(days=1), "then": UNKNOWN}, False),
    ({"valid_from": TODAY}, True),
    ({"valid_from": TODAY + timedelta(days=1)}, False),
], ids=["sure", "medium", "low", "last day", "over", "first day", "to come"])
def test_only_a_channel_that_holds_is_told(catalogue, update, shown):
    service, name = with_channels(catalogue)
    way = service.facts.channels[name].model_copy(update=update)
    found = read(catalogue, changed(service, channels={name: way}))
    assert [one["serviceUrl"] for one in found.get("availableChannel", [])] == ([way.url] if shown else [])


def test_of_two_channels_the_second_is_left_out(catalogue):
    service, name = with_channels(catalogue)
    way = service.facts.channels[name]
    other = way.model_copy(update={"url": "https://second.example/", "confidence": "low"})
    assert "second.example" not in json.dumps(read(catalogue, changed(service, channels={name: way, "b": other})))


@pytest.mark.parametrize("value", [UNKNOWN, "not-applicable"])
def test_what_is_unknown_is_left_out(catalogue, value):
    service, _ = with_channels(catalogue)
    found = read(catalogue, changed(service, channels=value, languages=value))
    assert "availableChannel" not in found
    assert "availableLanguage" not in json.dumps(found)


def test_an_address_that_is_unknown_is_left_out(catalogue):
    service, name = with_channels(catalogue)
    way = service.facts.channels[name].model_copy(update={"url": UNKNOWN, "contact_point": None})
    assert "availableChannel" not in read(catalogue, changed(service, channels={name: way}))


def test_nothing_ends_the_script_that_holds_it(catalogue):
    service, _ = with_channels(catalogue)
    title = "</script><!-- & <b>"
    words = {code: one.model_copy(update={"title": title}) for code, one in service.words.items()}
    known = replace(catalogue, services={service.id: replace(service, words=words)})
    text = schema_org(known, f"guides/{service.id}", "en", ADDRESS, TODAY)
    assert "<" not in text
    assert json.loads(text)["name"] == title
