"""No instruction leans on colour, shape or place alone (ACT 9bd38c)."""

import re

from hub.audit.page import Page, selector, snippet, texts
from hub.audit.phrases import SENSES
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    body, pattern = page.tree.find("body"), SENSES.get(page.language.partition("-")[0].lower())
    if body is None or pattern is None:
        return Seen(targets=0)
    found = [(element, hit[0]) for element, words in texts(body) if (hit := re.search(pattern, words, re.IGNORECASE))]
    faults = [Fault(selector=selector(element), snippet=snippet(element),
                    says=f"“{hit}” tells nothing to a person who does not see the page") for element, hit in found]
    return Seen(targets=1, faults=tuple(faults))


RULE = Rule(
    id="senses", says="Instructions do not lean on colour, shape or place alone", criteria=("1.3.3",), act=("9bd38c",),
    gates=False, readers=("screen-reader", "low-vision", "colours"), mend="Name the thing by its words as well",
    find=_find,
)
