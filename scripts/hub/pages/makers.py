"""What makes a page of each kind: its template, view, title, description, source file, and the way back above it."""

from collections.abc import Callable
from typing import Any

from hub.pages import (
    accommodations,
    alerts,
    check,
    countries,
    easy,
    feedback,
    full_text_search,
    guide,
    lists,
    mobile,
    offline,
    organisation,
    place,
    quality,
    sign,
    source_page,
    sources,
    unknowns,
)
from hub.pages.frame import trail
from hub.pages.scope import FOLDER, Scope
from hub.pages.text import Link, text


def _home(scope: Scope, _: str) -> tuple:
    say = scope.speech.say
    return ("home", countries.home(scope), f"{scope.catalogue.hub.name} - {say('hub_title')}", say("hub_summary"),
            _strings(scope), ())


def _list(kind: str, key: str, make: Callable[[Scope], Any], template: str) -> Callable[[Scope, str], tuple]:
    def made(scope: Scope, _: str) -> tuple:
        title = scope.speech.say(f"title_{key}")
        return template, make(scope), title, scope.speech.say(f"summary_{key}"), _strings(scope), ()

    return made


def _thing(kind: str, template: str, make: Callable[[Scope, Any], Any]) -> Callable[[Scope, str], tuple]:
    def made(scope: Scope, identifier: str) -> tuple:
        thing = getattr(scope.catalogue, kind)[identifier]
        folder = FOLDER[kind]
        view = make(scope, thing)
        title = scope.title(kind, identifier).plain
        summary = scope.words(thing, lambda words: getattr(words, "summary", getattr(words, "description", None)))
        above = trail(scope, (folder, f"door_{folder.replace('-', '_')}")) if folder in LISTS else ()
        if kind == "services":
            above = (scope.link("jurisdictions", thing.facts.jurisdiction),)
        if kind == "life_events":
            # The same thing happens in two countries, and a title must tell one page from another.
            title = f"{title} ({scope.title('jurisdictions', thing.facts.jurisdiction).plain})"
        words = scope.language if scope.language in thing.words else thing.facts.source_language
        return template, view, title, summary.plain if summary else title, f"{thing.path}/{words}.yml", above

    return made


def _alert(scope: Scope, identifier: str) -> tuple:
    """An alert; two may have the same headline, so the title says when it was sent."""
    thing = scope.catalogue.alerts[identifier]
    template, view, title, summary, source, above = _thing("alerts", "alert", alerts.view)(scope, identifier)
    return template, view, f"{title} ({scope.speech.date(thing.facts.sent[:10])})", summary, source, above


def _place(scope: Scope, identifier: str) -> tuple:
    """A place; a mobile unit has its stops where others have an address, and stands below the list of units."""
    if scope.catalogue.places[identifier].facts.mobile is None:
        return _thing("places", "place", place.view)(scope, identifier)
    made = _thing("places", "mobile-unit", place.view)(scope, identifier)
    return *made[:-1], trail(scope, ("mobile", "title_mobile"))


def _sources(scope: Scope, identifier: str) -> tuple:
    """The sources of a country, or one of them."""
    jurisdiction, _, one = identifier.partition("/")
    name = scope.title("jurisdictions", jurisdiction).plain
    title = scope.speech.say("title_sources", country=name)
    above = (scope.link("jurisdictions", jurisdiction),) if scope.exists(f"jurisdictions/{jurisdiction}") else ()
    if one:
        above = (*above, Link(href=scope.url(f"sources/{jurisdiction}"), title=text(title)))
        view, title = source_page.view(scope, one), source_page.title(scope, one)
        return "source", view, title, scope.speech.say("summary_source"), f"data/sources/{one}.yml", above
    view = sources.page(scope, jurisdiction)
    return "sources", view, title, scope.speech.say("summary_sources"), _strings(scope), above


def _unknown(scope: Scope, jurisdiction: str) -> tuple:
    """What is not known about a country."""
    thing = scope.catalogue.jurisdictions[jurisdiction]
    title = scope.speech.say("title_unknown", country=scope.title("jurisdictions", jurisdiction).plain)
    view = unknowns.view(scope, thing, title)
    above = (scope.link("jurisdictions", jurisdiction),)
    return "unknown", view, title, scope.speech.say("summary_unknown"), _strings(scope), above


def _quality(scope: Scope, jurisdiction: str) -> tuple:
    """What the offices of a country promise and do, and how fresh its guides are."""
    title = scope.speech.say("title_quality", country=scope.title("jurisdictions", jurisdiction).plain)
    view = quality.view(scope, jurisdiction, title)
    above = (scope.link("jurisdictions", jurisdiction),)
    return "quality", view, title, scope.speech.say("summary_quality"), _strings(scope), above


def _check(scope: Scope, identifier: str) -> tuple:
    """A page of a service's check: guides/<service>/check/<question or result>."""
    service, _, name = identifier.partition("/check")
    thing = scope.catalogue.services[service]
    template, view, title = check.made(scope, thing, name.lstrip("/"))
    above = (scope.link("jurisdictions", thing.facts.jurisdiction), scope.link("services", service))
    if name and (door := check.door(scope, thing)):
        above = (*above, door)
    words = scope.language if scope.language in thing.words else thing.facts.source_language
    return template, view, title, scope.speech.say("no_decision"), f"{thing.path}/{words}.yml", above


def _guide(scope: Scope, identifier: str) -> tuple:
    """A guide, the questions of its check, or the same in Easy Read or sign language."""
    if "/check" in identifier:
        return _check(scope, identifier)
    name, _, form = identifier.partition("/")
    if not form:
        return _thing("services", "guide", guide.view)(scope, identifier)
    service = scope.catalogue.services[name]
    above = (scope.link("jurisdictions", service.facts.jurisdiction), scope.link("services", service.id))
    if form == "sign":
        words = scope.language if scope.language in service.words else service.facts.source_language
        return ("sign", sign.view(scope, service), sign.title(scope, service), scope.speech.say("sign_summary"),
                f"{service.path}/{words}.yml", above)
    title = easy.title(scope, service)
    return ("easy", easy.view(scope, service), title, scope.speech.say("easy_summary"),
            f"{service.path}/{scope.language}.yml", above)


def _accommodation(scope: Scope, term: str) -> tuple:
    """One accommodation."""
    title, what = (scope.term("accommodations", term, part).plain for part in ("label", "what"))
    vocabulary = scope.catalogue.vocabularies["accommodations"]
    words = scope.language if scope.language in vocabulary.words else vocabulary.facts.source_language
    above = trail(scope, ("accommodations", "door_accommodations"))
    return ("accommodation", accommodations.view(scope, term), title, what or title, f"{vocabulary.path}/{words}.yml",
            above)


def _search(scope: Scope, _: str) -> tuple:
    """Search inside the guides, below the list that does not need it."""
    template, view, title, summary, source, _ = _list("services", "search", full_text_search.view, "search")(scope, "")
    return template, view, title, summary, source, trail(scope, ("a-z", "door_a_z"))


def _strings(scope: Scope) -> str:
    return f"data/strings/{scope.language}.yml"


# Path of a page -> what makes it; first folder of a path -> what makes the pages in it, which are given the rest.
LISTS = {
    "": _home,
    "topics": _list("topics", "topics", lists.topics, "topics"),
    "life-events": _list("life_events", "life_events", lists.life_events, "life-events"),
    "a-z": _list("services", "a_z", lists.a_z, "a-z"),
    "search": _search,
    "places": _list("places", "places", place.places, "places"),
    "mobile": _list("mobile", "mobile", mobile.units, "mobile"),
    "alerts": _list("alerts", "alerts", alerts.alerts, "alerts"),
    "organisations": _list("organisations", "organisations", organisation.organisations, "organisations"),
    "feedback": _list("feedback", "feedback", feedback.view, "feedback"),
    "accommodations": _list("accommodations", "accommodations", accommodations.accommodations, "accommodations"),
    "offline": _list("offline", "offline", offline.view, "offline"),
    "take": _list("take", "take", offline.take, "take"),
}
THINGS = {
    "accommodations": _accommodation,
    "sources": _sources,
    "unknown": _unknown,
    "quality": _quality,
    "alerts": _alert,
    "guides": _guide,
    "topics": _thing("topics", "topic", lists.topic),
    "life-events": _thing("life_events", "life-event", lists.life_event),
    "jurisdictions": _thing("jurisdictions", "jurisdiction", countries.jurisdiction),
    "places": _place,
    "organisations": _thing("organisations", "organisation", organisation.view),
}
