"""The page that searches inside the guides, where the hub was built with it."""

from dataclasses import dataclass

from hub.pages.scope import Scope
from hub.pages.text import Link, text

# Guides that are shown at a time: each costs the reader a file of some 3 KB.
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Search:
    """The list to use instead, and how many guides are shown at a time."""

    list: Link
    shown: int


def view(scope: Scope) -> Search:
    """What the page has besides its words."""
    return Search(list=Link(href=scope.url("a-z"), title=text(scope.speech.say("door_a_z"))), shown=SHOWN)
