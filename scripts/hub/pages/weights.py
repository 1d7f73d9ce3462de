"""What pages weigh, in words: the sentence in the foot of each, and the lines of the quality page."""

from collections.abc import Mapping
from decimal import ROUND_UP, Decimal
from functools import lru_cache
from statistics import median

from hub.pages.quality import Line, Lines
from hub.pages.scope import Scope
from hub.pages.speech import Speech
from hub.pages.text import Run, Text, text

# The budgets of docs/design/frame.md, in kilobytes as sent: half of the guides, and each of them.
HALF, EACH = Decimal(6), Decimal(14)


@lru_cache(maxsize=1024)
def sentence(speech: Speech, kilobytes: int) -> str:
    """How large a page is, as HTML: "This page: 6 kilobytes."."""
    return text(speech.say("weight", size=speech.kilobytes(Decimal(kilobytes)))).line


def view(scope: Scope, jurisdiction: str, sizes: Mapping[str, int]) -> tuple[Lines, ...]:
    """How heavy the guides of a country are in this language. sizes: bytes as sent, of guides by id."""
    services = scope.catalogue.services
    mine = {key: size for key, size in sizes.items() if services[key].facts.jurisdiction == jurisdiction}
    lines = [_line(scope, "weight_budget", text(scope.speech.say(
        "weight_allowed", half=scope.speech.kilobytes(HALF), each=scope.speech.kilobytes(EACH))))]
    if mine:
        heaviest = max(mine, key=lambda key: (mine[key], key))
        lines += [_line(scope, "weight_half", _size(scope, median(mine.values()))),
                  _line(scope, "weight_heaviest", _linked(scope, heaviest)),
                  _line(scope, "weight_its_size", _size(scope, mine[heaviest]))]
    return (Lines(heading="", lines=tuple(lines)),)


def _linked(scope: Scope, service: str) -> Text:
    to = scope.link("services", service)
    return Text(((Run(to.title.plain, to.href, lang=to.title.lang, dir=to.title.dir),),))


def _size(scope: Scope, size: float) -> Text:
    """Bytes as kilobytes with one digit behind the point, rounded up."""
    kilobytes = (Decimal(size) / 1000).quantize(Decimal("0.1"), ROUND_UP)
    return text(scope.speech.kilobytes(kilobytes))


def _line(scope: Scope, key: str, value: Text) -> Line:
    return Line(label=scope.speech.say(key), value=value)
