"""Whether all that this session has started is at rest. On a busy machine silence alone does not tell: a program that
waits for its turn says nothing either.
"""

import os
from collections.abc import Iterator
from pathlib import Path

BUSY = {"R", "D"}  # waits for its turn, or for a disk


def at_rest() -> bool:
    """No program below this one has anything to do."""
    children: dict[int, list[tuple[int, str]]] = {}
    for number, parent, state in _programs():
        children.setdefault(parent, []).append((number, state))
    below = [*children.get(os.getpid(), ())]
    for number, _ in below:  # grows while it is read
        below += children.get(number, ())
    return not any(state in BUSY for _, state in below)


def _programs() -> Iterator[tuple[int, int, str]]:
    """(number, number of its parent, state) of every program; proc(5) has the form."""
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, _, rest = file.read_text(encoding="utf-8", errors="replace").partition(" (")
        except OSError:  # it has ended since
            continue
        state, parent = rest.rpartition(") ")[2].split()[:2]
        yield int(number), int(parent), state
