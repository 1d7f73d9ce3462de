"""Which page exists in which language: nothing may link to a page that does not exist."""

from collections.abc import Iterable, Mapping
from typing import Any

from hub.model.catalogue import Catalogue, Thing
from hub.pages import check


def offered(
    catalogue: Catalogue, docs: Mapping[str, Iterable[str]], *, carried: bool = True,
    full_text: bool = False,
) -> dict[str, tuple[str, ...]]:
    """Path -> languages, in the switcher's order. docs: the hand-written pages, path -> languages.

    carried: whether the build makes the files to which the page "take" leads. full_text: whether there is a
    search inside the guides, in each language that has guides.
    """
    pages: dict[str, Iterable[str]] = {"": catalogue.languages, "a-z": catalogue.languages,
                                        "feedback": catalogue.languages, "offline": catalogue.languages}
    if carried:
        pages["take"] = catalogue.languages
    for kind, folder in (("services", "guides"), ("life_events", "life-events"), ("organisations", "organisations"),
                         ("jurisdictions", "jurisdictions"), ("places", "places"), ("alerts", "alerts")):
        for thing in getattr(catalogue, kind).values():
            if kind == "alerts" and not thing.facts.public:
                continue
            pages[f"{folder}/{thing.id}"] = spoken(catalogue, kind, thing)
    for service in catalogue.services.values():
        pages |= dict.fromkeys(check.paths(catalogue, service.id), spoken(catalogue, "services", service))
        written = [code for code in spoken(catalogue, "services", service)
                   if code in service.words and service.words[code].easy]
        if written:
            pages[f"guides/{service.id}/easy"] = written
        if any(video.confidence != "low" for video in service.facts.sign_videos.values()):
            pages[f"guides/{service.id}/sign"] = spoken(catalogue, "services", service)
    for thing in catalogue.jurisdictions.values():
        pages[f"unknown/{thing.id}"] = spoken(catalogue, "jurisdictions", thing)
        pages[f"quality/{thing.id}"] = spoken(catalogue, "jurisdictions", thing)
    for term in catalogue.vocabularies["accommodations"].facts.terms:
        pages[f"accommodations/{term}"] = catalogue.languages
    for topic in catalogue.topics:
        pages[f"topics/{topic}"] = {code for service in catalogue.services.values() if topic in service.facts.topics
                                    for code in spoken(catalogue, "services", service)}
    for folder in ("life-events", "topics", "places", "organisations", "accommodations"):
        inside = [languages for path, languages in pages.items() if path.startswith(f"{folder}/")]
        pages[folder] = {code for languages in inside for code in languages}
    units = [one for one in catalogue.places.values() if one.facts.mobile]
    if units:
        pages["mobile"] = {code for one in units for code in spoken(catalogue, "places", one)}
    for identifier, source in catalogue.sources.items():
        pages[f"sources/{source.jurisdiction}"] = catalogue.languages
        pages[f"sources/{source.jurisdiction}/{identifier}"] = (
            catalogue.jurisdictions[source.jurisdiction].facts.languages)
    pages["alerts"] = catalogue.languages
    if full_text:
        guides = [languages for path, languages in pages.items() if path.startswith("guides/")]
        pages["search"] = {code for languages in guides for code in languages}
    pages.update(docs)
    return {path: tuple(code for code in catalogue.languages if code in set(languages))
            for path, languages in pages.items()}


def spoken(catalogue: Catalogue, kind: str, thing: Thing[Any, Any]) -> tuple[str, ...]:
    """The languages in which a thing is offered: those of its jurisdiction."""
    if kind == "jurisdictions":
        return thing.facts.languages
    if kind == "places":
        identifier = catalogue.organisations[thing.facts.organisation].facts.jurisdiction
    else:
        identifier = thing.facts.jurisdiction
    return catalogue.jurisdictions[identifier].facts.languages
