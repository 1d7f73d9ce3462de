"""The guide: nine answers in one order, and after them where everything comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from hub.model.values import NOT_APPLICABLE, UNKNOWN
from hub.pages import check, guide_answers, place
from hub.pages.answers import Answer, Service, answer, facts_of
from hub.pages.channels import how
from hub.pages.contact import ContactView, contacts
from hub.pages.fields import called
from hub.pages.glance import glance
from hub.pages.open import keep
from hub.pages.scope import FOLDER, Scope
from hub.pages.sources import SourceNote, cited, notes
from hub.pages.states import shown
from hub.pages.text import MARK, Link, Run, Text, around, text


@dataclass(frozen=True, kw_only=True)
class HelpView:
    """Ways to get help: of the service, and for people who do not hear or speak."""

    contacts: tuple[ContactView, ...]
    authorities: tuple[Link, ...]
    relays: tuple[ContactView, ...]
    no_relay: str
    jurisdiction: Link


@dataclass(frozen=True, kw_only=True)
class GuideView:
    """A guide as the template shows it."""

    title: Text
    name: Text
    summary: Text
    who: Text
    status: str
    other_forms: tuple[Link, ...]
    translation: tuple[str, ...]
    original: Link | None
    answers: tuple[Answer, ...]
    laws: tuple[Text, ...]
    sources: tuple[SourceNote, ...]
    review: tuple[Text, ...]


def view(scope: Scope, service: Service) -> GuideView:
    """One guide in one language."""
    nine = answers(scope, service)
    keep(scope, service, nine)
    words = service.words.get(scope.language)
    laws = [one for one in shown(service.facts.legal_resources, scope.today) if one.state == "stated"]
    title = scope.words(service, lambda words: words.title) or Text(())
    name = scope.words(service, lambda words: words.name) or Text(())
    summary = scope.words(service, lambda words: words.summary) or Text(())
    return GuideView(
        title=title, name=name, summary=summary, who=scope.words(service, lambda words: words.who) or Text(()),
        status=_status(scope, service),
        other_forms=tuple(_other_forms(scope, service)),
        translation=translation(scope, words.translated_by if words else None,
                                words.speaker_check if words else "not-yet"),
        original=original(scope, service.facts.source_language),
        answers=nine,
        laws=tuple(_law(scope, service, one.id) for one in laws),
        sources=notes(scope, (*cited(facts_of(laws)), *service.facts.source)),
        review=_review(scope, service),
    )


def answers(scope: Scope, service: Service) -> tuple[Answer, ...]:
    """The nine, in the one order."""
    return (
        guide_answers.what(scope, service, glance(scope, service)),
        guide_answers.requirements(scope, service, check.door(scope, service)),
        guide_answers.evidence(scope, service),
        guide_answers.costs(scope, service),
        how(scope, service),
        guide_answers.processing_time(scope, service),
        guide_answers.redress(scope, service),
        _help(scope, service),
        _places(scope, service),
    )


def _other_forms(scope: Scope, service: Service) -> Iterator[Link]:
    """The same in Easy Read, where somebody wrote it in this language, and in sign language."""
    for form, key in (("easy", "easy_link"), ("sign", "sign_link")):
        path = f"guides/{service.id}/{form}"
        if scope.exists(path):
            yield Link(href=scope.url(path), title=text(scope.speech.say(key)))


def _status(scope: Scope, service: Service) -> str:
    """What to say of a service that cannot be had at present."""
    status = service.facts.status
    return "" if status == "active" else scope.speech.say(f"status_{status.replace('-', '_')}")


def translation(scope: Scope, translated_by: str | None, speaker_check: str) -> tuple[str, ...]:
    """What the reader is told about the translation: who made it, who read it, what is not translated."""
    said = []
    if translated_by:
        said.append(scope.speech.say(f"translated_by_{translated_by}"))
        said.append(scope.speech.say("speaker_not_yet") if speaker_check == "not-yet"
                    else scope.speech.say("speaker_checked", check=speaker_check))
    if scope.borrowed:
        names = scope.speech.items(scope.speech.name_of(code) for code in sorted(scope.borrowed))
        said.append(scope.speech.say("partly_translated", languages=names))
    if scope.outdated:
        said.append(outdated(scope))
    return tuple(said)


def outdated(scope: Scope) -> str:
    """Which parts of the page may be out of date, and since when; where they are of other things, that they are marked.
    """
    since = scope.speech.date(min(one.since for _, one in scope.outdated))
    parts = {}
    for path, one in scope.outdated:
        kind, identifier = path.split("/")[1:]
        kind = kind.replace("-", "_")
        if f"{scope.here}/".startswith(f"{FOLDER.get(kind, kind)}/{identifier}/"):
            parts[called(scope, kind, one.about)] = None
    if parts:
        return scope.speech.say("old_parts", date=since, parts=scope.speech.items(parts))
    return scope.speech.say("old_marked", date=since, mark=scope.speech.say("may_be_old"))


def original(scope: Scope, source: str) -> Link | None:
    """The page in the source language, for readers who can compare."""
    if source == scope.language or source not in scope.offered[scope.here]:
        return None
    speech = scope.speeches[source]
    return Link(href=scope.url(scope.here, source),
                title=Text(((Run(speech.language.name),),), source, speech.direction))


def _help(scope: Scope, service: Service) -> Answer:
    jurisdiction = scope.catalogue.jurisdictions[service.facts.jurisdiction]
    relays = jurisdiction.facts.relays
    people = dict.fromkeys((*service.facts.competent_authority, *service.facts.operated_by))
    found = contacts(scope, relays) if isinstance(relays, tuple) else ()
    others = tuple(one for one in service.facts.contact_points if one not in relays)
    view = HelpView(
        contacts=contacts(scope, others),
        authorities=tuple(scope.link("organisations", one) for one in people),
        relays=found,
        no_relay="" if found or relays == NOT_APPLICABLE else scope.speech.say("unknown_relay"),
        jurisdiction=scope.link("jurisdictions", jurisdiction.id),
    )
    points = [scope.catalogue.contact(reference) for reference in service.facts.contact_points]
    return answer(scope, service, "help", facts=points, extra=view)


def _places(scope: Scope, service: Service) -> Answer:
    ways = facts_of(shown(service.facts.channels, scope.today))
    ids = dict.fromkeys(identifier for way in ways if isinstance(way.places, tuple) for identifier in way.places)
    places = [scope.catalogue.places[identifier] for identifier in ids]
    not_known = any(way.places == UNKNOWN for way in ways)
    return answer(
        scope, service, "places",
        facts=[fact for one in places for fact in (one.facts.address, one.facts.hours)],
        extra=tuple(place.card(scope, one) for one in places),
        unknown={"places": "unknown_more_places" if places else "unknown_places"} if not_known else {},
        why=None if places or not_known else text(scope.speech.say("no_places")),
    )


def _law(scope: Scope, service: Service, key: str) -> Text:
    words = scope.worded(service, "legal_resources", key)
    url = service.facts.legal_resources[key].url
    return Text(((Run(words.plain, url),),), words.lang, words.dir) if url else words


def _review(scope: Scope, service: Service) -> tuple[Text, ...]:
    review, speech = service.facts.review, scope.speech
    checked = (speech.say("never_checked") if review.checked_on == UNKNOWN
               else speech.say("checked_on", date=speech.date(review.checked_on)))
    return (text(speech.say("taken_on", date=speech.date(review.taken_on))), text(checked),
            around(speech.say("owner", owner=MARK), MARK, scope.term("owners", review.owner)),
            text(speech.say("next_review", date=speech.date(review.next))))
