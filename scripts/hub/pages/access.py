"""The access of a place: what there is, what there is not, what was measured, and what nobody has checked.

A key that nobody has written down, that is not confirmed or that no longer holds is not known. It never reads as “no”.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hub.model.access import CORE, KEYS, Fact, Length, Volume, facts, term
from hub.model.catalogue import Thing
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.values import UNKNOWN
from hub.pages.scope import Scope
from hub.pages.sources import cited
from hub.pages.states import Shown, holds, period, state
from hub.pages.text import MARK, Text, around, joined, text

Place = Thing[PlaceFacts, PlaceWords]
GRADE = "wheelchair_accessibility_grade"
# Whether an entrance is the main one: worth a line only where it is.
MAIN = "entrances.is_main_entrance"


@dataclass(frozen=True, kw_only=True)
class AccessFact:
    """One fact. entry: which entrance, which desk; value: measured, counted, or languages; when: if not as the rest."""

    label: Text
    entry: Text
    value: str
    href: str
    when: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AccessView:
    """The access of a place or a vehicle. nobody: the first questions, without an answer.

    others: the other keys without one, in a sentence; where nothing is known at all, it does not name each of them.
    """

    grade: str
    there_is: tuple[AccessFact, ...]
    there_is_not: tuple[AccessFact, ...]
    measured: tuple[AccessFact, ...]
    nobody: tuple[Text, ...]
    others: Text | None
    when: tuple[str, ...]
    checked: str


def view(scope: Scope, place: Place) -> AccessView:
    """Everything about the access of a place."""
    known = found(scope, place)
    listed = [(_list(one), _fact(scope, place, one)) for one in known
              if one.key != GRADE and (one.key, one.value) != (MAIN, "no")]
    answered = tuple(f"{one.key}." for one in known)
    silent = [key for key in KEYS if key != MAIN and not f"{key}.".startswith(answered)]
    grade = next((one.value for one in known if one.key == GRADE), "")
    return AccessView(
        grade=scope.speech.say(f"grade_{grade}") if grade else "",
        there_is=tuple(fact for where, fact in listed if where == "there_is"),
        there_is_not=tuple(fact for where, fact in listed if where == "there_is_not"),
        measured=tuple(fact for where, fact in listed if where == "measured"),
        nobody=tuple(scope.term("access", term(key)) for key in CORE if key in silent),
        others=_others(scope, [key for key in silent if key not in CORE]) if known else
        text(scope.speech.say("access_nothing_else")),
        when=_when(scope, place),
        checked=_checked(scope, place),
    )


def found(scope: Scope, place: Place) -> list[Fact]:
    """The facts that hold on the day, in the order of the keys."""
    access = place.facts.accessibility
    known = [] if access == UNKNOWN else [one for one in facts(access) if holds(one.origin, scope.today)]
    return sorted(known, key=lambda one: [key.startswith(one.key) for key in KEYS].index(True))


def sources(place: Place) -> tuple[str, ...]:
    """The sources of everything that is said about the access."""
    access = place.facts.accessibility
    return () if access == UNKNOWN else cited([access], (one.origin for one in facts(access)))


def _list(fact: Fact) -> str:
    """Under which heading a fact stands."""
    if fact.value in ("no", 0):
        return "there_is_not"
    return "measured" if isinstance(fact.value, int | Length | Volume) else "there_is"


def _fact(scope: Scope, place: Place, fact: Fact) -> AccessFact:
    """A group that there is not is named by the first question about it."""
    key = fact.key if fact.key in KEYS else next(key for key in CORE if key.startswith(f"{fact.key}."))
    own = fact.origin is not place.facts.accessibility
    return AccessFact(
        label=scope.term("access", term(key)),
        entry=_entry(scope, place, fact),
        value=_value(scope, fact.value),
        href=fact.value if key == "appointment_policies.booking_url" else "",
        when=period(scope.speech, Shown(key, fact.origin, "stated")) if own else (),
    )


def _entry(scope: Scope, place: Place, fact: Fact) -> Text:
    if fact.entry is None:
        return Text(())
    group, identifier = fact.entry
    return scope.words(place, lambda words: words.accessibility.get(group, {}).get(identifier)) or Text(())


def _value(scope: Scope, value: Any) -> str:
    if isinstance(value, Length):
        return scope.speech.length(value.value, value.unit)
    if isinstance(value, Volume):
        return scope.speech.count("decibels", value.value)
    if isinstance(value, tuple):
        return scope.speech.items(scope.speech.name_of(code) for code in value)
    return scope.speech.number(value) if isinstance(value, int) and value else ""


def _others(scope: Scope, keys: Iterable[str]) -> Text | None:
    names = [scope.term("access", term(key)) for key in keys]
    return around(scope.speech.say("access_others", keys=MARK), MARK, joined(names)) if names else None


def _when(scope: Scope, place: Place) -> tuple[str, ...]:
    """The time of the whole: also that it is over, so that nobody wonders where the facts have gone."""
    access = place.facts.accessibility
    if access == UNKNOWN or (now := state(access, scope.today)) == "low":
        return ()
    return period(scope.speech, Shown("accessibility", access, now))


def _checked(scope: Scope, place: Place) -> str:
    check = place.facts.accessibility_checked
    if check == UNKNOWN:
        return scope.speech.say("access_nobody_checked")
    return scope.speech.say(f"checked_{check.method.replace('-', '_')}", date=scope.speech.date(check.on),
                            by=scope.title("organisations", check.by).plain)
