"""What words weigh as most hosts send them."""

import gzip


def packed(words: str) -> int:
    """Bytes, gzip level 6, by another way than the program's own (hub.site.stamp.weight)."""
    return len(gzip.compress(words.encode(), compresslevel=6, mtime=0))
