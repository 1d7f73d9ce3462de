"""An alert as CAP 1.2 (OASIS), one info for each language, and the alerts of a language as an Atom feed.

CAP is a sequence: the order of the lines below is the schema's. What no standard has travels in <parameter>.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from hub.model.alert import AlertFacts, AlertWords
from hub.model.catalogue import Catalogue, Thing

Alert = Thing[AlertFacts, AlertWords]
NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
NEVER = "1970-01-01T00:00:00+00:00"


def cap(alert: Alert) -> str:
    """The whole message."""
    facts = alert.facts
    lines = [_tag("identifier", facts.identifier), _tag("sender", facts.sender), _tag("sent", facts.sent),
             _tag("status", facts.status), _tag("msgType", facts.msg_type), _tag("scope", facts.scope)]
    if facts.references:
        lines.append(_tag("references", " ".join(facts.references)))
    for language in _languages(alert):
        lines += ["<info>", *_info(alert, language), "</info>"]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f'<alert xmlns="{NAMESPACE}">', *lines, "</alert>", ""])


def _languages(alert: Alert) -> list[str]:
    """The source language first: a program that reads one info only gets the original."""
    first = alert.facts.source_language
    return [first, *(code for code in alert.words if code != first)]


def _info(alert: Alert, language: str) -> Iterator[str]:
    facts, words = alert.facts, alert.words[language]
    yield _tag("language", language)
    yield from (_tag("category", one) for one in facts.category)
    yield _tag("event", words.event)
    yield from (_tag("responseType", one) for one in facts.response_type)
    yield from (_tag(name, getattr(facts, name)) for name in ("urgency", "severity", "certainty"))
    yield from (_tag(name, value) for name in ("effective", "onset", "expires") if (value := getattr(facts, name)))
    yield from (_tag(name, getattr(words, name)) for name in ("headline", "description", "instruction"))
    yield _parameter("jurisdiction", facts.jurisdiction)
    yield from (_parameter("closes", one) for one in facts.effects.closes)
    for one in facts.effects.changes:
        yield _parameter("changes", one)
        if one in words.changes:
            yield _parameter(f"changes.{one}", words.changes[one])
    for key, area in facts.areas.items():
        name = words.areas.get(key) or alert.words[facts.source_language].areas[key]
        yield "<area>"
        yield _tag("areaDesc", name)
        yield from (_tag("polygon", one) for one in area.polygons)
        yield from (_tag("circle", one) for one in area.circles)
        yield from (_pair("geocode", listed, code) for listed, codes in area.geocodes.items() for code in codes)
        yield "</area>"


def _tag(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>"


def _parameter(name: str, value: str) -> str:
    return _pair("parameter", name, value)


def _pair(name: str, value_name: str, value: str) -> str:
    return f"<{name}>{_tag('valueName', value_name)}{_tag('value', value)}</{name}>"


def feed(catalogue: Catalogue, language: str) -> str:
    """Every public alert that has a page in the language, the newest first. The mark is where one is stamped in."""
    hub, root = catalogue.hub, catalogue.hub.address.rstrip("/") + "/"
    say, page = catalogue.strings[language], f"{root}{_prefix(catalogue, language)}alerts/"
    title = f"{say['title_alerts']} - {hub.name}"
    own = f"{root}data/alerts/feed.{language}.xml"
    found = sorted((one for one in catalogue.alerts.values()
                    if one.facts.public and language in _spoken(catalogue, one)),
                   key=lambda one: (-one.facts.start.timestamp(), one.id))
    head = (f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
            f"<id>{escape(own)}</id>{_tag('title', title)}"
            f"{_tag('updated', newest(one.facts.sent for one in found))}<author>{_tag('name', hub.owner)}</author>"
            f'<link rel="self" href="{escape(own)}"/><link href="{escape(page)}"/><!--alert-->')
    return head + "".join(entry(catalogue, one, language) for one in found) + "</feed>\n"


def newest(sent: Iterable[str]) -> str:
    """When a feed of these was last changed: when the newest was sent, so that it does not depend on the build.

    Atom wants a moment also where nothing was ever sent.
    """
    return max(sent, key=datetime.fromisoformat, default=NEVER)


def entry(catalogue: Catalogue, alert: Alert, language: str) -> str:
    """One alert in the feed."""
    root = catalogue.hub.address.rstrip("/") + "/"
    page = f"{root}{_prefix(catalogue, language)}alerts/{alert.id}/"
    words = alert.words.get(language, alert.words[alert.facts.source_language])
    return (f"<entry><!--{alert.id}-->{_tag('id', page)}{_tag('title', words.headline)}"
            f"{_tag('updated', alert.facts.sent)}{_tag('summary', words.description)}"
            f'<link href="{escape(page)}"/><link rel="related" type="application/cap+xml" '
            f'href="{escape(root)}data/alerts/{alert.id}.xml"/></entry>')


def _prefix(catalogue: Catalogue, language: str) -> str:
    return "" if language == catalogue.default_language else f"{language}/"


def _spoken(catalogue: Catalogue, alert: Alert) -> tuple[str, ...]:
    return catalogue.jurisdictions[alert.facts.jurisdiction].facts.languages
