"""The words of one public service in one language; each mapping has the ids of the facts beside it."""

from hub.model.eligibility import EligibilityWords
from hub.model.provenance import Line, Record, Summary, Text, Title, Titled, Words
from hub.model.values import Id


class EvidenceWords(Titled):
    """if_missing: what to do for somebody who does not have it."""

    if_missing: Text | None = None


class CostWords(Record):
    """title: what the fee is for. unless: who pays less or nothing."""

    title: Title
    text: Text | None = None
    unless: Text | None = None


class ServiceWords(Words):
    """title: verb first. name: the official name. summary: one sentence. keywords: search words, one a line."""

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
    eligibility: EligibilityWords | None = None
