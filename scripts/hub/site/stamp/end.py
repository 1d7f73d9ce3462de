"""An alert off every page again. What a build made of it stays, as a past alert."""

from pathlib import Path

from hub.site.alerts import feed, message
from hub.site.stamp import files, spots
from hub.site.stamp.work import Work, work


def end(root: Path, site: Path, identifier: str) -> files.Stamped:
    """Take an alert from every page. Raises Unfit."""
    there, done = work(root, site), files.Stamped()

    def off(text: bytes) -> bytes | None:
        return spots.without(text, identifier)

    def off_missing(text: bytes | None) -> bytes | None:
        for language in there.languages:
            text = text and spots.take(text, spots.missing(language), identifier)
        return text

    files.change_all(((file, off) for file, _, _ in there.pages()), done)
    files.change(there.missing, done, off_missing)
    if not _built(there, identifier):
        _forget(there, identifier, done)
    return done


def _built(there: Work, identifier: str) -> bool:
    """Whether the last build made its pages: only a build writes the map of the site."""
    listed = (there.site / "sitemap.xml").read_text(encoding="utf-8")
    return any(f"/{there.address(f'alerts/{identifier}', language)}/</loc>" in listed for language in there.languages)


def _forget(there: Work, identifier: str, done: files.Stamped) -> None:
    """Take away its own pages, its message and its lines in the feeds."""
    for language in there.languages:
        files.change(feed(there.site, language), done,
                     lambda text: spots.dated(spots.take(text, spots.FEED, identifier)))
        files.remove(there.page(f"alerts/{identifier}", language), done, folder=True)
    files.remove(message(there.site, identifier), done)
