"""Words as a page shows them: runs of plain text and links, with their language and direction."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A piece of text; with href it is a link. ltr: a number that must not be turned round in a right-to-left line."""

    text: str
    href: str = ""
    ltr: bool = False


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
    def plain(self) -> str:
        """The text without links, for titles of documents and for sorting."""
        return " ".join("".join(run.text for run in paragraph) for paragraph in self.paragraphs)


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
