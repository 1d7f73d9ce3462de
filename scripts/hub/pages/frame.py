"""The frame around every page: its name, its languages, the way back, the doors at the foot."""

from dataclasses import dataclass
from typing import Any

from hub.model.values import NOT_APPLICABLE
from hub.pages.feedback import answer, answered, reports, ways
from hub.pages.guide import original, translation
from hub.pages.notices import AlertNote, notes
from hub.pages.scope import Scope, address
from hub.pages.text import Link, text

# The doors of the foot, where their pages exist.
DOORS = ("life-events", "topics", "a-z", "places", "alerts", "organisations", "accommodations", "accessibility",
         "about")
# The scripts that a kind of page has a use for: names of overrides/scripts/*.js. No page needs one.
SCRIPTS: dict[str, tuple[str, ...]] = {"alert": ("alert-end",), "place": ("open-now",), "a-z": ("a-z",),
                                       "offline": ("offline", "parts"), "search": ("search",)}
# Those of them that are of no use without a part of the page: the field of its view.
NEEDS = {"open-now": "open_now", "parts": "parts"}


@dataclass(frozen=True, kw_only=True)
class LanguageLink:
    """This page in another language, or (current) in this one."""

    code: str
    name: str
    dir: str
    href: str
    address: str
    current: bool


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What base.html needs besides the page itself. Strings are its own words, by key; worker: where sw.js is."""

    kind: str
    language: str
    dir: str
    hub: str
    home: str
    title: str
    description: str
    canonical: str
    say: dict[str, str]
    languages: tuple[LanguageLink, ...]
    x_default: str
    alerts: tuple[AlertNote, ...]
    breadcrumb: tuple[Link, ...]
    search: str
    doors: tuple[Link, ...]
    help: tuple[Link, ...]
    help_note: str
    reports: tuple[tuple[Link, ...], ...]
    feedback: tuple[tuple[str, Link], ...]
    answer: str
    report: Link | None
    translation: tuple[str, ...]
    original: Link | None
    edit: str
    built: str
    scripts: tuple[str, ...]
    worker: str


def frame(
    scope: Scope, *, kind: str, title: str, description: str, source: str, trail: tuple[Link, ...] = (),
    view: Any = None,
) -> Frame:
    """The frame of one page. source: the file that the page is made from; trail: the pages above it; view: its own."""
    catalogue, speech = scope.catalogue, scope.speech
    root = catalogue.hub.address.rstrip("/") + "/"
    crumbs = (Link(href=scope.url(""), title=text(speech.say("home"))), *trail) if scope.here else ()
    return Frame(
        kind=kind, language=scope.language, dir=speech.direction, hub=catalogue.hub.name, home=scope.url(""),
        title=title if scope.here == "" else f"{title} - {catalogue.hub.name}",
        description=description,
        canonical=root + address(catalogue, scope.here, scope.language),
        say=speech.texts,
        languages=_languages(scope, root),
        x_default=root + address(catalogue, scope.here, scope.offered[scope.here][0]),
        alerts=notes(scope),
        breadcrumb=crumbs,
        search=scope.url("a-z"),
        doors=scope.once(("doors",), _doors),
        help=scope.once(("help",), _help),
        help_note="" if scope.here else _help_note(scope),
        reports=reports(scope, title, root + address(catalogue, scope.here, scope.language)),
        feedback=ways(scope),
        answer=answer(scope) if answered(scope) else "",
        report=Link(href=scope.url("feedback"), title=text(speech.say("report")))
        if scope.here != "feedback" else None,
        translation=translation(scope, speech.language.translated_by, speech.language.speaker_check),
        original=next((original(scope, one.source_language) for _, one in scope.outdated), None),
        edit=catalogue.hub.edit + source,
        built=speech.say("built", date=speech.date(scope.today)),
        scripts=tuple(f"{scope.root}scripts/{name}.js" for name in SCRIPTS.get(kind, ())
                      if getattr(view, NEEDS.get(name, ""), True)),
        worker=f"{scope.root}sw.js",
    )


def _languages(scope: Scope, root: str) -> tuple[LanguageLink, ...]:
    """Only the languages in which this page exists."""
    links = []
    for code in scope.offered[scope.here]:
        language = scope.catalogue.languages[code]
        links.append(LanguageLink(code=code, name=language.name, dir=language.direction,
                                  href=scope.url(scope.here, code),
                                  address=root + address(scope.catalogue, scope.here, code),
                                  current=code == scope.language))
    return tuple(links)


def _doors(scope: Scope) -> tuple[Link, ...]:
    return tuple(Link(href=scope.url(path), title=text(scope.speech.say(f"door_{path.replace('-', '_')}")))
                 for path in DOORS if scope.exists(path))


def _help(scope: Scope) -> tuple[Link, ...]:
    """The page with emergency and relay numbers of each country, in the same place on every page (WCAG 3.2.6)."""
    return tuple(scope.country(one) for one in scope.catalogue.hub.jurisdictions
                 if scope.catalogue.jurisdictions[one].facts.emergency != NOT_APPLICABLE)


def _help_note(scope: Scope) -> str:
    """Whether anybody answers for the hub itself."""
    return "" if answered(scope) else scope.speech.say("no_feedback")


def trail(scope: Scope, *links: tuple[str, str]) -> tuple[Link, ...]:
    """Links of a breadcrumb from (path, key of the string)."""
    return tuple(Link(href=scope.url(path), title=text(scope.speech.say(key))) for path, key in links)

