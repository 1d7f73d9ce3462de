"""What stands in the words where they point at a fact: {cost.standard}, {contact.call-centre}, {service.x}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.catalogue import Thing
from hub.model.values import UNKNOWN
from hub.pages.contact import dial
from hub.pages.states import holds
from hub.pages.text import Run

if TYPE_CHECKING:
    from hub.pages.scope import Scope
    from hub.pages.speech import Speech


def run(scope: Scope, speech: Speech, thing: Thing[Any, Any], kind: str, name: str) -> Run:
    """The fact as text of that language, or as a link; what is unknown or unconfirmed is said to be unknown."""
    if kind in ("service", "place", "organisation"):
        return _thing(scope, speech, f"{kind}s", name)
    if kind == "contact":
        return _contact(scope, speech, thing, name)
    fact = _fact(thing, kind, name)
    if fact is None or not holds(fact, scope.today):
        return Run(speech.say("not_known"))
    if kind == "link":
        return Run(fact.url.removeprefix("https://").removeprefix("http://").rstrip("/"), fact.url, ltr=True)
    if kind == "time":
        return Run(_time(speech, fact))
    if kind == "cost" and fact.amount == 0 and "." not in name:
        # "You pay nothing"; what one side of a conflict says stays a number, for a page that "says nothing" is silent.
        return Run(speech.say("nothing"))
    return Run(speech.money(fact.amount, fact.currency) if fact.amount is not None else speech.say("not_known"))


def _thing(scope: Scope, speech: Speech, kind: str, name: str) -> Run:
    """A link to another thing; its name may be in another language than the words around it."""
    link = scope.link(kind, name)
    lang = link.title.lang or scope.language
    if lang == speech.code:
        return Run(link.title.plain, link.href)
    return Run(link.title.plain, link.href, lang=lang, dir=scope.speeches[lang].direction)


def _contact(scope: Scope, speech: Speech, thing: Thing[Any, Any], name: str) -> Run:
    points = thing.facts.contact_points
    own = points.get(name) if isinstance(points, dict) else None
    reference = next((point for point in points if point.partition(".")[2] == name), "") if own is None else ""
    point = own or scope.catalogue.contact(reference)
    if point is None or not holds(point, scope.today):
        return Run(speech.say("not_known"))
    shown, href = dial(point)
    return Run(shown, href, ltr=True)


def _time(speech: Speech, fact: Any) -> str:
    if hasattr(fact, "within"):
        return speech.duration(fact.within)
    if fact.at_least and fact.at_most:
        return speech.say("span", low=speech.duration(fact.at_least, fact.counted_in),
                          high=speech.duration(fact.at_most, fact.counted_in))
    return speech.duration(fact.at_most or fact.at_least, fact.counted_in)


def _fact(thing: Thing[Any, Any], kind: str, name: str) -> Any:
    first, _, side = name.partition(".")
    if side:
        return thing.facts.conflicts[first].says[side]
    for field in {"cost": ("costs",), "amount": ("outputs",), "link": ("links",),
                  "time": ("processing_time", "deadlines")}[kind]:
        found = getattr(thing.facts, field)
        if found != UNKNOWN and isinstance(found, dict) and first in found:
            return found[first]
    return None
