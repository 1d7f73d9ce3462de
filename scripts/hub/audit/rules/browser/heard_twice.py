"""Nothing is said twice in a row. For people: a repetition may be meant."""

import re
from itertools import pairwise

from selenium.webdriver import Chrome

from hub.audit import places, virtual
from hub.audit.once import once
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen
from hub.audit.virtual import Phrase

FEWEST = 4  # words; fewer are often repeated with reason: "Open", a name in a list of contacts
# Roles that are said before a name. A field is not here: its label is read before it, and that is how it must be.
ROLE = re.compile(r"(?:link|button|heading|image|img|graphics-document), ")
LEVEL = re.compile(r", level \d(?:, .*)?$")
ENDS = re.compile(r"end of |(?:paragraph|strong|emphasis|list|term|definition|listitem\b.*)$")


def _find(driver: Chrome, page: Page) -> Seen:
    heard = once(driver, virtual.listen)
    said = [each for each in heard.phrases if not ENDS.match(each.words)]
    # A heading that is a link is said as one thing by real readers; the virtual one goes into it
    around = {each.words.removeprefix("end of ") for each in heard.phrases if each.words.startswith("end of ")}
    twice = [two.selector for one, two in pairwise(said) if one.words not in around and _same(one, two)]
    faults = places.faults(driver, list(dict.fromkeys(twice)), "A screen reader says the same words twice in a row")
    return Seen(targets=max(0, len(said) - 1), faults=faults, ran=heard.whole)


def _same(one: Phrase, two: Phrase) -> bool:
    words = _words(two)
    return words == _words(one) and len(words.split()) >= FEWEST


def _words(phrase: Phrase) -> str:
    """What it says without its role and level."""
    role = ROLE.match(phrase.words)
    return LEVEL.sub("", phrase.words[role.end():]) if role else phrase.words


RULE = Rule(
    id="heard-twice", says="Nothing is said twice in a row", criteria=(), gates=False, readers=("screen-reader",),
    states=("wide",), mend="Leave one of the two out; a picture beside the same words needs an empty alternative",
    find=_find,
)
