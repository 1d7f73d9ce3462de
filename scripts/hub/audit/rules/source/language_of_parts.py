"""A part in another language than the page says so (ACT off6ek and the next of kin: words without lang)."""

from hub.audit import languages
from hub.audit.language_runs import runs
from hub.audit.page import Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen
from hub.audit.writing import foreign

# A part with a lang of its own is a claim; words without one may be a name or a title.
CLAIMED, UNCLAIMED = 25, languages.LETTERS


def _find(page: Page) -> Seen:
    faults, targets = [], 0
    if not page.language:
        return Seen(targets=0)
    for run in runs(page):
        for element, words in run.parts:
            least = CLAIMED if run.element is not None else UNCLAIMED
            if languages.letters(words) < least and not foreign(run.language, words):
                continue
            targets += 1
            found = foreign(run.language, words) or languages.other_than(run.language, words, least)
            if found:
                says = f"These words are marked as “{run.language}” and are in “{found}”"
                faults.append(Fault(selector=selector(element), snippet=snippet(element), says=says))
    return Seen(targets=targets, faults=tuple(faults))


RULE = Rule(
    id="language-of-parts", says="Words in another language are marked with it", criteria=("3.1.2",), act=("off6ek",),
    gates=True, readers=("screen-reader",),
    mend="Put the part into an element with its own lang, and dir where it runs the other way", find=_find,
)
