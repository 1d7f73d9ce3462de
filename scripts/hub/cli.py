"""The commands: check, build, serve. Exit status 0 (good), 1 (problems), 2 (wrong use)."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from hub import checks
from hub.load.catalogue import load
from hub.problems import Problem
from hub.site.build import Refused
from hub.site.build import build as build_site
from hub.site.build import serve as serve_site

ROOT = Path(__file__).resolve().parents[2]
USAGE = """usage: scripts/build | scripts/serve [--port N] | scripts/check [PATH ...]
  check   tell every problem of data/; with PATHs, only the problems of those files and folders
  build   check, build into a new folder, put it in place of site/ when it is good
  serve   build, show the site on this machine, build again when data, docs or overrides change"""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    verb, *rest = arguments or [""]
    if verb == "check":
        return check(rest)
    if verb == "build" and not rest:
        return build()
    if verb == "serve":
        return serve(rest)
    print(USAGE, file=sys.stderr if verb not in ("help", "--help", "-h") else sys.stdout)
    return 0 if verb in ("help", "--help", "-h") else 2


def check(paths: Sequence[str]) -> int:
    """Print the problems, one line each, and count them."""
    wanted = [_shown(path) for path in paths]
    for path, shown in zip(paths, wanted, strict=True):
        if shown is None or not (ROOT / shown).exists():
            print(f"{path}: there is no such file or folder in this repository", file=sys.stderr)
            return 2
    found = checks.check(load(ROOT))
    told = [problem for problem in found if not wanted or any(_within(problem.path, shown) for shown in wanted)]
    return tell(told)


def _shown(path: str) -> str | None:
    """The path from the root of the repository, wherever the command was typed."""
    resolved = Path(path).resolve()
    return resolved.relative_to(ROOT).as_posix() if resolved.is_relative_to(ROOT) else None


def _within(path: str, folder: str | None) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")


def tell(problems: Sequence[Problem]) -> int:
    """Print problems and a last line that counts them; 1 when one of them is an error."""
    for problem in problems:
        print(problem)
    errors = sum(not problem.warning for problem in problems)
    print(f"Problems to mend: {errors}. Warnings: {len(problems) - errors}.")
    return 1 if errors else 0


def build() -> int:
    """Build the site and say what was made; with problems the last good site stays."""
    started = time.monotonic()
    try:
        made = build_site(ROOT, _progress)
    except Refused as reason:
        print(reason)
        return _stays()
    print(f"Built {sum(made.pages.values())} pages in {time.monotonic() - started:.1f} seconds, "
          f"{made.bytes / 1000:,.0f} KB in all:")
    for language, pages in made.pages.items():
        print(f"  {language}: {pages} pages")
    if made.warnings:
        print(f"{made.warnings} warnings; scripts/check tells them.")
    print("The site is in the folder site. To look at it, type scripts/serve and open http://127.0.0.1:8000/")
    return 0


def _stays() -> int:
    state = "The last good site stays in the folder site." if (ROOT / "site").exists() else "No site was made."
    print(f"The site was not built. {state}")
    return 1


def _progress(sentence: str) -> None:
    """Progress is for people who watch a terminal; a log or a screen reader gets the result."""
    if sys.stdout.isatty():
        print(sentence)


def serve(arguments: Sequence[str]) -> int:
    """Show the site on this machine until Ctrl+C."""
    port = arguments[1] if len(arguments) == 2 and arguments[0] == "--port" else "8000"
    if arguments and (arguments[0] != "--port" or len(arguments) != 2 or not port.isdigit()):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        serve_site(ROOT, int(port))
    except Refused as reason:
        print(reason)
        return 1
    return 0
