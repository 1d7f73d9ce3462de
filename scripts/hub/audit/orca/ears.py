"""What Orca says, as it says it: its log is read from a pseudo-terminal, because a plain file lags behind."""

import os
import pty
import re
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from hub.audit.orca.rest import at_rest

# An apostrophe inside is not escaped, so the end of the line ends it; now and then the voice stands behind.
_SPOKEN = re.compile(r"^[\d:.]+ - SPEECH OUTPUT: '(.*)'\s*(?:\{.*\})?$")
_STEP = 0.1


class Ears:
    """said: every utterance until now. path: where Orca is to write its log."""

    def __init__(self, terminal: int, path: str) -> None:
        self.path, self.said, self._lines = path, [], 0
        # A terminal that is full would stop Orca
        Thread(target=self._listen, args=(terminal,), daemon=True).start()

    def _listen(self, terminal: int) -> None:
        try:
            with os.fdopen(terminal, encoding="utf-8", errors="replace") as lines:
                for line in lines:
                    self._lines += 1
                    if found := _SPOKEN.match(line):
                        self.said.append(found[1])
        except OSError:  # how a terminal says that its other end is closed
            return

    def since(self, mark: int, *, least: int, quiet: float, most: float) -> list[str]:
        """What is said from utterance `mark` on, as soon as there are `least` and Orca has logged nothing for `quiet`
        seconds in which all programs were at rest; after `most` seconds, what there is.
        """
        end, rested, known = time.monotonic() + most, 0.0, -1
        while time.monotonic() < end and not (len(self.said) >= mark + least and rested >= quiet):
            time.sleep(_STEP)
            if self._lines != known:
                rested, known = 0.0, self._lines
            elif at_rest():
                rested += _STEP
        return self.said[mark:]


@contextmanager
def open_ears() -> Iterator[Ears]:
    """Ears, and a terminal for them."""
    terminal, other = pty.openpty()
    try:
        tty.setraw(other)  # no echo, no carriage returns
        yield Ears(terminal, os.ttyname(other))
    finally:
        os.close(other)
