"""The hand-written pages: which there are in which language, and the hub's own facts put into them."""

import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from hub.pages.docs import HubView
from hub.pages.text import Link

_NAME = re.compile(r"(?P<path>[a-z0-9-]+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z]+)?)\.md")
_CHECKLIST = re.compile(r"^.*\{checklist\}.*\n\n?", re.MULTILINE)
# Markdown lets a comment pass; {test} itself it would take for attributes.
_TEST = "<!--test-->"
_SIGN = re.compile(r"([\\`*_\[\]{}#|])")


def docs(folder: Path, languages: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Page -> languages, for the languages of the hub; a file without a language in its name is no page."""
    known, found = list(languages), {}
    for file in sorted(folder.glob("*.md")):
        name = _NAME.fullmatch(file.name)
        if name and name["language"] in known:
            found.setdefault(name["path"], []).append(name["language"])
    return {path: tuple(code for code in known if code in codes) for path, codes in found.items()}


def filled(markdown: str, view: HubView) -> str:
    """The Markdown of a page with {hub}, {owner}, {countries}, {feedback}, {enforcement} and {claim} filled in.

    {test} waits for its HTML (`with_test`). A paragraph that leads to the {checklist} goes where the hub has none
    in any language.
    """
    if not view.checklist:
        markdown = _CHECKLIST.sub("", markdown)
    ways = [f"- {_plain(kind)}: {_link(link)}" for kind, link in view.feedback]
    words = {
        "{test}": _TEST,
        "{hub}": _plain(view.hub), "{owner}": _plain(view.owner), "{countries}": _plain(view.countries),
        "{feedback}": "\n".join(ways) or _plain(view.no_feedback),
        "{checklist}": view.checklist,
        "{claim}": " ".join([*map(_plain, view.claim), *([_link(view.report)] if view.report else [])]),
        "{enforcement}": _link(view.enforcement) if view.enforcement else _plain(view.no_enforcement),
    }
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], markdown)


def with_test(html: str, results: Callable[[], str]) -> str:
    """The HTML of a page with the results of the last test by machines where it asks for them, with {test}."""
    return html.replace(_TEST, results()) if _TEST in html else html


def _link(link: Link) -> str:
    name = _plain(link.title.plain)
    return f"[{name}]({link.href})" if link.href else name


def _plain(words: str) -> str:
    """Words of the data as Markdown that shows exactly them."""
    return _SIGN.sub(r"\\\1", escape(words, quote=False))
