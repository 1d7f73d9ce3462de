"""Our guides as Markdown, so that other makers of sites build from the same words in the same languages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

# What is made anew by every maker of sites, or is no text.
LEFT = {"nav", "script", "style", "template"}
BLOCKS = {"p", "ul", "ol", "dl", "dt", "dd", "li", "table", "caption", "tr", "section", "article", "div", "header",
          "footer", "details", "summary", "figure", "aside", "h1", "h2", "h3", "h4", "h5", "h6"}
SIGNS = re.compile(r"([\\`*_\[\]<>{}|~$])")
AT_BEGINNING = re.compile(r"^(\d+)([.)])(?=\s)|^([#+=-])")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A guide in one language. body: Markdown, without its title."""

    id: str
    language: str
    title: str
    body: str


def guides(site: Path, languages: list[str]) -> Iterator[Guide]:
    """Every guide of a built site of ours; the first language stands at its root."""
    for number, language in enumerate(languages):
        root = site / language if number else site
        for file in sorted(root.glob("guides/*/index.html")):
            article = read(file)
            title = " ".join(next(article.iter("h1")).text_content().split())
            yield Guide(id=file.parent.name, language=language, title=title, body="\n\n".join(blocks(article)))


def read(file: Path) -> html.HtmlElement:
    """The article of a guide, without what others make anew."""
    tree = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    article = next(tree.iter("article"))
    for each in [one for one in article.iter() if one.tag in LEFT]:
        each.drop_tree()
    return article


def blocks(element: html.HtmlElement) -> Iterator[str]:
    """The blocks inside, each as Markdown."""
    line = _signs(element.text)
    for child in element:
        if child.tag in BLOCKS:
            yield from _block(line)
            yield from _inside(child)
            line = _signs(child.tail)
        elif isinstance(child.tag, str):
            line += _inline(child) + _signs(child.tail)
    yield from _block(line)


def _inside(child: html.HtmlElement) -> Iterator[str]:
    found = list(blocks(child))
    if child.tag == "h1":
        return
    if re.fullmatch("h[2-6]", child.tag):
        yield f"{'#' * int(child.tag[1])} {' '.join(found)}"
    elif child.tag == "li":
        yield "- " + "\n\n".join(found).replace("\n", "\n    ")
    elif child.tag in ("dt", "caption"):
        yield from (f"**{one}**" for one in found)
    elif child.tag == "tr":
        yield "- " + "; ".join(" ".join(cell.text_content().split()) for cell in child)
    else:
        yield from found


def _inline(element: html.HtmlElement) -> str:
    """Words within a line; links that leave the site stay links."""
    words = _signs(element.text) + "".join(
        (_inline(child) if isinstance(child.tag, str) else "") + _signs(child.tail) for child in element)
    address = element.get("href", "") if element.tag == "a" else ""
    return f"[{words}]({address})" if address.startswith("http") and words.strip() else words


def _signs(words: str | None) -> str:
    return SIGNS.sub(r"\\\1", words or "")


def _block(line: str) -> Iterator[str]:
    if made := " ".join(line.split()):
        yield AT_BEGINNING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", made)


def missing(ours: Path, theirs: Path) -> float:
    """The share of the words of our guide that is not on their page of it."""
    have = _words(read(ours))
    lacks = have - _words(html.fromstring(theirs.read_bytes(), parser=html.HTMLParser(encoding="utf-8")))
    return lacks.total() / have.total()


def _words(element: html.HtmlElement) -> Counter[str]:
    """Each word as often as it stands there; between two elements a word ends."""
    return Counter(WORD.findall(" ".join(element.itertext())))
