"""Contact points as a page shows them: what to call them, what to dial, when somebody answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.model.organisation import ContactPoint
from hub.model.values import UNKNOWN
from hub.pages.states import holds
from hub.pages.text import Text

if TYPE_CHECKING:
    from hub.pages.scope import Scope

# The order in which ways to get help are named on every page (WCAG 3.2.6).
ORDER = ("voice", "textphone", "text-relay", "video-relay", "video", "sms", "ussd", "whatsapp", "telegram", "email",
         "post", "web-form")


@dataclass(frozen=True, kw_only=True)
class ContactView:
    """One way to reach somebody. shown and href: the number or address; hours: rows of days and times."""

    kind: str
    title: Text
    text: Text
    shown: str
    href: str
    spoken: str
    toll_free: str
    hours: tuple[tuple[str, str], ...]
    languages: str


def dial(point: Any) -> tuple[str, str]:
    """What is shown and what a tap does: a tel, sms, WhatsApp, Telegram or mail link, or a web address."""
    if point.kind == "post" and point.address:
        return point.address, ""
    if point.address:
        return point.address, f"mailto:{point.address}"
    if not point.number:
        shown = (point.url or "").removeprefix("https://").removeprefix("http://").rstrip("/")
        return shown, point.url or ""
    plain = (point.international or point.number).replace(" ", "")
    scheme = {"sms": "sms:", "whatsapp": "https://wa.me/", "telegram": "https://t.me/"}.get(point.kind, "tel:")
    if scheme.startswith("https:") and not point.international:
        scheme = "tel:"
    # wa.me wants the digits alone; in a tel link the hash of a USSD code would begin a fragment.
    number = plain.lstrip("+") if scheme == "https://wa.me/" else plain.replace("#", "%23")
    return point.number.replace(" ", "\u00a0"), scheme + number


def contact(scope: Scope, reference: str) -> ContactView | None:
    """The contact point that organisation.contact names; None where it is unknown or unconfirmed."""
    return scope.once(("contact", reference), lambda inside: _contact(inside, reference))


def _contact(scope: Scope, reference: str) -> ContactView | None:
    point = scope.catalogue.contact(reference)
    if point is None or not holds(point, scope.today):
        return None
    organisation, _, name = reference.partition(".")
    thing = scope.catalogue.organisations[organisation]
    shown, href = dial(point)
    return ContactView(
        kind=scope.speech.say(f"contact_{point.kind.replace('-', '_')}"),
        title=scope.worded(thing, "contact_points", name, "title"),
        text=scope.worded(thing, "contact_points", name, "text"),
        shown=shown,
        href=href,
        spoken=_spoken(scope, point),
        toll_free=scope.speech.say("toll_free") if point.toll_free == "yes" else "",
        hours=() if point.hours == UNKNOWN else scope.speech.hours(point.hours),
        languages="" if point.languages == UNKNOWN
        else scope.speech.say("languages", languages=scope.speech.items(map(scope.speech.name_of, point.languages))),
    )


def _spoken(scope: Scope, point: ContactPoint) -> str:
    """A USSD code sign by sign, because speech skips * and #."""
    if point.kind != "ussd" or not point.number:
        return ""
    signs = {"*": scope.speech.say("star"), "#": scope.speech.say("hash")}
    return " ".join(signs.get(sign, sign) for sign in point.number.replace(" ", ""))


def contacts(scope: Scope, references: tuple[str, ...]) -> tuple[ContactView, ...]:
    """Several contact points, in the one order of kinds."""
    known = [reference for reference in references if scope.catalogue.contact(reference)]
    known.sort(key=lambda reference: ORDER.index(scope.catalogue.contact(reference).kind))
    return tuple(view for reference in known if (view := contact(scope, reference)))
