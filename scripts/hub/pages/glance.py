"""The five lines at a glance: who for, cost, time, what you get, where. Label first, the value after it."""

from dataclasses import dataclass

from hub.model.values import NOT_APPLICABLE
from hub.pages.answers import Service
from hub.pages.guide_answers import amount, fee
from hub.pages.scope import Scope
from hub.pages.states import settled, shown
from hub.pages.text import MARK, Text, around, joined, text


@dataclass(frozen=True, kw_only=True)
class Row:
    """label: the question in a word; value: the answer in a line."""

    label: str
    value: Text


def glance(scope: Scope, service: Service) -> tuple[Row, ...]:
    """The five rows, also where the answer is that it is not known."""
    values = (_who(scope, service), _cost(scope, service), _time(scope, service), _get(scope, service),
              _where(scope, service))
    labels = ("glance_who", "glance_cost", "glance_time", "glance_get", "glance_where")
    return tuple(Row(label=scope.speech.say(label),
                     value=text(scope.speech.capital(value)) if isinstance(value, str) else value)
                 for label, value in zip(labels, values, strict=True))


def _who(scope: Scope, service: Service) -> Text:
    return joined([scope.term("audiences", audience) for audience in service.facts.audiences])


def _cost(scope: Scope, service: Service) -> str:
    fees = shown(service.facts.costs, scope.today)
    kept = [one.fact for one in fees if one.state == "stated"]
    if not settled(fees):
        return _empty(scope, service.facts.costs)
    return _first(scope, [fee(scope, cost) for cost in kept])


def _first(scope: Scope, values: list[str]) -> str:
    """The first value, and how many more stand below; the order of the data is the order of importance."""
    distinct = list(dict.fromkeys(values))
    return distinct[0] if len(distinct) == 1 else scope.speech.count("and_more", len(distinct) - 1, first=distinct[0])


def _time(scope: Scope, service: Service) -> str:
    kept = [one.fact for one in shown(service.facts.processing_time, scope.today) if one.state == "stated"]
    said = [scope.speech.span(fact.at_least, fact.at_most, fact.counted_in) for fact in kept]
    if not said:
        return _empty(scope, service.facts.processing_time)
    return _first(scope, said)


def _get(scope: Scope, service: Service) -> Text:
    kept = [one for one in shown(service.facts.outputs, scope.today) if one.state == "stated"]
    if not kept:
        return text(scope.speech.say("glance_not_known"))
    first, money = scope.worded(service, "outputs", kept[0].id), amount(scope, kept[0].fact)
    value = joined([_without_stop(first), text(money)], ": ") if money else _without_stop(first)
    if len(kept) == 1:
        return value
    return around(scope.speech.count("and_more", len(kept) - 1, first=MARK), MARK, value)


def _without_stop(words: Text) -> Text:
    """The words without the full stop at their end, so that more can follow in the line."""
    last = words.runs[-1]
    return Text(((*words.runs[:-1], last._replace(text=last.text.rstrip("."))),), words.lang, words.dir)


def _where(scope: Scope, service: Service) -> str:
    kinds = dict.fromkeys(one.fact.type for one in shown(service.facts.channels, scope.today))
    if not kinds:
        return _empty(scope, service.facts.channels)
    return scope.speech.items(scope.channel(kind) for kind in kinds)


def _empty(scope: Scope, value: object) -> str:
    return scope.speech.say("glance_not_applicable" if value == NOT_APPLICABLE else "glance_not_known")
