"""Files of a built site: each is replaced whole, and those that had to change are counted."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from hub.site.delivery import unpack

Change = Callable[[bytes], bytes | None]
# Thousands of Paths would cost as much as writing the files.
Name = Path | str


@dataclass
class Stamped:
    """How many files were changed, and which have no mark."""

    changed: int = 0
    without: int = 0


def change_all(changes: Iterable[tuple[Name, Change]], done: Stamped) -> None:
    """Change many files, four at a time: on a busy machine most of the time goes by waiting for the disk."""
    def one(what: tuple[Name, Change]) -> Stamped:
        change(what[0], part := Stamped(), what[1])
        return part

    with ThreadPoolExecutor(4) as pool:
        for part in pool.map(one, changes):
            done.changed += part.changed
            done.without += part.without


def change(file: Name, done: Stamped, to: Change) -> None:
    """Change one file, or count it where it has no mark."""
    with open(file, "rb", buffering=0) as there:
        old = there.read()
    new = to(old)
    if new is None:
        done.without += 1
    elif new != old:
        write(file, new, done)


def write(file: Name, text: bytes, done: Stamped) -> None:
    """Replace a file whole: a reader gets the old one or the new one, never a part."""
    new = f"{file}.new"
    with open(new, "wb", buffering=0) as there:
        there.write(text)
    os.replace(new, file)
    unpack(str(file))
    done.changed += 1


def remove(file: Path, done: Stamped, *, folder: bool = False) -> None:
    """Take a file away, and its folder with it."""
    if file.exists():
        file.unlink()
        unpack(str(file))
        done.changed += 1
        if folder:
            file.parent.rmdir()
