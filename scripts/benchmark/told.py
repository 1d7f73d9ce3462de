"""Where a table goes: to the terminal line by line, and with --write into docs/performance.md between its marks.

What stands between the marks is written by the command only. Each table says on what machine, on which day and with
which command it was made, because figures of two machines must not be held against each other.
"""

import os
import platform
import re
import shlex
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"


class NoPlace(Exception):
    """The page has no marks for this table; the text says which."""


def told(lines: Iterable[str]) -> list[str]:
    """Print each line as soon as it is there; returns them."""
    kept = []
    for line in lines:
        print(line, flush=True)
        kept.append(line)
    return kept


def write(name: str, lines: Sequence[str], page: Path = PAGE) -> None:
    """Put the lines in the place of the last ones of that name. Raises NoPlace."""
    begin, end = f"<!-- bench {name} -->", f"<!-- end of bench {name} -->"
    text = page.read_text(encoding="utf-8")
    made, times = re.subn(f"{re.escape(begin)}\n.*?{re.escape(end)}",
                          lambda _: "\n".join([begin, *lines, end]), text, flags=re.DOTALL)
    if times != 1:
        raise NoPlace(f"{page.name} needs the lines {begin} and {end} once.")
    page.write_text(made, encoding="utf-8")


def machine(arguments: Sequence[str], packages: Sequence[str] = (), programs: Sequence[str] = ()) -> str:
    """How, when and on what a table was made. programs: further versions, as words."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    # No folder of this machine stands in the page.
    typed = ["FOLDER" if Path(one).is_absolute() else one for one in arguments if one != "--write"]
    versions = [f"Python {platform.python_version()}", *(f"{name} {_version(name)}" for name in packages), *programs]
    return (f"Made by `scripts/bench {shlex.join(typed)}` on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC: "
            f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}; {', '.join(versions)}.")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
