"""A page does not send its reader on, nor begin anew, by itself (ACT bc659a, bisz58)."""

from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    every = [each for each in page.tree.iter("meta") if (each.get("http-equiv") or "").strip().lower() == "refresh"]
    # The first one counts; a browser that is sent on at once never comes to the others
    metas = [each for each in every[:1] if _seconds(each.get("content")) > 0]
    faults = [Fault(selector=selector(each), snippet=snippet(each), sure=_seconds(each.get("content")) < 72_000,
                    says=f"After {_seconds(each.get('content'))} seconds the page changes by itself") for each in metas]
    return Seen(targets=len(metas), faults=tuple(faults))


def _seconds(content: str | None) -> int:
    """The time of a refresh; 0 for at once (which nobody notices) and for what a browser does not read."""
    digits = (content or "").strip().partition(";")[0].partition(",")[0].strip()
    return int(digits) if digits.isdigit() else 0


RULE = Rule(
    id="time-limit", says="A page stays until its reader goes", criteria=("2.2.1",), act=("bc659a", "bisz58"),
    gates=True, readers=("screen-reader", "reading", "keyboard"), mend="Remove the refresh; give a link", find=_find,
)
