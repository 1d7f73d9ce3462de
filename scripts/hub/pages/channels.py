"""How to apply: the steps in order, signing in, and each way with what it offers to persons with disabilities."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hub.model.service import Booking, Channel, Step
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages import accommodations
from hub.pages.answers import Answer, Item, Service, answer, facts_of, reason, when
from hub.pages.contact import ContactView, contact
from hub.pages.guide_answers import unknown_unless
from hub.pages.scope import Scope
from hub.pages.states import Shown, shown
from hub.pages.states import state as state_of
from hub.pages.text import MARK, Link, Run, Text, around, joined, named, text


@dataclass(frozen=True, kw_only=True)
class Offered:
    """Accommodations of one state: "Offered", "Not offered", "On request"; each with its name and its page."""

    label: str
    names: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class ChannelView:
    """One way to reach the service. not_known: the sentence where nobody has checked the accommodations."""

    id: str
    kind: str
    title: Text
    text: Text
    when: tuple[str, ...]
    url: str
    contact: ContactView | None
    places: tuple[Link, ...]
    lines: tuple[Text, ...]
    offered: tuple[Offered, ...]
    not_known: str


@dataclass(frozen=True, kw_only=True)
class HowView:
    """steps, lines about signing in and languages, and the channels."""

    steps: tuple[Item, ...]
    lines: tuple[Text, ...]
    channels: tuple[ChannelView, ...]


def how(scope: Scope, service: Service) -> Answer:
    """How to apply."""
    steps, ways = shown(service.facts.steps, scope.today), shown(service.facts.channels, scope.today)
    view = HowView(
        steps=tuple(_step(scope, service, number, one) for number, one in enumerate(steps, 1)),
        lines=tuple(_lines(scope, service)),
        channels=tuple(_channel(scope, service, one) for one in ways),
    )
    offers = [fact for one in ways if isinstance(one.fact.accommodations, dict)
              for fact in one.fact.accommodations.values()]
    return answer(scope, service, "channels", facts=[*facts_of(steps), *facts_of(ways), *offers], extra=view,
                  unknown=_unknown(service, steps, ways),
                  why=reason(scope, service, "channels"))


def _unknown(service: Service, steps: tuple[Any, ...], ways: tuple[Any, ...]) -> dict[str, str]:
    """What is not known about applying: field -> sentence."""
    lost = {field: f"unknown_{field}" for field in ("sign_in", "languages") if getattr(service.facts, field) == UNKNOWN}
    return unknown_unless(steps, service, "steps") | unknown_unless(ways, service, "channels") | lost


def _step(scope: Scope, service: Service, number: int, one: Shown[Step]) -> Item:
    title = scope.worded(service, "steps", one.id, "title")
    numbered = Text(((Run(f"{number}. "), *title.runs),), title.lang, title.dir)
    lines = []
    if one.fact.channel and isinstance(service.facts.channels, dict):
        lines.append(_at(scope, service, one.fact.channel))
    if one.fact.service:
        lines.append(named(scope.speech.say("see"), scope.link("services", one.fact.service)))
    return Item(title=numbered, text=scope.worded(service, "steps", one.id, "text"), lines=tuple(lines),
                when=when(scope, one), state=one.state)


def _at(scope: Scope, service: Service, channel: str) -> Text:
    """Where a step is done: a link to the channel below, where it can be shown."""
    ways, title = service.facts.channels, scope.worded(service, "channels", channel, "title")
    known = state_of(ways[channel], scope.today) != "low"
    return named(f"{scope.speech.say('glance_where')}:", Link(href=f"#channel-{channel}" if known else "", title=title))


def _lines(scope: Scope, service: Service) -> Iterator[Text]:
    """Signing in, and the languages in which the service is given."""
    accounts = service.facts.sign_in
    if accounts == NOT_APPLICABLE:
        yield reason(scope, service, "sign_in") or Text(())
    elif accounts != UNKNOWN:
        names = joined([scope.term("accounts", account) for account in accounts])
        yield around(scope.speech.say("sign_in", accounts=MARK), MARK, names)
    if service.facts.languages == NOT_APPLICABLE:
        yield reason(scope, service, "languages") or Text(())
    elif service.facts.languages != UNKNOWN:
        names = scope.speech.items(scope.speech.name_of(code) for code in service.facts.languages)
        yield text(scope.speech.say("languages", languages=names))


def _channel(scope: Scope, service: Service, one: Shown[Channel]) -> ChannelView:
    fact = one.fact
    point = next((ref for ref in service.facts.contact_points if ref.endswith(f".{fact.contact_point}")), "")
    title, kind = scope.worded(service, "channels", one.id, "title"), scope.channel(fact.type)
    return ChannelView(
        id=f"channel-{one.id}",
        kind="" if kind.casefold() == title.plain.casefold() else kind,
        title=title,
        text=scope.worded(service, "channels", one.id, "text"),
        when=when(scope, one),
        url="" if fact.url == UNKNOWN else fact.url or "",
        contact=contact(scope, point) if point else None,
        places=tuple(scope.link("places", place) for place in fact.places or ()) if fact.places != UNKNOWN else (),
        lines=tuple(_channel_lines(scope, service, fact)),
        offered=tuple(_offered(scope, service, one.id)),
        not_known=scope.speech.say("accommodations_not_known" if fact.accommodations == UNKNOWN
                                   else "accommodations_rest"),
    )


def _channel_lines(scope: Scope, service: Service, fact: Channel) -> Iterator[Text]:
    if fact.places == UNKNOWN:
        yield text(scope.speech.say("unknown_stops" if fact.type == "mobile-unit" else "unknown_places"))
    if fact.url == UNKNOWN:
        yield text(scope.speech.say("unknown_url"))
    if fact.book == UNKNOWN:
        yield text(scope.speech.say("unknown_booking"))
    elif isinstance(fact.book, Booking):
        yield text(scope.speech.say(f"book_{fact.book.needed}"))
        if fact.book.url:
            yield Text(((Run(fact.book.url.partition("://")[2], fact.book.url, ltr=True),),))
        if fact.book.contact_point:
            yield Text((tuple(run for run in scope.render(f"{{contact.{fact.book.contact_point}}}", scope.language,
                                                          service).runs),))


def _offered(scope: Scope, service: Service, channel: str) -> Iterator[Offered]:
    known = accommodations.all_offers(scope)[service.id]
    for state, key in accommodations.STATES.items():
        names = tuple(accommodations.link(scope, term) for term, ways in known.items() if ways.get(channel) == state)
        if names:
            yield Offered(label=scope.speech.say(key), names=names)
