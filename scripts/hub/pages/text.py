"""Words as a page shows them: runs of plain text and links, with their language and direction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from hub.pages import html

# Stands for a text while a sentence is put together; no file may hold it (the loader refuses control characters).
MARK = "\x00"


class Run(NamedTuple):
    """A piece of text; with href it is a link. ltr: a number that must not be turned round in a right-to-left line.

    lang and dir are set where they differ from the text around it. remark: ours, about the text before it. A tuple,
    because a page has hundreds: a frozen dataclass takes twice the time.
    """

    text: str
    href: str = ""
    ltr: bool = False
    lang: str = ""
    dir: str = ""
    remark: bool = False


@dataclass(frozen=True)
class Text:
    """One or more paragraphs. lang and dir are set only where they differ from the page's own."""

    paragraphs: tuple[tuple[Run, ...], ...]
    lang: str = ""
    dir: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs in one line, for titles and table cells."""
        return tuple(run for paragraph in self.paragraphs for run in paragraph)

    @property
    def line(self) -> Markup:
        """As HTML within a line."""
        return _kept(self, "_line", html.line)

    @property
    def blocks(self) -> Markup:
        """As HTML, a <p> for each paragraph."""
        return _kept(self, "_blocks", html.blocks)

    @property
    def plain(self) -> str:
        """The text without links and remarks, for titles of documents and for sorting."""
        return " ".join("".join(run.text for run in paragraph if not run.remark) for paragraph in self.paragraphs)


def _kept(part: Any, name: str, make: Callable[[Any], Markup]) -> Markup:
    """HTML that is written once for each text: many stand on many pages."""
    made = part.__dict__.get(name)
    if made is None:
        made = part.__dict__[name] = make(part)
    return made


def within(part: Text) -> tuple[Run, ...]:
    """The runs of a text for use inside another one: its language goes with each of them."""
    if not part.lang:
        return part.runs
    return tuple(run._replace(lang=run.lang or part.lang, dir=run.dir or part.dir) for run in part.runs)


def joined(parts: Iterable[Text], between: str = "; ") -> Text:
    """Texts in one line, each in its own language."""
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(between)] if runs else []), *within(part)]
    return Text((tuple(runs),))


def named(label: str, to: "Link") -> Text:
    """A label and a link after it: "See: Get a passport"."""
    return Text(((Run(f"{label} "), Run(to.title.plain, to.href, lang=to.title.lang, dir=to.title.dir)),))


def around(sentence: str, mark: str, part: Text) -> Text:
    """A sentence of the page with a text in the place of a mark; the text keeps its own language."""
    before, _, after = sentence.partition(mark)
    runs = (Run(before) if before else None, *within(part), Run(after) if after else None)
    return Text((tuple(run for run in runs if run),))


def text(words: str, href: str = "") -> Text:
    """A text of the page's own language, as one run."""
    return Text(((Run(words, href),),))


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link with one line about where it leads."""

    href: str
    title: Text
    summary: Text | None = None
    note: str = ""

    @property
    def html(self) -> Markup:
        """As HTML; without an address only its words."""
        return _kept(self, "_html", html.link)
