"""Organisations and the ways to reach them (cv:PublicOrganisation, cv:ContactPoint)."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hub.model.hours import HoursText
from hub.model.provenance import About, Line, Note, Provided, Record, Sourced, Text, Title, Words
from hub.model.values import Id, International, LanguageTag, Number, OrUnknown, Url, YesNoUnknown, refuse

ContactKind = Literal["voice", "textphone", "text-relay", "video-relay", "video", "sms", "ussd", "whatsapp", "telegram",
                      "email", "post", "web-form"]


class ContactPoint(Sourced):
    """One way to reach an organisation.

    number: as dialled in the country (text, so a leading zero stays). international: the same in E.164, where it can
    be dialled from abroad. address: of an e-mail. url: of a form. A postal address is words.
    """

    kind: ContactKind
    number: Number | None = None
    international: International | None = None
    address: str | None = None
    url: Url | None = None
    toll_free: YesNoUnknown = "unknown"
    hours: OrUnknown[HoursText] = "unknown"
    languages: OrUnknown[tuple[LanguageTag, ...]] = "unknown"

    @model_validator(mode="after")
    def _can_be_used(self) -> Self:
        if not (self.number or self.address or self.url or self.kind == "post"):
            refuse("contact-without-number", "This contact point has no number, address or url.",
                   "Add `number`, `address` (e-mail) or `url`")
        return self


class OrganisationFacts(Provided):
    """Who gives, runs or watches over services. parent: the organisation above it."""

    worded: ClassVar[tuple[str, ...]] = ("contact_points", "notes", "open_questions")

    type: Literal["public", "contractor", "civil-society", "ombudsman", "emergency", "international"]
    jurisdiction: Id
    source_language: LanguageTag
    parent: Id | None = None
    website: OrUnknown[Url]
    contact_points: OrUnknown[dict[Id, ContactPoint]]
    notes: dict[Id, Note] = {}
    open_questions: dict[Id, About] = {}


class ContactWords(Record):
    """title: what the contact point is called. text: the postal address, or how to use it."""

    title: Title
    text: Text | None = None


class OrganisationWords(Words):
    """name: in the language, with the own name in brackets where that helps.

    alternate_name_language: where the other name is in another language than the file.
    """

    name: Title
    alternate_name: Title | None = None
    alternate_name_language: LanguageTag | None = None
    description: Text
    contact_points: dict[Id, ContactWords] = {}
    notes: dict[Id, Text] = {}
    open_questions: dict[Id, Line] = {}
