"""Which writing words are in: enough to see, in a few letters, that they cannot be of a language."""

import re
import unicodedata
from collections import Counter

# Language -> the writing it is written in; a language that is not here is not judged.
OF = {"en": "LATIN", "az": "LATIN", "sw": "LATIN", "fr": "LATIN", "de": "LATIN", "es": "LATIN", "tr": "LATIN",
      "ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC",
      "he": "HEBREW", "el": "GREEK", "hi": "DEVANAGARI", "am": "ETHIOPIC", "ka": "GEORGIAN", "hy": "ARMENIAN"}
KNOWN = set(OF.values())
LEAST = 12
# Addresses are in Latin letters in every language.
ADDRESS = re.compile(r"\S+[./@]\S+")


def foreign(language: str, words: str) -> str:
    """The writing of the words, in small letters, if nearly all of them are in one that the language does not use."""
    words = ADDRESS.sub(" ", words)
    own = OF.get(language.partition("-")[0].lower())
    if own is None:
        return ""
    counts = Counter(_writing(each) for each in words if each.isalpha())
    writing, most = counts.most_common(1)[0] if counts else ("", 0)
    sure = writing in KNOWN and writing != own and most >= LEAST and most >= 0.8 * counts.total()
    return writing.lower() if sure else ""


def _writing(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
