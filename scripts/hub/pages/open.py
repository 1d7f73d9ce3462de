"""What a guide leaves open: kept when the guide is made, for the page of all that is not known about a country."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hub.model.translation import Stale
from hub.pages.answers import Answer, Ask, Gap, Item, Service
from hub.pages.scope import Scope
from hub.pages.text import Text


@dataclass(frozen=True, kw_only=True)
class Open:
    """What is not known, about what sources disagree, which facts have ended, and whom to ask.

    outdated: the texts of these whose source has changed since they were translated.
    """

    gaps: tuple[Gap, ...]
    conflicts: tuple[Text, ...]
    ended: tuple[Item, ...]
    ask: Ask | None
    outdated: tuple[tuple[str, Stale], ...]


def left_open(nine: tuple[Answer, ...], outdated: Iterable[tuple[str, Stale]]) -> Open:
    """What the nine answers leave open. outdated: the texts of all nine that are behind their source."""
    ended = tuple(item for answer in nine for item in answer.items if item.state == "expired")
    remarked = any(run.remark for item in ended for part in _words(item) for run in part.runs)
    return Open(
        gaps=tuple(gap for answer in nine for gap in answer.gaps),
        conflicts=tuple(text for answer in nine for text in answer.conflicts),
        ended=ended,
        ask=next((answer.ask for answer in nine if answer.ask), None),
        outdated=tuple(one for one in outdated if remarked or one[1].loc[0] in ("open_questions", "conflicts")),
    )


def keep(scope: Scope, service: Service, nine: tuple[Answer, ...]) -> None:
    """Keep it for the other page, where that page stands elsewhere and yet could show the very same."""
    found = left_open(nine, scope.outdated)
    if not any(run.href.startswith(".") for text in _texts(found) for run in text.runs) and not (
            found.ask and found.ask.countries):
        scope.shared[scope.language, "open", service.id] = found, frozenset(scope.borrowed)


def kept(scope: Scope, service: Service) -> Open | None:
    """What was kept; None where the guide is not made yet, or has links that would lead elsewhere from here."""
    found, borrowed = scope.shared.get((scope.language, "open", service.id), (None, ()))
    scope.borrowed.update(borrowed)
    return found


def _texts(found: Open) -> Iterator[Text]:
    for gap in found.gaps:
        yield from gap.questions
    yield from found.conflicts
    for item in found.ended:
        yield from _words(item)
    if found.ask and found.ask.contact:
        yield from (found.ask.contact.title, found.ask.contact.text)


def _words(item: Item) -> tuple[Text, ...]:
    return (item.title, *((item.text,) if item.text else ()), *item.lines)
