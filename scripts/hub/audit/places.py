"""From names of elements to faults: what a look at the open page found, with the beginning of each element's HTML."""

from collections.abc import Sequence

from selenium.webdriver import Chrome

from hub.audit.rule import Fault

_SNIPPETS = """
const cut = text => text.length > 200 ? `${text.slice(0, 200)}…` : text;
// A name such as o:p, which word processors write, is no selector
const find = name => { try { return document.querySelector(name); } catch { return null; } };
return arguments[0].map(name => cut(find(name)?.outerHTML ?? ''));
"""


def faults(driver: Chrome, places: Sequence[str], says: str, *, sure: bool = True) -> tuple[Fault, ...]:
    """One fault at each place (selectors as where.py makes them), all with the same words."""
    snippets = driver.execute_script(_SNIPPETS, list(places)) if places else []
    return tuple(Fault(selector=place, snippet=snippet, says=says, sure=sure)
                 for place, snippet in zip(places, snippets, strict=True))
