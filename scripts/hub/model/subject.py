"""How people look for services: topics, and life events with their ordered steps (cv:LifeEvent)."""

from typing import ClassVar, Literal

from pydantic import Field

from hub.model.provenance import Record, Summary, Title, Titled, Words
from hub.model.values import Id, LanguageTag


class TopicFacts(Record):
    """A topic; its guides name it."""

    worded: ClassVar[tuple[str, ...]] = ()

    source_language: LanguageTag


class TopicWords(Words):
    """title and one sentence."""

    title: Title
    summary: Summary


class LifeEventStep(Record):
    """must: do it. may: if you want. either: one of the services named, whichever fits."""

    do: Literal["must", "may", "either"]
    services: tuple[Id, ...] = Field(min_length=1)


class LifeEventFacts(Record):
    """Something that happens to a person; the order of the steps is the order on the page."""

    worded: ClassVar[tuple[str, ...]] = ("steps",)

    jurisdiction: Id
    source_language: LanguageTag
    steps: dict[Id, LifeEventStep] = Field(min_length=1)


class LifeEventWords(Words):
    """title: what has happened, as a person says it."""

    title: Title
    summary: Summary
    steps: dict[Id, Titled] = {}
