"""Nothing sounds by itself (ACT 80f0bf, 4c31df): for people, because three seconds or a control nearby excuse it."""

from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    media = [each for each in page.of("video") + page.of("audio") if each.get("autoplay") is not None]
    media = [each for each in media if each.get("muted") is None]
    faults = [Fault(selector=selector(each), snippet=snippet(each),
                    says="It sounds by itself, over the voice of a screen reader")
              for each in media]
    return Seen(targets=len(media), faults=tuple(faults))


RULE = Rule(
    id="autoplay", says="Nothing sounds by itself", criteria=("1.4.2",), act=("80f0bf", "4c31df"), gates=False,
    readers=("screen-reader", "reading", "deaf"), mend="Remove autoplay; let the reader begin it",
    find=_find,
)
