"""The answers of a guide that are lists of facts: what, who can, what to bring, what it costs, how long, redress."""

from collections.abc import Iterator
from typing import Any

from hub.model.service import Cost, Evidence, Output
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages.answers import Answer, Item, Service, answer, facts_of, reason, when, why
from hub.pages.contact import contacts
from hub.pages.performance import published, really
from hub.pages.scope import Scope
from hub.pages.states import Shown, holds, settled, shown
from hub.pages.text import Link, Run, Text, named, text, within


def unknown_unless(kept: Any, service: Service, field: str) -> dict[str, str]:
    """The sentence for "we do not know", where nothing of a field can be shown and it does apply."""
    known = kept or getattr(service.facts, field) == NOT_APPLICABLE
    return {} if known else {field: f"unknown_{field}"}


def what(scope: Scope, service: Service, glance: Any) -> Answer:
    """What it is and who it is for, with the five lines at a glance and what a person gets."""
    kept = shown(service.facts.outputs, scope.today)
    items = [Item(title=scope.worded(service, "outputs", one.id), value=amount(scope, one.fact), when=when(scope, one),
                  state=one.state) for one in kept]
    if len(items) == 1 and not items[0].value and not items[0].when:
        # The line at a glance has said it.
        items = []
    return answer(scope, service, "what", items, facts=facts_of(kept), extra=glance,
                  unknown=unknown_unless(kept, service, "outputs"))


def amount(scope: Scope, fact: Output | Cost) -> str:
    """What is paid and how often; empty where it is no money."""
    if fact.amount is None or fact.currency is None:
        return ""
    money = scope.speech.money(fact.amount, fact.currency)
    return scope.speech.say(f"per_{fact.per}", money=money) if fact.per else money


def requirements(scope: Scope, service: Service, door: Link | None) -> Answer:
    """Can I get it. door: to the same as questions, where there are some."""
    field = "requirements"
    kept = shown(service.facts.requirements, scope.today)
    items = [Item(title=scope.worded(service, field, one.id, "title"),
                  text=scope.worded(service, field, one.id, "text"), when=when(scope, one), state=one.state)
             for one in kept]
    return answer(scope, service, field, items, facts=facts_of(kept), why=reason(scope, service, field), extra=door,
                  unknown=unknown_unless(kept, service, field))


def evidence(scope: Scope, service: Service) -> Answer:
    """What you need, and what to do without it."""
    value = service.facts.evidence
    kept = shown(value, scope.today)
    items = [
        Item(title=scope.worded(service, "evidence", one.id, "title"),
             text=scope.worded(service, "evidence", one.id, "text"),
             lines=tuple(_evidence_lines(scope, service, one)), when=when(scope, one), state=one.state)
        for one in kept
    ]
    return answer(scope, service, "evidence", items, facts=facts_of(kept), why=reason(scope, service, "evidence"),
                  unknown=unknown_unless(kept, service, "evidence"))


def _evidence_lines(scope: Scope, service: Service, one: Shown[Evidence]) -> Iterator[Text]:
    explained = scope.worded(service, "evidence", one.id, "text").paragraphs
    if one.fact.needed == "sometimes" and not explained:
        yield text(scope.speech.say("needed_sometimes"))
    if isinstance(one.fact.formats, tuple):
        forms = scope.speech.items(scope.speech.say(f"format_{form}") for form in one.fact.formats)
        yield text(scope.speech.say("formats", formats=forms))
    elif one.fact.formats == NOT_APPLICABLE:
        yield why(scope, service, f"evidence.{one.id}.formats")
    if one.fact.get_from:
        yield named(scope.speech.say("get_from"), scope.link("services", one.fact.get_from))
    missing = scope.worded(service, "evidence", one.id, "if_missing")
    if missing.paragraphs:
        yield Text(((Run(scope.speech.say("if_missing") + " "), *within(missing)),))


def costs(scope: Scope, service: Service) -> Answer:
    """What it costs: each fee, who pays less, how to pay."""
    value = service.facts.costs
    kept = shown(value, scope.today)
    items = [Item(title=scope.worded(service, "costs", one.id, "title"), value=fee(scope, one.fact),
                  text=scope.worded(service, "costs", one.id, "text"), lines=tuple(_cost_lines(scope, service, one)),
                  when=when(scope, one), state=one.state) for one in kept]
    return answer(scope, service, "costs", items, facts=facts_of(kept), why=reason(scope, service, "costs"),
                  unknown=unknown_unless(settled(kept), service, "costs"))


def fee(scope: Scope, cost: Cost) -> str:
    """The amount, or that there is nothing to pay."""
    return amount(scope, cost) if cost.amount else scope.speech.say("nothing_to_pay")


def _cost_lines(scope: Scope, service: Service, one: Shown[Cost]) -> Iterator[Text]:
    if one.fact.channel:
        yield scope.worded(service, "channels", one.fact.channel, "title")
    if one.fact.buys and one.fact.amount and isinstance(service.facts.processing_time, dict):
        bought = service.facts.processing_time[one.fact.buys]
        time = scope.speech.span(bought.at_least, bought.at_most, bought.counted_in)
        if holds(bought, scope.today):
            yield text(scope.speech.say("buys", time=time))
    unless = scope.worded(service, "costs", one.id, "unless")
    if unless.paragraphs:
        yield unless
    if one.fact.pay_by:
        ways = scope.speech.items(scope.speech.say(f"pay_{way.replace('-', '_')}") for way in one.fact.pay_by)
        yield text(scope.speech.say("pay_by", ways=ways))


def processing_time(scope: Scope, service: Service) -> Answer:
    """How long it takes, how long the person has, and what no answer means."""
    facts = service.facts
    times, limits = shown(facts.processing_time, scope.today), shown(facts.deadlines, scope.today)
    items = [Item(title=text(scope.speech.capital(scope.speech.span(one.fact.at_least, one.fact.at_most,
                                                                    one.fact.counted_in))),
                  text=scope.worded(service, "processing_time", one.id),
                  lines=(text(scope.speech.say(f"basis_{one.fact.basis}")),), when=when(scope, one), state=one.state)
             for one in times]
    items += [Item(title=text(scope.speech.say("time_limit", time=scope.speech.duration(one.fact.within))),
                   text=scope.worded(service, "deadlines", one.id), when=when(scope, one), state=one.state)
              for one in limits]
    said = _no_answer(scope, service)
    unknown = unknown_unless(times, service, "processing_time") | unknown_unless(said, service, "no_answer")
    return answer(scope, service, "processing-time", [*items, *said],
                  facts=[*facts_of(times), *facts_of(limits), facts.no_answer],
                  why=reason(scope, service, "processing_time"), unknown=unknown,
                  extra=really(scope, service), also=published(scope, service))


def _no_answer(scope: Scope, service: Service) -> list[Item]:
    """What it means when the office does not answer; nothing where it is not known."""
    fact, title = service.facts.no_answer, text(scope.speech.say("no_answer"))
    if fact == NOT_APPLICABLE:
        return [Item(title=title, text=reason(scope, service, "no_answer"))]
    if fact == UNKNOWN or not holds(fact, scope.today):
        return []
    after = (text(scope.speech.say("no_answer_after", time=scope.speech.duration(fact.after))),) if fact.after else ()
    return [Item(title=title, value=scope.speech.say(f"effect_{fact.effect.replace('-', '_')}"), lines=after,
                 text=scope.words(service, lambda words: words.no_answer))]


def redress(scope: Scope, service: Service) -> Answer:
    """If you disagree: where to go and by when; and the law on which the service rests."""
    value = service.facts.redress
    kept = shown(value, scope.today)
    items = [Item(title=scope.worded(service, "redress", one.id, "title"),
                  text=scope.worded(service, "redress", one.id, "text"),
                  lines=tuple(_redress_lines(scope, service, one)), when=when(scope, one), state=one.state)
             for one in kept]
    return answer(scope, service, "redress", items, facts=facts_of(kept), why=reason(scope, service, "redress"),
                  unknown=unknown_unless(kept, service, "redress"))


def _redress_lines(scope: Scope, service: Service, one: Shown[Any]) -> Iterator[Text]:
    if one.fact.to:
        yield named(scope.speech.say("complain_to"), scope.link("organisations", one.fact.to))
    if one.fact.deadline == UNKNOWN:
        yield text(scope.speech.say("unknown_deadline"))
    elif one.fact.deadline == NOT_APPLICABLE:
        yield why(scope, service, f"redress.{one.id}.deadline")
    else:
        yield text(scope.speech.say("deadline", time=scope.speech.duration(one.fact.deadline)))
    if one.fact.contact_point:
        for view in contacts(scope, tuple(point for point in service.facts.contact_points
                                          if point.endswith(f".{one.fact.contact_point}"))):
            yield Text(((Run(f"{view.kind}: "), Run(view.shown, view.href, ltr=True)),))
    if one.fact.url:
        shown_url = one.fact.url.partition("://")[2].rstrip("/")
        yield Text(((Run(shown_url, one.fact.url, ltr=True),),))
