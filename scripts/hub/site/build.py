"""A build into a new folder, or parts put together there, and the swap with the last good one."""

import gc
import logging
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from hub.site import full_text, hooks, kept
from hub.site.links import broken
from hub.site.origin import origin, sources
from hub.site.parts import NOTE, Part, Unjoinable, note
from hub.site.parts import join as put_together


class Refused(Exception):
    """The site cannot be made; the text says why, in an editor's words."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a build made: pages per language, the bytes of all files; and how many warnings the data have."""

    pages: dict[str, int]
    bytes: int
    warnings: int


def nothing(_: Path) -> None:
    """Add no files to a site."""


def build(
    root: Path, say: Callable[[str], None], *, languages: Sequence[str] = (), into: Path | None = None,
    add: Callable[[Path], None] = nothing, options: Sequence[str] = (), inside: bool = False,
) -> Made:
    """Make root/site anew, or the folder `into`; with `languages` only their part of it. Raises Refused.

    The last good site stays where it is until the new one is whole. add: writes further files into the new site;
    options: how it is made, in words, so that a later build knows whether it would make the same. inside: with a search
    inside the guides.
    """
    # Before the first file is read: what changes during this build makes the next one necessary.
    read, put = sources(root), into or root / "site"
    with _new(root, into) as new:
        with _without_collecting():
            make(root, new, say, languages, inside=inside)
            made = hooks.current()
            codes, address = tuple(made.catalogue.languages), made.catalogue.hub.address
            came = origin(read, (one.facts for one in made.catalogue.alerts.values()), made.now)
            if languages:
                note(new, Part(languages=tuple(languages), hub=codes, address=address, origin=came))
            else:
                _look(new, address, say)
        add(new)
        told = Made(pages=_pages(new, codes), bytes=_bytes(new), warnings=made.warnings)
        swap(new, put)
    if not (into or languages):
        kept.remember(root, put, came, [*options])
    return told


def join(
    root: Path, parts: Sequence[Path], say: Callable[[str], None], *, into: Path | None = None,
    add: Callable[[Path], None] = nothing, options: Sequence[str] = (),
) -> Made:
    """Make root/site, or the folder `into`, of parts. Raises Refused, also for links that lead nowhere."""
    put = into or root / "site"
    with _new(root, into) as new:
        try:
            whole = put_together(parts, new)
        except Unjoinable as reason:
            raise Refused(str(reason)) from None
        _look(new, whole.address, say)
        add(new)
        told = Made(pages=_pages(new, whole.hub), bytes=_bytes(new), warnings=0)
        swap(new, put)
    if not into:
        kept.remember(root, put, whole.origin, [*options])
    return told


@contextmanager
def _new(root: Path, into: Path | None) -> Iterator[Path]:
    """The folder to build in, on the disk of the one that it will replace; gone at the end. Raises Refused."""
    if into is None:
        kept.forget(root)
        new = root / ".build" / f"new-{os.getpid()}"
    elif into.exists() and any(into.iterdir()) and not any((into / name).exists() for name in (NOTE, "sitemap.xml")):
        raise Refused(f"{into} holds files that no build made. Name a new folder.")
    else:
        new = into.with_name(f".{into.name}-new-{os.getpid()}")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _look(new: Path, address: str, say: Callable[[str], None]) -> None:
    say("Looking at every link of the new site.")
    if lost := list(broken(new, address)):
        raise Refused("\n".join(lost))


def make(
    root: Path, folder: Path, say: Callable[[str], None] = lambda _: None, languages: Sequence[str] = (), *,
    inside: bool = False,
) -> None:
    """Run MkDocs once, strictly, into a folder; with `languages` for their pages alone. Raises Refused.

    inside: with a search inside the guides.
    """
    with _heard(logging.WARNING), _telling(say, languages, inside):
        try:
            if inside:
                full_text.program()
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build.build(config)
        except (MkDocsException, full_text.Unindexed) as reason:
            raise Refused(str(reason)) from None


def serve(root: Path, port: int) -> None:
    """Show the site on this machine and make it again when something changes, until the process is stopped."""
    with _heard(logging.INFO):
        try:
            mkdocs_serve.serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
        except MkDocsException as reason:
            raise Refused(str(reason)) from None
        except (OSError, OverflowError):
            raise Refused(f"Port {port} cannot be used; another program may have it. "
                          f"Type scripts/serve --port {8001 if port >= 65535 else port + 1}") from None


def swap(new: Path, site: Path) -> None:
    """Put a folder in the place of another; the old one goes last."""
    old = new.with_name(new.name + "-old")
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _pages(folder: Path, codes: Sequence[str]) -> dict[str, int]:
    """Pages per language, in the order of the hub."""
    default = codes[0]
    found = Counter(os.path.relpath(inside, folder).partition(os.sep)[0]
                    for inside, _, names in os.walk(folder) if "index.html" in names)
    others = {code: found[code] for code in codes if code != default}
    return {default: sum(found.values()) - sum(others.values()), **others}


def _bytes(folder: Path) -> int:
    """Of all files. os.walk, for a Path of each of thousands of files costs more than to look at it."""
    return sum(os.stat(os.path.join(inside, name)).st_size for inside, _, names in os.walk(folder) for name in names)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Without the search for rings of objects: a build has an end, makes few of them, and holds much that lives on."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _heard(level: int) -> Iterator[None]:
    """What MkDocs has to say, from this level on, goes to standard error."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler(sys.stderr)
    handler.setLevel(level)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextmanager
def _telling(say: Callable[[str], None], languages: Sequence[str], inside: bool) -> Iterator[None]:
    hooks.on_language, hooks.wanted, hooks.inside = say, tuple(languages), inside
    try:
        yield
    finally:
        hooks.on_language, hooks.wanted, hooks.inside = hooks.silent, (), False
