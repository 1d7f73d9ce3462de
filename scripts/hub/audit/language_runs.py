"""The words of a page by the language that is declared for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from hub.audit.page import Element, Page, hidden, texts


@dataclass(frozen=True, kw_only=True)
class LanguageRun:
    """element: the one with its own lang, None for the page itself. parts: each element with text of its own."""

    element: Element | None
    language: str
    parts: tuple[tuple[Element, str], ...]

    @property
    def words(self) -> str:
        """All of them in one line."""
        return " ".join(words for _, words in self.parts)


def runs(page: Page) -> Iterator[LanguageRun]:
    """The page's own words first, then those of each element with a lang of its own."""
    body = page.tree.find("body")
    if body is None:
        return
    found: dict[Element | None, list[tuple[Element, str]]] = {None: []}
    for element, words in texts(body):
        if not hidden(element):
            found.setdefault(_declaring(element), []).append((element, words))
    for element, parts in found.items():
        language = page.language if element is None else element.get("lang").strip()
        # lang="" is HTML's word for a language that nobody knows: there is no claim to judge
        if language or element is None:
            yield LanguageRun(element=element, language=language, parts=tuple(parts))


def _declaring(element: Element) -> Element | None:
    """The nearest element with a lang, unless that is the whole page."""
    for each in (element, *element.iterancestors()):
        if each.get("lang") is not None and each.tag != "html":
            return each
    return None
