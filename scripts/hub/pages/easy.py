"""Easy Read: a service in short sentences, one a line, with who has tested them, or that nobody has."""

from dataclasses import dataclass

from hub.model.service_words import EasyCheck
from hub.pages.answers import Service
from hub.pages.guide import translation
from hub.pages.scope import Scope
from hub.pages.text import Link, Text


@dataclass(frozen=True, kw_only=True)
class EasyView:
    """The page. tag: its language as BCP 47 says it ("en-simple"); status: draft, or who tested it and when."""

    title: str
    tag: str
    status: str
    translation: tuple[str, ...]
    sentences: tuple[Text, ...]
    guide: Link


def view(scope: Scope, service: Service) -> EasyView:
    """The Easy Read of a service; it stands only in languages in which somebody wrote it."""
    words = service.words[scope.language]
    return EasyView(
        title=title(scope, service),
        tag=f"{scope.language}-simple",
        status=_status(scope, words.easy_check),
        translation=translation(scope, words.translated_by, words.speaker_check),
        sentences=tuple(scope.render(block.text, scope.language, service) for block in words.easy.values()),
        guide=scope.link("services", service.id),
    )


def title(scope: Scope, service: Service) -> str:
    """What the page is called."""
    return scope.speech.say("easy_title", title=scope.title("services", service.id).plain)


def _status(scope: Scope, check: EasyCheck | None) -> str:
    if check is None:
        return scope.speech.say("easy_draft")
    return scope.speech.say("easy_tested", group=check.group, date=scope.speech.date(check.on),
                            people=scope.speech.items(check.people))
