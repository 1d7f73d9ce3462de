"""What the accessibility statement says that is not written by hand: the claim, and the last test by machines."""

from dataclasses import dataclass

from hub.model.evaluation import CLAIMED, RESULTS, Claim, Evaluation, Seen
from hub.model.values import UNKNOWN
from hub.pages.scope import Scope
from hub.pages.text import Link, Run, Text, around, joined, text

# The names of rules and criteria are in the language of WCAG and of the engines.
ENGLISH = "en"
_MARK = "{name}"


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A rule that is broken, or perhaps: what it demands, how often, and one page that has it."""

    says: Text
    count: str
    example: Link | None


@dataclass(frozen=True, kw_only=True)
class Group:
    """The criteria of WCAG of which a machine says the same."""

    title: str
    about: str
    criteria: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class TestView:
    """The last test by machines; lead: what ran and on what. barriers: faults of A and AA; others: of other levels."""

    lead: tuple[str, ...]
    barriers: tuple[Spot, ...]
    others: tuple[Spot, ...]
    review: tuple[Spot, ...]
    groups: tuple[Group, ...]


def claim(scope: Scope) -> tuple[str, ...]:
    """The status in the words of the European Union's model statement; who found it, until when it stands."""
    found, say = scope.catalogue.hub.accessibility, scope.speech.say
    if found == UNKNOWN:
        return (say("conforms_unknown"),)
    evaluated, review = scope.speech.date(found.evaluated_on), scope.speech.date(found.review_by)
    return (say(f"conforms_{found.status}"), say("claim_by", by=found.evaluated_by, date=evaluated),
            say("claim_review" if scope.today <= found.review_by else "claim_overdue", date=review))


def report(scope: Scope) -> Link | None:
    """Where the people who evaluated the hub say what they found."""
    found = scope.catalogue.hub.accessibility
    known = isinstance(found, Claim) and found.report
    return Link(href=str(found.report), title=text(scope.speech.say("claim_report"))) if known else None


def test(scope: Scope) -> TestView | None:
    """The last machine test; None where none is published."""
    seen = scope.catalogue.audit
    if seen is None:
        return None
    faults = sorted(seen.faults.values(), key=lambda one: one.level)
    return TestView(
        lead=_lead(scope, seen),
        barriers=tuple(_spot(scope, one) for one in faults if one.level in CLAIMED),
        others=tuple(_spot(scope, one) for one in faults if one.level not in CLAIMED),
        review=tuple(_spot(scope, one) for one in seen.review.values()),
        groups=tuple(_groups(scope, seen)),
    )


def _lead(scope: Scope, seen: Evaluation) -> tuple[str, ...]:
    say, number = scope.speech.say, scope.speech.number
    engines = scope.speech.items([f"{name} {version}" for name, version in seen.engines.items()])
    return (say("test_day", date=scope.speech.date(seen.day)), say("test_engines", engines=engines),
            say("test_pages", n=number(seen.pages), browser=number(seen.in_browser)))


def _spot(scope: Scope, seen: Seen) -> Spot:
    number = scope.speech.number
    level = (scope.speech.say("test_criteria", criteria=", ".join(seen.criteria.split()), level=seen.level)
             if seen.criteria else scope.speech.say("test_practice"))
    return Spot(says=joined((_english(scope, f"{seen.says.rstrip('.')}."), text(level)), " "),
                count=scope.speech.say("test_count", pages=number(seen.pages), places=number(seen.places)),
                example=_example(scope, seen.example))


def _example(scope: Scope, file: str) -> Link | None:
    """The page, while it is still there: "az/guides/az-passport/index.html"."""
    folder = file.removesuffix("index.html").strip("/")
    first, _, rest = folder.partition("/")
    default = scope.catalogue.default_language
    language, path = (first, rest) if first in scope.catalogue.languages and first != default else (default, folder)
    if language not in scope.offered.get(path, ()):
        return None
    # Addresses are made of English words in every language
    title = _english(scope, f"/{folder}/") if folder else text(scope.speech.say("home"))
    return Link(href=scope.url(path, language), title=title)


def _groups(scope: Scope, seen: Evaluation) -> list[Group]:
    found, say = [], scope.speech.say
    for result in RESULTS:
        named = tuple(_criterion(scope, num, one.name, one.level) for num, one in seen.criteria.items()
                      if one.result == result)
        word = result.lower()
        title = f"{say(f'result_{word}')}: {scope.speech.number(len(named))}"
        found.append(Group(title=title, about=say(f"result_{word}_about"), criteria=named))
    return [one for one in found if one.criteria]


def _criterion(scope: Scope, num: str, name: str, level: str) -> Text:
    sentence = scope.speech.say("test_criterion", number=num, name=_MARK, level=level)
    return around(sentence, _MARK, _english(scope, name))


def _english(scope: Scope, words: str) -> Text:
    if scope.language == ENGLISH:
        return text(words)
    return Text(((Run(words, lang=ENGLISH, dir="ltr"),),))
