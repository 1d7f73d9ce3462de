"""What a file weighs, put in the place of the marks that hub.pages.parts.size makes."""

import re
import zlib
from collections.abc import Callable, Iterable, Mapping

# Path from the root of the site -> bytes as they are sent (gzip), bytes unpacked.
Weights = Mapping[str, tuple[int, int]]
_MARK = re.compile(r"%(packs/[^%:]+):(KB|file|bytes)%")
_ENVELOPE = 18  # of gzip, around what zlib makes without one


def weigh(pieces: Iterable[bytes]) -> tuple[int, int]:
    """Packed as most hosts send it (gzip, level 6), and as it is."""
    packer, packed, plain = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS), _ENVELOPE, 0
    for piece in pieces:
        packed += len(packer.compress(piece))
        plain += len(piece)
    return packed + len(packer.flush()), plain


def filled(text: str, weights: Weights, number: Callable[[int], str]) -> str:
    """The text with each mark replaced: whole kilobytes of 1,000, rounded up and never less than one."""
    def said(mark: re.Match) -> str:
        packed, plain = weights[mark[1]]
        return str(plain) if mark[2] == "bytes" else number(-(-(packed if mark[2] == "KB" else plain) // 1000))

    return _MARK.sub(said, text)
