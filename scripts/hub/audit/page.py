"""A page as its file has it, read without a browser: what source rules look at, and how a finding names an element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html

# Where forges keep the file behind a page: .../edit/main/data/x.yml, .../blob/main/..., .../src/branch/main/...
_FORGE = re.compile(r"https?://[^?#]*/(?:_?edit|blob|src/branch)/[^/?#]+/([^?#]+)")
_UNSEEN = {"script", "style", "template", "noscript", "head", "title", "meta", "link"}
SNIPPET = 200
Element = html.HtmlElement


@dataclass(frozen=True)
class Page:
    """path: below the audited folder or address. address: where it answers. text: the file."""

    path: str
    address: str
    text: str

    def __reduce__(self) -> tuple[type["Page"], tuple[str, str, str]]:
        """To another process go the words; it parses them anew."""
        return Page, (self.path, self.address, self.text)

    @cached_property
    def tree(self) -> Element:
        """The document; an empty file is an empty document."""
        parser = html.HTMLParser(encoding="utf-8")
        return html.document_fromstring(self.text.encode("utf-8") or b"<html></html>", parser=parser)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in document order, comments left out."""
        return [each for each in self.tree.iter() if isinstance(each.tag, str)]

    @property
    def language(self) -> str:
        """The lang of the document, or ""."""
        return (self.tree.get("lang") or "").strip()

    @property
    def title(self) -> str:
        """The title, in one line."""
        found = self.tree.find(".//title")
        return words(found) if found is not None else ""

    @property
    def h1(self) -> str:
        """The words of the first h1."""
        found = next(self.tree.iter("h1"), None)
        return words(found) if found is not None else ""

    @property
    def source(self) -> str:
        """The file that the page says it is made from, by its own "edit" link; "" where it says nothing."""
        for link in self.tree.iter("a"):
            if found := _FORGE.fullmatch(link.get("href") or ""):
                return found[1]
        return ""

    def of(self, name: str) -> list[Element]:
        """Elements of this name that a reader can meet."""
        return [each for each in self.tree.iter(name) if not hidden(each)]


def words(element: Element) -> str:
    """The text inside, in one line."""
    return " ".join("".join(element.itertext()).split())


def hidden(element: Element) -> bool:
    """Whether the file itself hides it from everybody; CSS is for the browser to know."""
    around = (element, *element.iterancestors())
    return any(each.get("hidden") is not None or each.tag in _UNSEEN for each in around)


def unheard(element: Element) -> bool:
    """Whether a screen reader is told to pass over it."""
    return hidden(element) or any(each.get("aria-hidden") == "true" for each in (element, *element.iterancestors()))


def selector(element: Element) -> str:
    """The shortest path of ids, tags and positions that leads to it; where.py makes the same one in the browser."""
    steps: list[str] = []
    for here in (element, *element.iterancestors()):
        if here.tag == "html":
            break
        if name := here.get("id"):
            steps.append(f"#{_escaped(name)}")
            break
        same = [each for each in (here.getparent() if here.getparent() is not None else ()) if each.tag == here.tag]
        steps.append(f"{here.tag}:nth-of-type({same.index(here) + 1})" if len(same) > 1 else str(here.tag))
    return " > ".join(reversed(steps)) or "html"


def _escaped(name: str) -> str:
    """CSS.escape for what ids are made of."""
    safe = re.sub(r"([^\w-])", r"\\\1", name)
    return re.sub(r"^(-?)(\d)", lambda found: f"{found[1]}\\3{found[2]} ", safe)


def snippet(element: Element) -> str:
    """The beginning of its HTML."""
    made = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return made if len(made) <= SNIPPET else f"{made[:SNIPPET]}…"


def texts(element: Element) -> Iterator[tuple[Element, str]]:
    """(element, its own text) for each element below that holds text of its own, in document order."""
    for each in element.iter():
        if not isinstance(each.tag, str) or each.tag in _UNSEEN:
            continue
        own = " ".join(" ".join((each.text or "", *(child.tail or "" for child in each))).split())
        if own:
            yield each, own
