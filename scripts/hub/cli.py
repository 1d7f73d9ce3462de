"""The commands: check, build, serve. Exit status 0 (good), 1 (problems), 2 (wrong use)."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hub import checks
from hub.load.catalogue import load
from hub.problems import Problem

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
    print(f"{errors} problems to mend, {len(problems) - errors} warnings")
    return 1 if errors else 0
