"""A service in sign language: links to videos with what each costs to fetch, and all their words as text."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from hub.model.service import SignVideo
from hub.model.values import UNKNOWN
from hub.pages.answers import Service, when
from hub.pages.scope import Scope
from hub.pages.sources import SourceNote, cited, notes
from hub.pages.speech import Speech
from hub.pages.states import Shown, shown
from hub.pages.text import Link, Text, text


@dataclass(frozen=True, kw_only=True)
class Video:
    """One video. watch names its language, length and size; review: who has reviewed it, or that nobody has."""

    id: str
    title: Text
    watch: Link
    elsewhere: str
    captions: Link
    review: str
    state: str
    when: tuple[str, ...]
    transcript: Text
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, kw_only=True)
class SignView:
    """The page. Nothing is embedded: a player would fetch what nobody asked for."""

    title: str
    videos: tuple[Video, ...]
    guide: Link


def view(scope: Scope, service: Service) -> SignView:
    """The videos of a service, in the order of the day: current ones first."""
    return SignView(
        title=title(scope, service),
        videos=tuple(_video(scope, service, one) for one in shown(service.facts.sign_videos, scope.today)),
        guide=scope.link("services", service.id),
    )


def title(scope: Scope, service: Service) -> str:
    """What the page is called."""
    return scope.speech.say("sign_title", title=scope.title("services", service.id).plain)


def _video(scope: Scope, service: Service, one: Shown[SignVideo]) -> Video:
    speech, fact = scope.speech, one.fact
    watch = speech.say("sign_watch", language=_named(speech, fact.language), time=speech.running(fact.seconds),
                       size=speech.megabytes(fact.kb))
    return Video(
        id=f"video-{one.id}",
        title=scope.worded(service, "sign_videos", one.id, "title"),
        watch=Link(href=fact.url, title=text(watch)),
        elsewhere=_elsewhere(scope, fact.url),
        captions=Link(href=fact.captions, title=text(speech.say("sign_captions"))),
        review=_review(scope, fact),
        state=one.state, when=when(scope, one),
        transcript=scope.worded(service, "sign_videos", one.id, "transcript"),
        sources=notes(scope, cited([fact])),
    )


def _elsewhere(scope: Scope, address: str) -> str:
    """Whose site the file is on, where it is not this one."""
    host = urlsplit(address).netloc
    return "" if host == urlsplit(scope.catalogue.hub.address).netloc else scope.speech.say("sign_elsewhere", host=host)


def _review(scope: Scope, video: SignVideo) -> str:
    if video.reviewed_by == UNKNOWN:
        return scope.speech.say("sign_nobody")
    return scope.speech.say("sign_reviewed", name=video.reviewed_by.name,
                            date=scope.speech.date(video.reviewed_by.on))


def _named(speech: Speech, code: str) -> str:
    """The name of a sign language within a sentence, or that it is one and what its code is."""
    name = speech.name_of(code)
    return speech.say("sign_code", code=code) if name == code else name
