"""The command scripts/build: its options, and what it says."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from hub.site import delivery, kept
from hub.site.day import NoDay, build_moment


class _Wrong(Exception):
    """The command was typed wrongly."""


class _Quiet(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """All commands of the hub answer wrong use in the same way."""
        raise _Wrong(message)


def main(root: Path, arguments: Sequence[str]) -> int | None:
    """Build, or join parts; returns the exit status, None for wrong use."""
    try:
        given = _parser().parse_args(arguments)
    except _Wrong:
        return None
    if given.languages and (given.join or given.compress or given.headers):
        return None
    if given.full_text and (given.languages or given.join):
        return None
    if _unchanged(root, given):
        print("Nothing has changed since the last build, so the site in the folder site stays as it is. "
              "To build it in any case, type scripts/build --anew")
        return 0
    return _build(root, given)


def _parser() -> ArgumentParser:
    made = _Quiet(add_help=False, allow_abbrev=False)
    made.add_argument("--anew", action="store_true")
    made.add_argument("--languages", type=_codes, default=())
    made.add_argument("--join", nargs="+", type=Path, default=())
    made.add_argument("--into", type=Path)
    made.add_argument("--compress", action="store_true")
    made.add_argument("--headers", action="store_true")
    made.add_argument("--full-text", action="store_true")
    return made


def _codes(text: str) -> tuple[str, ...]:
    """"az,sw"; each once."""
    return tuple(dict.fromkeys(code for code in text.split(",") if code))


def _options(given: Namespace) -> list[str]:
    return [name for name in ("compress", "headers", "full_text") if getattr(given, name)]


def _unchanged(root: Path, given: Namespace) -> bool:
    if given.anew or given.languages or given.join or given.into:
        return False
    try:
        return kept.holds(root, root / "site", build_moment(), _options(given))
    except NoDay:
        return False  # the build says it


def _add(given: Namespace, site: Path) -> None:
    """The files that options ask for."""
    if given.headers:
        delivery.headers(site)
    if given.compress:
        _progress("Packing every file.")
        delivery.compress(site)


def _build(root: Path, given: Namespace) -> int:
    """Say what was made; with problems the last good site stays."""
    # MkDocs, which takes half a second to be read and which an unchanged site needs not
    from hub.site.build import Refused, build, join

    started, into = time.monotonic(), given.into.resolve() if given.into else None
    more: dict[str, Any] = {"into": into, "add": lambda site: _add(given, site), "options": _options(given)}
    try:
        if given.join:
            made = join(root, given.join, _progress, **more)
        else:
            made = build(root, _progress, languages=given.languages, inside=given.full_text, **more)
    except Refused as reason:
        print(reason)
        return _stays(into or root / "site")
    print(f"{'Joined' if given.join else 'Built'} {sum(made.pages.values())} pages in "
          f"{time.monotonic() - started:.1f} seconds, {made.bytes / 1000:,.0f} KB in all:")
    for language, pages in made.pages.items():
        if pages or not given.languages:
            print(f"  {language}: {pages} pages")
    if made.warnings:
        print(f"{made.warnings} warnings; scripts/check tells them.")
    if given.languages:
        print(f"This is a part, in the folder {given.into or 'site'}. To put parts together, type "
              "scripts/build --join and their folders.")
    elif into:
        print(f"The site is in the folder {given.into}.")
    else:
        print("The site is in the folder site. To look at it, type scripts/serve and open http://127.0.0.1:8000/")
    return 0


def _stays(site: Path) -> int:
    state = f"The last good site stays in the folder {site.name}." if site.exists() else "No site was made."
    print(f"The site was not built. {state}")
    return 1


def _progress(sentence: str) -> None:
    """Progress is for people who watch a terminal; a log or a screen reader gets the result."""
    if sys.stdout.isatty():
        print(sentence)
