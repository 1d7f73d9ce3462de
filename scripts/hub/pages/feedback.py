"""Telling the people who run the hub: links with the page filled in on every page, and the page about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from hub.model.hub import FeedbackContact
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages.contact import ORDER, ContactView, contacts, dial
from hub.pages.text import Link, text

if TYPE_CHECKING:
    from hub.pages.scope import Scope

# What one can report; a form is told which by `about`.
REPORTS = ("barrier", "wrong-fact")
# SDG indicator 16.6.2 asks about the last experience with a public service.
QUESTIONS = ("reach", "afford", "simple", "equal", "in-time")


@dataclass(frozen=True, kw_only=True)
class Body:
    """A body that hears complaints, and the first way to reach it."""

    link: Link
    contact: ContactView | None


@dataclass(frozen=True, kw_only=True)
class Complaints:
    """The bodies of a country; none: the sentence where we know of none."""

    id: str
    country: Link
    bodies: tuple[Body, ...]
    none: str


@dataclass(frozen=True, kw_only=True)
class FeedbackView:
    """The page about feedback. nobody: the sentence where nobody answers; answer: when an answer comes."""

    nobody: str
    ways: tuple[tuple[str, Link], ...]
    answer: str
    questions: tuple[str, ...]
    guides: Link
    complaints: tuple[Complaints, ...]
    enforcement: Link | None


def view(scope: "Scope") -> FeedbackView:
    """Who answers, what to tell, and what one can do besides."""
    hub, say = scope.catalogue.hub, scope.speech.say
    silent = not answered(scope)
    return FeedbackView(
        nobody=say("feedback_nobody") if silent else "",
        ways=ways(scope),
        answer="" if silent else answer(scope) or say("feedback_no_time"),
        questions=tuple(say(f"question_{one.replace('-', '_')}") for one in QUESTIONS),
        guides=Link(href=scope.url("a-z"), title=text(say("door_a_z"))),
        complaints=tuple(_complaints(scope, one) for one in hub.jurisdictions
                         if scope.catalogue.jurisdictions[one].facts.emergency != NOT_APPLICABLE),
        enforcement=None if hub.enforcement == UNKNOWN else scope.anywhere("organisations", hub.enforcement),
    )


def answered(scope: "Scope") -> bool:
    """Whether anybody answers for the hub."""
    hub = scope.catalogue.hub
    return bool(hub.feedback_form) or hub.feedback != UNKNOWN


def answer(scope: "Scope") -> str:
    """When an answer comes, where the hub says so."""
    within = scope.catalogue.hub.answer_within
    return scope.speech.say("answer_within", time=scope.speech.duration(within)) if within else ""


def ways(scope: "Scope") -> tuple[tuple[str, Link], ...]:
    """(kind, link) for each way to reach the owner of the hub, in the one order of kinds, the form last."""
    found = []
    for point in _points(scope):
        shown, href = dial(point)
        found.append((_kind(scope, point), Link(href=href, title=text(shown))))
    if form := scope.catalogue.hub.feedback_form:
        found.append((scope.speech.say("contact_web_form"), Link(href=form, title=text(form.partition("://")[2]))))
    return tuple(found)


def reports(scope: "Scope", title: str, page: str) -> tuple[tuple[Link, ...], ...]:
    """For each thing that one can report, a link for each way that can be filled in. page: the address of the page."""
    made = []
    for about in REPORTS:
        what = scope.speech.say(f"report_{about.replace('-', '_')}")
        filled = _filled(scope, about, what, title, page)
        if links := tuple(Link(href=href, title=text(f"{what}: {way}")) for way, href in filled):
            made.append(links)
    return tuple(made)


def _filled(scope: "Scope", about: str, what: str, title: str, page: str) -> Iterator[tuple[str, str]]:
    """(way, address) of the first contact point of each kind that takes a text, and of the form."""
    seen = set()
    for point in _points(scope):
        href = _address(point, what, title, page)
        if href and point.kind not in seen:
            seen.add(point.kind)
            yield _kind(scope, point), href
    if form := scope.catalogue.hub.feedback_form:
        follows = "&" if "?" in form else "?"
        yield scope.speech.say("contact_web_form"), f"{form}{follows}page={_coded(page)}&about={about}"


def _address(point: FeedbackContact, what: str, title: str, page: str) -> str:
    """What a tap opens, with the text in it; empty for a way that takes none."""
    _, href = dial(point)
    if point.kind == "email" and point.address:
        return f"mailto:{quote(point.address, safe='@')}?subject={_coded(f'{what}: {title}')}&body={_coded(page)}%0D%0A"
    if href.startswith("sms:"):
        return f"{href}?body={_coded(f'{what}: {page} ')}"
    if href.startswith("https://wa.me/"):
        return f"{href}?text={_coded(f'{what}: {page} ')}"
    return ""


def _coded(words: str) -> str:
    return quote(words, safe="")


def _points(scope: "Scope") -> list[FeedbackContact]:
    points = scope.catalogue.hub.feedback
    return [] if isinstance(points, str) else sorted(points.values(), key=lambda one: ORDER.index(one.kind))


def _kind(scope: "Scope", point: FeedbackContact) -> str:
    return scope.speech.say(f"contact_{point.kind.replace('-', '_')}")


def _complaints(scope: "Scope", jurisdiction: str) -> Complaints:
    bodies = [one for one in scope.catalogue.organisations.values()
              if one.facts.type == "ombudsman" and one.facts.jurisdiction == jurisdiction]
    return Complaints(
        id=jurisdiction, country=scope.country(jurisdiction), bodies=tuple(_body(scope, one.id) for one in bodies),
        none="" if bodies else scope.speech.say("feedback_no_body"),
    )


def _body(scope: "Scope", identifier: str) -> Body:
    points = scope.catalogue.organisations[identifier].facts.contact_points
    names = points if isinstance(points, dict) else ()
    found = [one for one in contacts(scope, tuple(f"{identifier}.{name}" for name in names)) if one.shown]
    return Body(link=scope.anywhere("organisations", identifier), contact=found[0] if found else None)
