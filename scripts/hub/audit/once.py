"""What several rules ask of one open page is looked for once: the walk with the Tab key is the dearest look of all."""

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from selenium.webdriver import Chrome

Found = TypeVar("Found")
# The mark goes with the document, so that another page, or the same one opened again, is never taken for it.
_MARK = "return window.stepfreeMark ??= `${performance.timeOrigin} ${Math.random()}`"
_kept: WeakKeyDictionary[Chrome, tuple[str, dict[object, object]]] = WeakKeyDictionary()


def once(driver: Chrome, look: Callable[..., Found], *given: object) -> Found:
    """What `look` finds on the open page; the second time, what it found the first time. given: what else it needs."""
    mark = driver.execute_script(_MARK)
    known, found = _kept.get(driver, ("", {}))
    if known == mark and look in found:
        return found[look]  # type: ignore[return-value]
    made = look(driver, *given)
    after = driver.execute_script(_MARK)  # another mark, when the look had to open the page anew
    _kept[driver] = (after, {**(found if known == after else {}), look: made})
    return made
