"""What the hand-written pages of docs/ say about the hub itself, for {hub}, {owner}, {countries} and their like."""

from dataclasses import dataclass

from hub.model.values import UNKNOWN
from hub.pages.feedback import answered, ways
from hub.pages.scope import Scope
from hub.pages.statement import TestView, claim, report, test
from hub.pages.text import Link


@dataclass(frozen=True, kw_only=True)
class HubView:
    """The hub in the page's language. feedback: ways to reach its owner; no_feedback: the sentence without one.

    checklist: the address of the test list for people, perhaps in another language; "" where the hub has none. claim:
    sentences on whether the hub conforms to WCAG; report: of those who evaluated it. test: the last one by machines.
    """

    hub: str
    owner: str
    countries: str
    feedback: tuple[tuple[str, Link], ...]
    no_feedback: str
    enforcement: Link | None
    no_enforcement: str
    checklist: str
    claim: tuple[str, ...]
    report: Link | None
    test: TestView | None


def about_hub(scope: Scope) -> HubView:
    """What data/hub.yml says, in words."""
    hub, say = scope.catalogue.hub, scope.speech.say
    names = [scope.title("jurisdictions", one).plain for one in hub.jurisdictions]
    known = hub.enforcement != UNKNOWN
    return HubView(
        hub=hub.name, owner=hub.owner, countries=scope.speech.items(names),
        feedback=ways(scope),
        no_feedback="" if answered(scope) else say("no_feedback"),
        enforcement=scope.link("organisations", hub.enforcement) if known else None,
        no_enforcement="" if known else say("no_enforcement"),
        checklist=_anywhere(scope, "checklist"),
        claim=claim(scope), report=report(scope), test=test(scope),
    )


def _anywhere(scope: Scope, path: str) -> str:
    """The link to a hand-written page: in the page's language, else in the first that has it, else ""."""
    languages = scope.offered.get(path, ())
    if not languages:
        return ""
    return scope.url(path, scope.language if scope.language in languages else languages[0])
