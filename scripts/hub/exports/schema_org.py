"""A service as schema.org's GovernmentService, for the page itself (JSON-LD 1.1).

What is unknown, not confirmed or over is left out: a machine must not read it as known.
"""

import json
from datetime import date
from typing import Any

from hub.model.catalogue import Catalogue, Thing
from hub.model.provenance import Sourced
from hub.model.service import Channel, ServiceFacts
from hub.model.service_words import ServiceWords


def schema_org(catalogue: Catalogue, path: str, language: str, address: str, today: date) -> str:
    """The JSON-LD of the guide at `path` on a day; empty for other pages. Safe inside a script element."""
    folder, _, identifier = path.partition("/")
    if folder != "guides" or "/" in identifier:
        return ""
    made = _service(catalogue, catalogue.services[identifier], language, address, today)
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _service(
    catalogue: Catalogue, service: Thing[ServiceFacts, ServiceWords], language: str, address: str, today: date
) -> dict[str, Any]:
    facts, code = service.facts, _language(service, language)
    words = service.words[code]
    made = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "url": address,
        "name": words.title,
        "provider": [_organisation(catalogue, one, language) for one in facts.competent_authority],
        "serviceOperator": [_organisation(catalogue, one, language) for one in facts.operated_by],
        "areaServed": catalogue.jurisdictions[facts.jurisdiction].facts.place_code,
        "availableChannel": [one for way in _ways(facts, today) if (one := _channel(catalogue, service, way, today))],
    }
    return {key: value for key, value in made.items() if value}


def _language(thing: Thing[Any, Any], language: str) -> str:
    return language if language in thing.words else thing.facts.source_language


def _organisation(catalogue: Catalogue, identifier: str, language: str) -> dict[str, str]:
    thing = catalogue.organisations[identifier]
    made = {"@type": "GovernmentOrganization", "name": thing.words[_language(thing, language)].name}
    return made if thing.facts.website == "unknown" else {**made, "url": thing.facts.website}


def _ways(facts: ServiceFacts, today: date) -> list[Channel]:
    ways = facts.channels.values() if isinstance(facts.channels, dict) else ()
    return [way for way in ways if _holds(way, today)]


def _holds(fact: Sourced, today: date) -> bool:
    begun = fact.valid_from is None or fact.valid_from <= today
    return fact.confidence != "low" and begun and (fact.valid_until is None or fact.valid_until >= today)


def _channel(catalogue: Catalogue, service: Thing[ServiceFacts, Any], way: Channel, today: date) -> dict[str, Any]:
    made: dict[str, Any] = {"serviceUrl": way.url if way.url != "unknown" else None}
    reference = next((one for one in service.facts.contact_points if one.endswith(f".{way.contact_point}")), "")
    point = catalogue.contact(reference) if reference else None
    if point and point.number and _holds(point, today):
        made["servicePhone"] = {"@type": "ContactPoint", "telephone": point.international or point.number}
    kept = {key: value for key, value in made.items() if value}
    if kept and isinstance(service.facts.languages, tuple):
        # of a channel or a contact point; schema.org's Service has no languages
        kept["availableLanguage"] = list(service.facts.languages)
    return {"@type": "ServiceChannel", **kept} if kept else {}

