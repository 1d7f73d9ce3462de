"""The built site, each page parsed once: addresses, elements, names, links, styles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
NOT_FOUND = "404.html"
FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary", "iframe"}
OUTSIDE_ALLOWED = {"http", "https", "tel", "mailto", "sms"}
# What a browser fetches by itself. An icon and a manifest come after the page, and are not counted.
FETCHED = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "source": ("src", "srcset"),
    "track": ("src",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "body": ("background",),
}
FETCHING_LINKS = {"stylesheet", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "prerender"}
LATER_LINKS = {"icon", "manifest", "apple-touch-icon", "shortcut"}


def text(element: Element) -> str:
    """All words inside, in one line."""
    return " ".join("".join(element.itertext()).split())


def name(element: Element) -> str:
    """What the element is called: its label, its words, or the words of a picture in it."""
    pictures = " ".join(each.get("alt", "") for each in element.iter("img"))
    return (element.get("aria-label") or text(element) or pictures or element.get("value") or "").strip()


@dataclass(frozen=True)
class Page:
    """One HTML file. `path` is relative to the folder; `address` is where it answers."""

    path: str
    file: Path
    base: str

    @cached_property
    def source(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> Element:
        return html5lib.parse(self.source, namespaceHTMLElements=False)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in document order. html5lib keeps comments in the tree, whose tag is no word."""
        return [each for each in self.tree.iter() if isinstance(each.tag, str)]

    @cached_property
    def body(self) -> Element:
        return self.tree.find("body")

    @cached_property
    def up(self) -> dict[Element, Element]:
        """From each element to its parent."""
        return {child: parent for parent in self.tree.iter() for child in parent}

    @property
    def address(self) -> str:
        return urljoin(self.base, re.sub(r"(^|/)index\.html$", r"\1", self.path))

    @property
    def lang(self) -> str:
        return self.tree.get("lang", "")

    @property
    def kind(self) -> str:
        return self.body.get("data-kind", "")

    @property
    def is_guide(self) -> bool:
        return bool(re.search(r"(^|/)guides/[^/]+/index\.html$", self.path))

    @property
    def is_a_to_z(self) -> bool:
        return "a-z" in self.path.split("/")

    @property
    def title(self) -> str:
        return text(self.tree.find("head/title"))

    @cached_property
    def ids(self) -> list[str]:
        return [each.get("id") for each in self.elements if each.get("id") is not None]

    @property
    def headings(self) -> list[Element]:
        return [each for each in self.elements if re.fullmatch("h[1-6]", each.tag)]

    @property
    def main(self) -> Element | None:
        return next(self.tree.iter("main"), None)

    def above(self, element: Element) -> Iterator[Element]:
        """The element's parents, from the nearest to the root."""
        while (element := self.up.get(element)) is not None:
            yield element

    def resolve(self, reference: str) -> str:
        """The whole address that a reference on this page means, with its fragment."""
        return urljoin(self.address, reference.strip())

    @cached_property
    def alternates(self) -> dict[str, str]:
        """Language to address, as the head says it; x-default left out."""
        links = [each for each in self.tree.iter("link") if "alternate" in each.get("rel", "").split()]
        found = {each.get("hreflang"): self.resolve(each.get("href", "")) for each in links if each.get("hreflang")}
        return {lang: address for lang, address in found.items() if lang != "x-default"}

    @property
    def fetched(self) -> list[str]:
        """References that a browser follows by itself before or while it shows the page; data: needs no request."""
        return [each for each in self._fetched() if not each.strip().startswith(("data:", "#"))]

    @property
    def later(self) -> list[str]:
        """Icons and the manifest."""
        links = [each for each in self.tree.iter("link") if LATER_LINKS & set(each.get("rel", "").lower().split())]
        return [each.get("href", "") for each in links if not each.get("href", "").startswith("data:")]

    def _fetched(self) -> Iterator[str]:
        for element in self.elements:
            for attribute in FETCHED.get(element.tag.rpartition("}")[2], ()):
                if value := element.get(attribute.replace("xlink:", "{http://www.w3.org/1999/xlink}")):
                    yield from _candidates(value) if attribute == "srcset" else [value]
            if element.tag == "link" and FETCHING_LINKS & set(element.get("rel", "").lower().split()):
                yield element.get("href", "")
            yield from _fetched_by_style(element.get("style", ""))
        for style in self.styles:
            yield from _fetched_by_style(style)

    @property
    def styles(self) -> list[str]:
        return ["".join(each.itertext()) for each in self.elements if each.tag.rpartition("}")[2] == "style"]

    @property
    def scripts(self) -> list[Element]:
        """Scripts that run: data blocks are not among them."""
        return [each for each in self.tree.iter("script") if "json" not in each.get("type", "")]


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def _fetched_by_style(css: str) -> list[str]:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    imports = re.findall(r"""@import\s+["']([^"']+)""", css)
    return imports + [each.strip("\"' ") for each in re.findall(r"url\(([^)]*)\)", css)]


@dataclass(frozen=True)
class Site:
    """All pages of a folder."""

    folder: Path
    pages: tuple[Page, ...]

    @property
    def whole(self) -> list[Page]:
        """Every page but the one for what is not found, which holds all languages."""
        return [page for page in self.pages if page.path != NOT_FOUND]

    @cached_property
    def home(self) -> Page:
        return next(page for page in self.pages if page.path == "index.html")

    @cached_property
    def languages(self) -> list[str]:
        """The home page is offered in every language."""
        return sorted({self.home.lang, *self.home.alternates})

    @cached_property
    def by_address(self) -> dict[str, Page]:
        return {page.address: page for page in self.pages}

    def is_inside(self, address: str) -> bool:
        return address.startswith(self.home.base)

    def file(self, address: str) -> Path:
        """The file that a host would send for an address inside the site."""
        path = unquote(urlsplit(address).path.removeprefix(urlsplit(self.home.base).path))
        return self.folder / path / "index.html" if path.endswith("/") or not path else self.folder / path

    def fault(self, page: Page, reference: str) -> str:
        """What is wrong with a link, or ""."""
        address, fragment = urldefrag(page.resolve(reference))
        if not self.is_inside(address):
            return "" if urlsplit(address).scheme in OUTSIDE_ALLOWED else "a kind of address that is not allowed"
        address = address.partition("?")[0]
        if not self.file(address).is_file():
            return "leads to no file"
        there = self.by_address.get(address)
        if fragment and (there is None or unquote(fragment) not in there.ids):
            return "leads to a place that the page does not have"
        return ""


@cache
def read(folder: Path) -> Site:
    """Parse the folder's pages, each when it is first asked for. The site's address is the home page's canonical."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    home = html5lib.parse((folder / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    own = [each.get("href") for each in home.iter("link") if each.get("rel") == "canonical"]
    base = own[0] if own else "http://site.invalid/"
    return Site(folder, tuple(Page(path, folder / path, base) for path in paths))


def shown(faults):
    """None, or all of them one a line."""
    return "\n".join(["", *faults]) if faults else ""
