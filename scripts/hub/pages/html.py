"""Words as HTML: the one place besides the templates that writes any.

A guide shows some 300 texts. Written here, a text costs a tenth of what macros of a template cost; what is written is
the same, and tests hold it against HTML's own rules (tests/pages/test_html.py).
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from hub.pages.text import Link, Run, Text

_SIGNS = re.compile("[&<>\"']")


def safe(words: str) -> str:
    """The words with every sign written so that HTML shows it; most have none."""
    return str(escape(words)) if _SIGNS.search(words) else words


def escaped(value: Any) -> str:
    """The same as markupsafe's escape, which makes a new object of everything that it is given."""
    kind = type(value)
    return value if kind is Markup or (kind is str and not _SIGNS.search(value)) else escape(value)


def line(text: "Text") -> Markup:
    """All runs of a text within a line."""
    inside = "".join([_run(run) for paragraph in text.paragraphs for run in paragraph])
    return as_html(f"<span{_language(text)}>{inside}</span>" if text.lang else inside)


def blocks(text: "Text") -> Markup:
    """Each paragraph of a text as <p>."""
    language = _language(text)
    return as_html("".join([f"<p{language}>{''.join([_run(run) for run in paragraph])}</p>"
                          for paragraph in text.paragraphs]))


def link(to: "Link") -> Markup:
    """A link; without an address only its words. Inside it no other link may stand."""
    if not to.href:
        return line(to.title)
    runs = (run for paragraph in to.title.paragraphs for run in paragraph)
    return as_html(f'<a href="{safe(to.href)}"{_language(to.title)}>{_unlinked(runs)}</a>')


def as_html(html: str) -> Markup:
    """Said to be HTML. Markup(html) would ask first whether that is HTML already, which takes longer than the rest."""
    return str.__new__(Markup, html)


def _run(run: "Run") -> str:
    words = safe(run.text)
    if run.href:
        return f'<a href="{safe(run.href)}"{_language(run) or (_LTR if run.ltr else "")}>{words}</a>'
    if run.ltr:
        return f"<bdi{_LTR}>{words}</bdi>"
    return f"<span{_language(run)}>{words}</span>" if run.lang else words


def _unlinked(runs: Iterable["Run"]) -> str:
    return "".join([f"<span{_language(run)}>{safe(run.text)}</span>" if run.lang else safe(run.text) for run in runs])


_LTR = ' dir="ltr"'


def _language(part: "Text | Run") -> str:
    """Attributes, where the language is not that of the words around."""
    return f' lang="{safe(part.lang)}" dir="{safe(part.dir)}"' if part.lang else ""
