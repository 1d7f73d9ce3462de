"""What a page weighs: counted on the finished page, and said on it.

Counted is what most hosts send: the body, gzip level 6, in whole kilobytes of 1,000 bytes, rounded up. The sentence
that says so is part of what it counts. Alerts are not: they come and go without a build, and the bytes of a page come
back after them.
"""

import zlib
from collections.abc import Callable, Iterable

from hub.site.stamp import spots

# Where the sentence stands; it takes the place of the mark.
MARK = "<!--weight-->"
KILOBYTE, SPARE = 1_000, 16
LEVEL, AS_GZIP = 6, 31


def weighed(
    page: str, alerts: Iterable[str], sentence: Callable[[int], str], guess: int = 1
) -> tuple[str, int]:
    """The page with its sentence, and its bytes as sent. alerts: ids of those on it; sentence: of whole kilobytes.

    guess: kilobytes; where it is right, and that of the page before often is, nothing else need be tried.
    """
    bare = page.encode()
    for identifier in alerts:
        bare = spots.without(bare, identifier) or bare
    before, _, after = bare.partition(MARK.encode())
    packer = _Packer(before)
    kilobytes, size = guess, packer.size(sentence(guess).encode() + after)
    # Another number changes the page by a few bytes; so begin below, and the first that is true is the one to say.
    lowest = -(-(size - 2 * SPARE) // KILOBYTE)
    if lowest != guess or size > guess * KILOBYTE:
        kilobytes = lowest
        while (size := packer.size(sentence(kilobytes).encode() + after)) > kilobytes * KILOBYTE:
            kilobytes += 1
    return page.replace(MARK, sentence(kilobytes), 1), size


class _Packer:
    """A page up to the sentence near its end, packed once; each end that is tried costs a tenth of that."""

    def __init__(self, beginning: bytes) -> None:
        self._state = zlib.compressobj(LEVEL, zlib.DEFLATED, AS_GZIP)
        self._begun = len(self._state.compress(beginning))

    def size(self, end: bytes) -> int:
        """Bytes of the beginning with this end."""
        trial = self._state.copy()
        return self._begun + len(trial.compress(end)) + len(trial.flush())
