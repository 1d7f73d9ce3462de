"""The words of a page are in the language that it declares (ACT ucwvc8)."""

from hub.audit import languages
from hub.audit.language_runs import runs
from hub.audit.page import Page, snippet
from hub.audit.rule import Fault, Rule, Seen

LETTERS = 40


def _find(page: Page) -> Seen:
    said = " ".join(run.words for run in runs(page) if run.element is None)
    if not page.language or languages.letters(said) < LETTERS:
        return Seen(targets=0)
    found = languages.other_than(page.language, said, LETTERS)
    says = f"The page says that it is in “{page.language}”; its words are in “{found}”"
    fault = Fault(selector="html", snippet=snippet(page.tree)[:80], says=says)
    return Seen(targets=1, faults=(fault,) if found else ())


RULE = Rule(
    id="language-of-page", says="lang of the page is the language of its words", criteria=("3.1.1",), act=("ucwvc8",),
    gates=True, readers=("screen-reader",),
    mend="Set lang on <html> to the language in which most of the page is written", find=_find,
)
