"""What the hand-written pages of docs/ say about the hub itself, for {hub}, {owner}, {countries} and their like."""

from dataclasses import dataclass

from hub.model.values import UNKNOWN
from hub.pages.contact import ORDER, dial
from hub.pages.scope import Scope
from hub.pages.text import Link, text


@dataclass(frozen=True, kw_only=True)
class HubView:
    """The hub in the page's language. feedback: ways to reach its owner; no_feedback: the sentence without one."""

    hub: str
    owner: str
    countries: str
    feedback: tuple[tuple[str, Link], ...]
    no_feedback: str
    enforcement: Link | None
    no_enforcement: str


def about_hub(scope: Scope) -> HubView:
    """What data/hub.yml says, in words."""
    hub, say = scope.catalogue.hub, scope.speech.say
    names = [scope.title("jurisdictions", one).plain for one in hub.jurisdictions]
    known = hub.enforcement != UNKNOWN
    return HubView(
        hub=hub.name, owner=hub.owner, countries=scope.speech.items(names),
        feedback=feedback(scope),
        no_feedback=say("no_feedback") if hub.feedback == UNKNOWN else "",
        enforcement=scope.link("organisations", hub.enforcement) if known else None,
        no_enforcement="" if known else say("no_enforcement"),
    )


def feedback(scope: Scope) -> tuple[tuple[str, Link], ...]:
    """(kind, link) for each way to reach the owner of the hub, in the one order of kinds."""
    points = scope.catalogue.hub.feedback
    if isinstance(points, str):
        return ()
    ways = []
    for point in sorted(points.values(), key=lambda one: ORDER.index(one.kind)):
        shown, href = dial(point)
        ways.append((scope.speech.say(f"contact_{point.kind.replace('-', '_')}"), Link(href=href, title=text(shown))))
    return tuple(ways)
