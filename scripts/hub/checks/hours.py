"""Hours that leave something open, or say two things at once."""

from collections.abc import Iterator
from datetime import time

from hub.checks.walk import Loc, fields, things
from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.model.hours import Hours, Spans, backwards, doubled, unsaid
from hub.model.place import PlaceFacts
from hub.model.values import UNKNOWN
from hub.problems import Problem

DAYS = {"Mo": "Monday", "Tu": "Tuesday", "We": "Wednesday", "Th": "Thursday", "Fr": "Friday", "Sa": "Saturday",
        "Su": "Sunday"}
_SHORT = tuple(DAYS)
_DAY = 24 * 60


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """Hours are whole: every working day is named once, and nothing is offered while the place is closed."""
    for _, thing in things(catalogue):
        for loc, _, value in fields(thing.facts):
            if isinstance(value, Hours):
                yield from _alone(loaded, f"{thing.path}/facts.yml", loc, value.text)
    for place in catalogue.places.values():
        path, facts = f"{place.path}/facts.yml", place.facts
        if facts.hours != UNKNOWN:
            yield from _gaps(loaded, catalogue, path, facts)
            yield from _outside(loaded, path, facts)


def _alone(loaded: Loaded, path: str, loc: Loc, text: str) -> Iterator[Problem]:
    """What one text shows."""
    for span in backwards(text):
        opens, _, closes = span.partition("-")
        later = f"{int(closes.partition(':')[0]) + 24}:{closes.partition(':')[2]}"
        yield loaded.problem(path, loc, "hours-backwards", f"“{span}” closes before it opens.",
                             f"Write the earlier time first; if it is open past midnight: {opens}-{later}",
                             warning=True)
    for day in doubled(text):
        name = DAYS[_SHORT[day]]
        yield loaded.problem(path, loc, "hours-contradict",
                             f"Two rules give {name} different times; the last one counts.",
                             f"Name {name} in one rule only, with all its times: {_SHORT[day]} 09:00-12:00,14:00-17:00",
                             warning=True)


def _gaps(loaded: Loaded, catalogue: Catalogue, path: str, facts: PlaceFacts) -> Iterator[Problem]:
    """Every working day of the country is open or closed, and not left out."""
    organisation = catalogue.organisations.get(facts.organisation)
    country = catalogue.jurisdictions.get(organisation.facts.jurisdiction) if organisation else None
    missing = unsaid(facts.hours.weekly.text)
    for day in country.facts.week.working_days if country else ():
        if _SHORT.index(day) in missing:
            yield loaded.problem(path, ("hours", "weekly"), "hours-gap",
                                 f"The hours do not say anything about {DAYS[day]}.",
                                 f"Add its times, or `; {day} off` if it is closed; if nobody knows, say so under "
                                 "`open_questions:`", warning=True)


def _outside(loaded: Loaded, path: str, facts: PlaceFacts) -> Iterator[Problem]:
    """Sign language and quiet hours are inside the opening hours."""
    signed = facts.sign_language_hours if facts.sign_language_hours != UNKNOWN else {}
    kinds = {("sign_language_hours", code, "weekly"): fact for code, fact in signed.items()}
    if facts.quiet_hours != UNKNOWN:
        kinds["quiet_hours", "weekly"] = facts.quiet_hours
    for loc, fact in kinds.items():
        for day, spans in enumerate(fact.weekly.week):
            if _minutes(spans) - _minutes(facts.hours.weekly.week[day]):
                yield loaded.problem(path, loc, "hours-outside",
                                     f"On {DAYS[_SHORT[day]]} the place is not open for all of this time.",
                                     "Write hours that lie inside `hours`, or mend `hours`")


def _minutes(spans: Spans) -> set[int]:
    return {minute for opens, closes in spans for minute in range(_minute(opens), _minute(closes) or _DAY)}


def _minute(when: time) -> int:
    return when.hour * 60 + when.minute
