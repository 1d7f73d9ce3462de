"""The word that an editor probably meant."""

from collections.abc import Collection
from difflib import get_close_matches

SHOWN = 15


def near(word: str, words: Collection[str]) -> str:
    """The word most like this one, or ""."""
    # A very long text is no misspelt word, and comparing it costs time.
    return next(iter(get_close_matches(word, list(words), 1, 0.6)), "") if len(word) < 100 else ""


def allowed(word: str, words: Collection[str]) -> str:
    """A tip: the word that was meant, or else all that may be written, or "" where nothing is known."""
    if meant := near(word, words):
        return f"Did you mean “{meant}”?"
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return f"Allowed: {', '.join(list(words)[:SHOWN])}{more}." if words else ""
