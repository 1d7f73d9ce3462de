"""hub audit --orca: what Orca says on a few pages, as one text file each."""

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from hub.audit import browser, kinds, targets
from hub.audit.orca import reading
from hub.audit.orca.session import desktop
from hub.audit.page import Page

LOST = (*browser.DEAD, browser.WrongPage, reading.Silent)


def write(target: str, folder: Path, wanted: list[str], limit: int = targets.LIMIT) -> int:
    """Listen and write; the exit status: 1 when a page could not be heard. Raises NothingThere, NoOrca."""
    with targets.opened(target) as base:
        chosen = pages(target, base, wanted, limit)
        folder.mkdir(parents=True, exist_ok=True)
        faults = 0
        for done, (name, said) in enumerate(heard(chosen, base), start=1):
            if isinstance(said, Exception):
                faults += 1
                print(f"{chosen[name].path} could not be heard: {_in_a_line(said)}", file=sys.stderr)
            else:
                (folder / f"{name}.txt").write_text(said, encoding="utf-8")
                print(f"{done} of {len(chosen)}: {chosen[name].path}", file=sys.stderr, flush=True)
    print(f"What Orca says on {len(chosen) - faults} of {len(chosen)} pages is in {folder}, one file a page. "
          "The machine judges nothing in it: read it.")
    return 1 if faults else 0


def pages(target: str, base: str, wanted: list[str], limit: int) -> dict[str, Page]:
    """Name of the file -> page: those that were asked for, or one of each kind. Raises NothingThere."""
    if wanted:
        return {kinds.name(page): page for page in targets.some(target, base, wanted)}
    return kinds.one_of_each(targets.read(target, base, limit))


def heard(chosen: dict[str, Page], base: str) -> Iterator[tuple[str, str | Exception]]:
    """(name, text, or why there is none) for each page. A browser that dies is replaced by a new one. Raises NoOrca."""
    host, waiting = urlsplit(base).hostname or "", list(chosen.items())
    with desktop() as here:
        while waiting:
            with browser.chromium(host, screen=here.environment) as driver:
                while waiting:
                    name, page = waiting.pop(0)
                    try:
                        yield name, reading.text(page, reading.listen(driver, here, page), here.version)
                    except LOST as problem:
                        yield name, problem
                        break


def _in_a_line(problem: Exception) -> str:
    return f"{type(problem).__name__}: {str(problem).splitlines()[0][:200]}"
