"""The words of one public service in one language; each mapping has the ids of the facts beside it."""

from pydantic import Field

from hub.model.eligibility import EligibilityWords
from hub.model.provenance import Line, Record, Summary, Text, Title, Titled, Words
from hub.model.values import Date, Id


class EvidenceWords(Titled):
    """if_missing: what to do for somebody who does not have it."""

    if_missing: Text | None = None


class CostWords(Record):
    """title: what the fee is for. unless: who pays less or nothing."""

    title: Title
    text: Text | None = None
    unless: Text | None = None


class SignWords(Record):
    """Of a video in sign language: its title, and all that is said in it."""

    title: Title
    transcript: Text


class EasyBlock(Record):
    """text: one sentence of Easy Read."""

    text: Line


class EasyCheck(Record):
    """Who tested the Easy Read with people who need it; without it the text is a draft."""

    group: Title
    people: tuple[Title, ...] = Field(min_length=1)
    on: Date


class ServiceWords(Words):
    """title: verb first. name: the official name. summary: one sentence. keywords: search words, one a line.

    easy: the service in Easy Read, a sentence a block, in the order of the page; easy_check: who tested it.
    """

    title: Title
    name: Title
    summary: Summary
    keywords: Text | None = None
    who: Text
    not_applicable: dict[str, Line] = {}
    outputs: dict[Id, Line] = {}
    requirements: dict[Id, Titled] = {}
    evidence: dict[Id, EvidenceWords] = {}
    costs: dict[Id, CostWords] = {}
    steps: dict[Id, Titled] = {}
    channels: dict[Id, Titled] = {}
    processing_time: dict[Id, Line] = {}
    deadlines: dict[Id, Line] = {}
    no_answer: Text | None = None
    redress: dict[Id, Titled] = {}
    legal_resources: dict[Id, Line] = {}
    links: dict[Id, Line] = {}
    notes: dict[Id, Text] = {}
    conflicts: dict[Id, Text] = {}
    open_questions: dict[Id, Line] = {}
    sign_videos: dict[Id, SignWords] = {}
    eligibility: EligibilityWords | None = None
    easy: dict[Id, EasyBlock] = {}
    easy_check: EasyCheck | None = None
