"""A page from its view to the bytes that are served, without MkDocs, whose own work on a page costs 0.5 ms.

MkDocs makes the home pages, which static-i18n asks for, and those of Markdown; from the same templates, by its events.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from hub import exports
from hub.pages.everything import Announced, Page, make
from hub.pages.frame import Frame
from hub.pages.notices import AlertNote, absolute
from hub.site.known import Build
from hub.site.stamp import spots
from hub.site.stamp.publish import beside as mark
from hub.site.weights import LINES, Waiting


def write(build: Build, site: Path, language: str) -> None:
    """Every page of a language but its home page. One that tells what all guides weigh is filled when they are made."""
    for announced in build.of(language):
        if announced.path:
            # os and not Path, which costs more than the writing
            folder = os.path.join(site, build.url(announced.path, language))
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, "index.html"), "wb") as file:
                file.write(_said(build, announced).encode())


def page(build: Build, name: str) -> bytes | None:
    """The page of a file below the root of the site; None where there is no such page."""
    folder = name.removesuffix("index.html").strip("/")
    first, _, rest = folder.partition("/")
    other = first in build.catalogue.languages and first != build.catalogue.default_language
    path, language = (rest, first) if other else (folder, build.catalogue.default_language)
    if not (announced := build.pages.get(f"{path or 'index'}.{language}.md")):
        return None
    said = _said(build, announced)
    if LINES in said:
        for one in build.of(language):
            if one.path.startswith("guides/"):
                _said(build, one)
        ids = tuple(one.id for one in made(build, announced)[0].frame.alerts)
        said = build.weights.told(Waiting(announced, ids), said, build.figures)
    return said.encode()


def _said(build: Build, announced: Announced) -> str:
    ready, context = made(build, announced)
    alerts = ready.frame.alerts
    output = build.templates.get_template(ready.template).render(context)
    return beside(build, build.weights.page(output, [one.id for one in alerts], announced), alerts)


def made(build: Build, announced: Announced) -> tuple[Page, dict[str, Any]]:
    """A page, and what its template is given."""
    ready = make(announced)
    machine = exports.schema_org(build.catalogue, ready.path, ready.language, ready.frame.canonical, build.now.date())
    return ready, {"layout": ready.template, "frame": ready.frame, "view": ready.view, "title": ready.title,
                   "machine": machine}


def beside(build: Build, output: str, notes: Sequence[AlertNote]) -> str:
    """With marks beside links to what an alert closes or changes, put as scripts/alert puts them."""
    if not any(one.marks for one in notes):
        return output
    marked, before = output.encode(), spots.page_order(build.catalogue)
    for one in notes:
        marked = spots.beside(marked, mark(build.alert, one), one.id, before)
    return marked.decode()


def anywhere(frame: Frame) -> SimpleNamespace:
    """A frame for the page that a host serves at any address: its links begin at the root of the site."""
    root = urlsplit(frame.canonical).path
    alerts = tuple(absolute(one, root, frame.language, frame.dir) for one in frame.alerts)
    return SimpleNamespace(language=frame.language, dir=frame.dir, say=frame.say, hub=frame.hub, home=root,
                           search=f"{root}a-z/", alerts=alerts)
