"""Which pages belong together, to be saved or carried away as one: a topic, or a whole language."""

from dataclasses import dataclass

from hub.model.catalogue import Catalogue
from hub.pages.scope import Scope, address
from hub.pages.text import Link, text

# About the hub and its sources rather than about services, or, as alerts, true only now, or, as the search inside the
# guides, of no use without a server; a link to one of them leads to the hub.
LEFT_OUT = ("sources", "unknown", "quality", "checklist", "offline", "take", "alerts", "search")
# Come with every part: the first page, and the list by which a guide is found.
ALWAYS = ("", "a-z")


@dataclass(frozen=True, kw_only=True)
class Part:
    """Pages of one language by path. topic: "" for the whole language. file: from the root; start: its first page."""

    topic: str
    file: str
    start: str
    paths: tuple[str, ...]


def parts(scope: Scope) -> tuple[Part, ...]:
    """The whole language, then each topic, in the order of the hub; none where this build makes no files of parts.

    Worked out once for a language: each topic's page asks.
    """
    key = (scope.language, "parts")
    if key not in scope.shared:
        scope.shared[key] = _parts(scope) if scope.exists("take") else ()
    return scope.shared[key]


def _parts(scope: Scope) -> tuple[Part, ...]:
    pages = whole(scope)
    topics = [topic for topic in scope.catalogue.hub.topics if scope.exists(f"topics/{topic}")]
    return tuple(_part(scope, topic, _of_topic(scope, topic, pages) if topic else pages) for topic in ("", *topics))


def whole(scope: Scope) -> tuple[str, ...]:
    """The pages of the language, in order; without those that are left out."""
    return tuple(sorted(path for path in scope.offered if scope.exists(path)
                        and not path.partition("/")[0].startswith(LEFT_OUT)))


def _part(scope: Scope, topic: str, paths: tuple[str, ...]) -> Part:
    start = f"topics/{topic}" if topic else ""
    return Part(topic=topic, file=file(scope.language, topic), start=address(scope.catalogue, start, scope.language),
                paths=paths)


def file(language: str, topic: str = "") -> str:
    """Where the pages of a part are, from the root of the site."""
    return f"packs/{language}/{topic}.json" if topic else f"packs/{language}.json"


def _of_topic(scope: Scope, topic: str, pages: tuple[str, ...]) -> tuple[str, ...]:
    """The topic, its guides with their questions and other forms, and the countries, who help in an emergency."""
    services = [one for one in scope.catalogue.services.values() if topic in one.facts.topics]
    named = {*ALWAYS, f"topics/{topic}", *(f"jurisdictions/{one.facts.jurisdiction}" for one in services)}
    guides = {f"guides/{one.id}" for one in services}
    # "guides/az-passport/check/age" belongs to "guides/az-passport"
    return tuple(path for path in pages if path in named or "/".join(path.split("/", 2)[:2]) in guides)


def carried(catalogue: Catalogue, language: str, kind: str) -> str:
    """A file to take away, from the root of the site: packs/stepfree-az.zip. kind: its ending."""
    name = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in catalogue.hub.name.lower())
    return f"packs/{'-'.join(filter(None, name.split('-'))) or 'hub'}-{language}.{kind}"


def size(path: str, unit: str = "KB") -> str:
    """The mark for the size of a file: KB as it is sent (gzip), KB of the file itself, or its bytes.

    scripts/hub/site/packs knows them when all pages are made, and puts them there.
    """
    return f"%{path}:{unit}%"


def door(scope: Scope, path: str) -> Link | None:
    """A link to one of the two pages, where it exists."""
    return Link(href=scope.url(path), title=text(scope.speech.say(f"title_{path}"))) if scope.exists(path) else None


def save_topic(scope: Scope, topic: str) -> Link | None:
    """From a topic to the place where it can be saved."""
    mine = next((one for one in parts(scope) if one.topic == topic), None)
    words = scope.speech.say("save_topic", size=size(mine.file)) if mine else ""
    return Link(href=f"{scope.url('offline')}#save-{topic}", title=text(words)) if mine else None
