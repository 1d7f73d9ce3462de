"""What a single file cannot know: each check is one file with one reason, listed here by hand."""

from hub.checks import (
    about,
    access,
    claim,
    easy,
    eligibility,
    hours,
    identifiers,
    mobile,
    performance,
    placeholders,
    references,
    strings,
    titles,
    translations,
    unused,
    words,
)
from hub.checks.walk import forget
from hub.load.catalogue import Loaded
from hub.problems import Problem

CHECKS = (references, words, placeholders, about, identifiers, strings, titles, easy, unused, eligibility, translations,
          mobile, performance, access, hours, claim)


def check(loaded: Loaded) -> list[Problem]:
    """All problems: those of the files and those between them, in the order of files and lines."""
    if loaded.catalogue is None:
        return sorted(loaded.problems)
    found = {problem for rule in CHECKS for problem in rule.check(loaded, loaded.catalogue)}
    forget()
    return sorted({*loaded.problems, *found})
