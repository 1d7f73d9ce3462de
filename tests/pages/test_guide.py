"""Every guide in every language of the shipped catalogue: the nine answers, what is unknown, whose words it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from posixpath import join, normpath
from typing import Any

import pytest

from hub.model.duration import Duration
from hub.model.provenance import Record, Sourced
from hub.model.service import NoAnswer
from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages import guide
from hub.pages.scope import Scope, address
from hub.pages.sources import SourceNote
from hub.pages.text import Link, Run, Text
from tests.pages.conftest import scope_at

NINE = ["what", "requirements", "evidence", "costs", "channels", "processing-time", "redress", "help", "places"]
# A field that may be unknown -> the answer that must say so, with whom to ask.
BOXED = {"outputs": "what", "requirements": "requirements", "evidence": "evidence", "costs": "costs",
         "steps": "channels", "channels": "channels", "processing_time": "processing-time",
         "no_answer": "processing-time", "redress": "redress"}


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A guide in one language: its page, the service, and how to make its view again from other facts."""

    page: Any
    service: Any
    scope: Scope

    def __str__(self) -> str:
        return f"{self.service.id} in {self.page.language}"

    @property
    def view(self) -> Any:
        return self.page.view

    @property
    def answers(self) -> dict[str, Any]:
        return {answer.id: answer for answer in self.view.answers}

    def say(self, key: str) -> str:
        return self.scope.speech.say(key)

    def again(self, service: Any, scope: Scope | None = None) -> Any:
        return guide.view(scope or self.fresh(), service)

    def fresh(self, **other: Any) -> Scope:
        return replace(self.scope, borrowed=set(), shared={}, **other)


@pytest.fixture(scope="session")
def guides(catalogue, docs, pages, spoken) -> list[Guide]:
    return [Guide(page=page, service=catalogue.services[page.path.removeprefix("guides/")],
                  scope=scope_at(catalogue, spoken, docs, page.path, page.language))
            for page in pages if page.template == "guide.html"]


def walk(value: Any) -> Iterator[Any]:
    """Every view, text and string inside a view."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from walk(one)


def strings(value: Any) -> list[str]:
    return [one for one in walk(value) if isinstance(one, str)]


def gaps(answer: Any) -> list[str]:
    """The sentences about what is not known."""
    return [gap.sentence for gap in answer.gaps]


def plain(texts: Any) -> set[str]:
    return {one.plain for one in texts}


def test_every_service_has_a_guide_in_each_language_of_its_country(catalogue, guides):
    wanted = {(service.id, code) for service in catalogue.services.values()
              for code in catalogue.jurisdictions[service.facts.jurisdiction].facts.languages}
    assert {(one.service.id, one.page.language) for one in guides} == wanted


def test_nine_answers_in_the_one_order(guides):
    assert [str(one) for one in guides if [answer.id for answer in one.view.answers] != NINE] == []
    assert [str(one) for one in guides if not all(answer.heading for answer in one.view.answers)] == []


def test_no_answer_is_empty(guides):
    """Each says something: what is known, that nothing is, or why it does not apply."""
    for one in guides:
        for answer in one.view.answers:
            assert answer.items or answer.gaps or answer.reason or answer.extra, f"{one}: {answer.id}"


def test_what_is_unknown_is_said_with_whom_to_ask(guides):
    seen = set()
    for one in guides:
        for field in (name for name in BOXED if getattr(one.service.facts, name) == UNKNOWN):
            answer = one.answers[BOXED[field]]
            assert one.say(f"unknown_{field}") in gaps(answer), f"{one}: {field}"
            assert answer.ask, f"{one}: {field}"
            seen.add(field)
    assert seen


@pytest.mark.parametrize("field", BOXED)
def test_any_field_may_be_unknown(guides, field):
    """Also those that happen to be known in every guide that ships."""
    for one in guides:
        facts = one.service.facts.model_copy(update={field: UNKNOWN})
        view = one.again(replace(one.service, facts=facts))
        answer = next(answer for answer in view.answers if answer.id == BOXED[field])
        assert one.say(f"unknown_{field}") in gaps(answer), str(one)
        assert answer.ask, str(one)


def test_what_is_known_is_not_said_to_be_unknown(guides):
    for one in guides:
        said = {sentence for answer in one.view.answers for sentence in gaps(answer)}
        for field in BOXED:
            if getattr(one.service.facts, field) == NOT_APPLICABLE:
                assert one.say(f"unknown_{field}") not in said, f"{one}: {field}"


def test_smaller_unknowns_have_their_sentence(guides):
    for one in guides:
        facts, how = one.service.facts, one.answers["channels"].extra
        said = {gap.sentence for gap in one.answers["channels"].gaps}
        for field in ("sign_in", "languages"):
            if getattr(facts, field) == UNKNOWN:
                assert one.say(f"unknown_{field}") in said, f"{one}: {field}"
        for channel in how.channels:
            fact, lines = facts.channels[channel.id.removeprefix("channel-")], plain(channel.lines)
            where = "stops" if fact.type == "mobile-unit" else "places"
            for field, key in (("places", where), ("url", "url"), ("book", "booking")):
                assert (one.say(f"unknown_{key}") in lines) == (getattr(fact, field) == UNKNOWN), f"{one}: {channel.id}"


def test_whom_to_ask_is_among_the_ways_to_get_help(guides):
    """Or, where no office answers for the whole world, the countries are named."""
    for one in guides:
        for ask in (answer.ask for answer in one.view.answers if answer.ask):
            assert ask.contact or ask.countries, str(one)
            there = one.answers["help"].extra
            assert ask.contact in (None, *there.contacts, *there.relays), str(one)


def test_a_reason_stands_where_something_does_not_apply(guides):
    for one in guides:
        for field in ("requirements", "evidence", "costs", "channels", "processing_time", "redress"):
            if getattr(one.service.facts, field) == NOT_APPLICABLE:
                reason = one.answers[BOXED[field]].reason
                assert reason, f"{one}: {field}"
                assert reason.plain, f"{one}: {field}"


def test_steps_are_numbered_in_the_text(guides):
    for one in guides:
        titles = [step.title.plain for step in one.answers["channels"].extra.steps]
        assert [title.partition(" ")[0] for title in titles] == [f"{n}." for n in range(1, len(titles) + 1)], str(one)
        if isinstance(one.service.facts.steps, dict):
            kept = [step for step in one.service.facts.steps.values() if step.confidence != "low"]
            assert len(titles) == len(kept), str(one)


def test_conflicts_and_open_questions_appear(guides):
    seen = set()
    for one in guides:
        disputes = {text for answer in one.view.answers for text in answer.conflicts}
        questions = {text for answer in one.view.answers for gap in answer.gaps for text in gap.questions}
        for kind, found in (("conflicts", disputes), ("open_questions", questions)):
            assert len(found) == len(getattr(one.service.facts, kind)), f"{one}: {kind}"
            assert all(text.plain for text in found), f"{one}: {kind}"
            seen |= {kind} if found else set()
    assert seen == {"conflicts", "open_questions"}


def test_each_channel_says_what_is_offered_or_that_it_is_not_known(guides):
    seen = set()
    for one in guides:
        for channel in one.answers["channels"].extra.channels:
            fact = one.service.facts.channels[channel.id.removeprefix("channel-")]
            unknown = fact.accommodations == UNKNOWN
            assert channel.not_known == one.say("accommodations_not_known" if unknown else "accommodations_rest")
            names = {name.title.plain for kind in channel.offered for name in kind.names}
            assert len(names) == (0 if unknown else len(fact.accommodations)), f"{one}: {channel.id}"
            seen.add(unknown)
    assert seen == {True, False}


def formatted(one: Guide, fact: Any) -> Iterator[str]:
    """What a reader would see of the values of a fact."""
    speech = one.scope.speech
    if getattr(fact, "amount", None):
        yield speech.money(fact.amount, fact.currency)
    for name in ("at_least", "at_most", "within"):
        if length := getattr(fact, name, None):
            yield speech.duration(length, getattr(fact, "counted_in", "calendar-days"))
    yield from (value for name in ("url", "number", "address") if (value := getattr(fact, name, None)))


def sourced(value: Any) -> Iterator[Sourced]:
    """Every fact inside a record; not the sides of a conflict, which are shown whatever we follow."""
    if isinstance(value, Sourced):
        yield value
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if name != "conflicts":
                yield from sourced(getattr(value, name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from sourced(inner)


def test_values_of_low_confidence_appear_nowhere(guides):
    """Unless the same value is stated by another fact of the guide, or by one side of a conflict."""
    seen = 0
    for one in guides:
        facts = list(sourced(one.service.facts))
        sides = [side for conflict in one.service.facts.conflicts.values() for side in conflict.says.values()]
        stated = {value for fact in (*facts, *sides) if fact.confidence != "low" for value in formatted(one, fact)}
        low = {value for fact in facts if fact.confidence == "low" for value in formatted(one, fact)} - stated
        shown = "\n".join(strings(one.view))
        assert [value for value in low if value in shown] == [], str(one)
        seen += len(low)
    assert seen


SILENCE = NoAnswer(effect="granted", after=Duration("P77D", 77, "days"), source=("x",), confidence="high")


def lowered(value: Any) -> Any:
    """The same record with every fact inside it unconfirmed, sides of conflicts too."""
    if isinstance(value, Record):
        low = {"confidence": "low"} if isinstance(value, Sourced) else {}
        return value.model_copy(update={name: lowered(getattr(value, name)) for name in type(value).model_fields} | low)
    return {key: lowered(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def test_a_guide_of_which_nothing_is_confirmed_says_nothing_but_that(guides):
    for one in guides:
        silence = SILENCE.model_copy(update={"source": one.service.facts.source})
        service = replace(one.service, facts=lowered(one.service.facts.model_copy(update={"no_answer": silence})))
        view = one.again(service)
        answers = {answer.id: answer for answer in view.answers}
        assert [item.title.plain for answer in view.answers for item in answer.items] == [], str(one)
        how = answers["channels"].extra
        assert (view.laws, how.steps, how.channels, answers["places"].extra) == ((), (), (), ()), str(one)
        for field in BOXED:
            if getattr(service.facts, field) != NOT_APPLICABLE:
                assert one.say(f"unknown_{field}") in gaps(answers[BOXED[field]]), f"{one}: {field}"
        shown = "\n".join(strings(view))
        values = {value for fact in sourced(service.facts) for value in formatted(one, fact)} - {"https://", ""}
        assert [value for value in values if value in shown] == [], str(one)


def test_language_and_direction_go_together(catalogue, guides):
    for one in guides:
        for text in (each for each in walk(one.view) if isinstance(each, Text)):
            assert bool(text.lang) == bool(text.dir), f"{one}: {text.plain}"
            assert text.lang != one.page.language, f"{one}: {text.plain}"
            if text.lang:
                assert text.dir == catalogue.languages[text.lang].direction, f"{one}: {text.plain}"


SIGN = "\u2020"


def signed(value: Any) -> Any:
    """The same words with a sign before each text."""
    if isinstance(value, Record):
        made = {name: signed(inner) for name in type(value).model_fields if (inner := getattr(value, name)) is not None
                and name not in ("translated_by", "speaker_check")}
        return value.model_copy(update=made)
    if isinstance(value, dict):
        return {key: signed(inner) for key, inner in value.items()}
    return SIGN + value


def unmarked(value: Any) -> Iterator[str]:
    """Texts with the sign that no language is said of."""
    if isinstance(value, Text):
        if not value.lang and any(SIGN in run.text and not run.lang for run in value.runs):
            yield value.plain
    elif isinstance(value, Link):
        yield from unmarked(value.title)
        yield from unmarked(value.summary)
    elif is_dataclass(value):
        for field in fields(value):
            yield from unmarked(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from unmarked(one)
    elif isinstance(value, str) and SIGN in value:
        yield value


def untranslated(one: Guide) -> Scope:
    """The scope of a guide of which nothing is translated into its language, each text with a sign."""
    catalogue, mine = one.scope.catalogue, {}
    for kind in ("services", "organisations", "places", "jurisdictions", "vocabularies"):
        mine[kind] = {name: replace(thing, words={code: signed(words) for code, words in thing.words.items()
                                                  if code != one.page.language})
                      for name, thing in getattr(catalogue, kind).items()}
    return one.fresh(catalogue=replace(catalogue, **mine))


@pytest.fixture(scope="session")
def borrowed(guides) -> list[tuple[Guide, Scope, Any]]:
    """Guides with the views that they would have if nothing of them were translated."""
    made = []
    for one in guides:
        if one.service.facts.source_language != one.page.language:
            scope = untranslated(one)
            made.append((one, scope, one.again(scope.catalogue.services[one.service.id], scope)))
    assert made
    return made


def test_texts_in_another_language_say_so(borrowed):
    for one, _, view in borrowed:
        assert SIGN in view.title.plain, str(one)
        assert [words for words in unmarked(view) if words.startswith(SIGN)] == [], str(one)


def test_an_untranslated_guide_says_which_language_it_borrows(borrowed):
    for one, scope, view in borrowed:
        names = scope.speech.items([scope.speech.name_of(one.service.facts.source_language)])
        assert scope.speech.say("partly_translated", languages=names) in view.translation, str(one)


def test_names_of_another_language_in_a_sentence_say_so(borrowed):
    """WCAG 3.1.2 asks it of parts of a sentence too."""
    assert {words for _, _, view in borrowed for words in unmarked(view)} == set()


def test_a_translation_says_who_made_it(guides):
    seen = set()
    for one in guides:
        source = one.service.facts.source_language == one.page.language
        assert bool(one.view.translation) != source, str(one)
        assert (one.view.original is None) == source, str(one)
        if not source:
            maker = one.service.words[one.page.language].translated_by
            assert one.view.translation[0] == one.say(f"translated_by_{maker}"), str(one)
        seen.add(source)
    assert seen == {True, False}


def test_links_lead_to_pages_that_are_offered(catalogue, guides):
    for one in guides:
        known = {address(catalogue, path, code) for path, codes in one.scope.offered.items() for code in codes}
        here = address(catalogue, one.page.path, one.page.language)
        hrefs = {each.href for each in walk(one.view) if isinstance(each, Run | Link | SourceNote) and each.href}
        inside = {href.partition("#")[0] for href in hrefs if ":" not in href}
        assert inside, str(one)
        lost = {href for href in inside if normpath(join(here, href)) + "/" not in known}
        assert lost == set(), str(one)


def test_the_language_link_leads_to_the_source(guides):
    for one in guides:
        if one.view.original:
            source = one.service.facts.source_language
            assert one.view.original.href == one.scope.url(one.page.path, source), str(one)
            assert one.view.original.title.lang == source, str(one)
