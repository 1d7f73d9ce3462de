"""After the last page: none may be missing; then what is no page, and what is made of many pages."""

from collections.abc import Container, Iterator
from pathlib import Path

from mkdocs.exceptions import Abort

from hub.pages.offline import BookView, book
from hub.pages.parts import carried, parts
from hub.pages.parts import whole as pages_of
from hub.site import alerts, calendars, full_text, packs, scripts, worker
from hub.site.known import Build


def whole(build: Build, site: Path, wanted: Container[str]) -> None:
    """Raises Abort where a page of the wanted languages (none: all) is missing."""
    absent = [page.path for page in build.pages.values() if (not wanted or page.language in wanted)
              and not (site / build.url(page.path, page.language) / "index.html").exists()]
    if absent:
        raise Abort(f"MkDocs did not make these pages: {', '.join(absent)}")
    if wanted and build.catalogue.default_language not in wanted:
        (site / "index.html").unlink()


def write(build: Build, site: Path, overrides: Path) -> None:
    """Alerts, calendars, scripts and the service worker."""
    alerts.write(build.catalogue, site)
    calendars.write(build.calendars, site)
    scripts.write(overrides, site)
    worker.write(overrides, site, [build.url("", language) for language in build.catalogue.languages])


def weigh_and_pack(build: Build, site: Path, wanted: Container[str]) -> None:
    """What the guides weigh, on the pages that say so; then the files of many pages."""
    build.weights.tell(site, build.figures)

    def written(view: BookView, chapters: packs.Chapters) -> Iterator[str]:
        say = build.pages[f"take.{view.language}.md"].scope.speech.texts
        return build.book.generate(view=view, pages=chapters, say=say)

    packs.write(site, _carried(build, wanted), build.root, build.now.date(), written, build.catalogue.alerts)


def index(site: Path, overrides: Path) -> None:
    """The search inside the guides, after the files that are carried away, of which it is no part. Raises Abort."""
    scripts.write_one(overrides, site, "search")
    try:
        full_text.write(site)
    except full_text.Unindexed as reason:
        raise Abort(str(reason)) from None


def _carried(build: Build, wanted: Container[str]) -> Iterator[packs.Language]:
    """What the files of each language are made of."""
    for language in build.catalogue.languages:
        if wanted and language not in wanted:
            continue
        scope = build.pages[f"offline.{language}.md"].scope
        yield packs.Language(
            folder=build.url("", language), pages=pages_of(scope), parts=parts(scope),
            offering=tuple(path for path in scope.offered
                           if scope.exists(path) and (path in ("offline", "take") or path.startswith("topics/"))),
            archive=carried(build.catalogue, language, "zip"), book=carried(build.catalogue, language, "htm"),
            view=book(scope), number=scope.speech.number)
