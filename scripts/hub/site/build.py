"""A whole build into a new folder, and the swap that puts it in the place of the last good one."""

import gc
import logging
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from hub.site import hooks
from hub.site.links import broken


class Refused(Exception):
    """The site cannot be made; the text says why, in an editor's words."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a build made: pages per language, the bytes of all files; and how many warnings the data have."""

    pages: dict[str, int]
    bytes: int
    warnings: int


def build(root: Path, say: Callable[[str], None]) -> Made:
    """Make root/site anew. The last good site stays where it is until the new one is whole. Raises Refused."""
    new, site = root / ".build" / f"new-{os.getpid()}", root / "site"
    shutil.rmtree(new, ignore_errors=True)
    try:
        with _without_collecting():
            make(root, new, say)
            say("Looking at every link of the new site.")
            if lost := list(broken(new, hooks.current().catalogue.hub.address)):
                raise Refused("\n".join(lost))
        made = Made(pages=_pages(new), bytes=_bytes(new), warnings=hooks.current().warnings)
        swap(new, site)
        return made
    finally:
        shutil.rmtree(new, ignore_errors=True)


def make(root: Path, folder: Path, say: Callable[[str], None] = lambda _: None) -> None:
    """Run MkDocs once, strictly, into a folder. Raises Refused."""
    with _heard(logging.WARNING), _telling(say):
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build.build(config)
        except MkDocsException as reason:
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


def _pages(folder: Path) -> dict[str, int]:
    """Pages per language, in the order of the hub."""
    codes = hooks.current().catalogue.languages
    default = next(iter(codes))
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
def _telling(say: Callable[[str], None]) -> Iterator[None]:
    hooks.on_language = say
    try:
        yield
    finally:
        hooks.on_language = hooks.silent
