"""What other engines say, in our form: one Finding a place, named by our own selectors, so that witnesses can agree."""

from collections.abc import Iterator
from typing import Any

from selenium.webdriver import Chrome

from hub.audit import axe, mending
from hub.audit.criteria import by_axe_tag
from hub.audit.finding import Finding, Witness
from hub.audit.judged import About
from hub.audit.page import Page
from hub.audit.where import SELECTOR

_LEVELS = (("wcag2a", "A"), ("wcag21a", "A"), ("wcag2aa", "AA"), ("wcag21aa", "AA"), ("wcag22aa", "AA"),
           ("wcag2aaa", "AAA"))
# A list of selectors -> for each the place as we name it and the beginning of its HTML. What lies in a frame or in a
# shadow tree keeps the engine's own name.
_PLACES = (
    SELECTOR
    + """
return arguments[0].map(name => {
  let element = null;
  try { element = document.querySelector(name); } catch { }
  return element ? [selector(element), element.outerHTML.slice(0, 200)] : [name, ''];
});
"""
)


def from_axe(driver: Chrome, page: Page, state: str, verdict: axe.Verdict) -> Iterator[Finding]:
    """Each place of each finding of axe."""
    wanted = [selector for one in verdict.findings for selector in one.selectors]
    places: list[Any] = driver.execute_script(_PLACES, wanted) if wanted else []
    named = dict(zip(wanted, places, strict=True))
    for one in verdict.findings:
        for selector in one.selectors:
            place, snippet = named[selector]
            yield Finding(
                outcome=one.outcome, rule=f"axe/{one.rule}", page=page.path, selector=place, snippet=snippet,
                says=one.help, mend=mending.mend(one.rule, one.help), criteria=criteria(one.tags),
                level=level(one.tags), readers=mending.readers(criteria(one.tags)), states=(state,),
                witnesses=(Witness("axe-core", verdict.engine, one.rule),), source=page.source)


def about_axe(verdict: axe.Verdict) -> Iterator[tuple[str, About]]:
    """Each rule of axe that ran: our name for it, and what it is."""
    for rule, (says, tags, address) in verdict.about.items():
        yield f"axe/{rule}", About(engine="axe-core", says=says, mend=mending.mend(rule, says), address=address,
                                   criteria=criteria(tags), level=level(tags))


def criteria(tags: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers of WCAG in axe's tags."""
    return tuple(found.num for tag in tags if (found := by_axe_tag(tag)))


def level(tags: tuple[str, ...]) -> str:
    """The level in axe's tags, or "best-practice"."""
    return next((level for tag, level in _LEVELS if tag in tags), "best-practice")


