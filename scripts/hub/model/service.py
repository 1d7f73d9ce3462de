"""The facts of one public service: CPSV-AP 3.2 PublicService, in the order in which the guide answers.

A field that may be `unknown` says so in its type; what is unknown is shown as unknown, with whom to ask (`ask`).
"""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from hub.model.duration import DurationText
from hub.model.provenance import About, Conflict, Note, Provided, Record, Sourced, Title, amount_and_currency
from hub.model.values import (
    ContactId,
    Currency,
    Date,
    Id,
    LanguageTag,
    Money,
    OrNotApplicable,
    OrUnknown,
    OrUnknownOrNotApplicable,
    SecureUrl,
    Url,
    Whole,
    refuse,
)


class Output(Sourced):
    """What a person gets (cpsv:produces). amount with currency, and per: how often it is paid."""

    type: Literal["declaration", "physical-object", "code", "financial-obligation", "financial-benefit", "recognition",
                  "permit", "service"]
    amount: Money | None = None
    currency: Currency | None = None
    per: Literal["month", "year", "once"] | None = None

    @model_validator(mode="after")
    def _amount_has_a_currency(self) -> Self:
        amount_and_currency(self.amount, self.currency)
        return self


class Evidence(Sourced):
    """A paper or other proof to bring (cpsv:hasInput). get_from: the service that gives it."""

    needed: Literal["always", "sometimes"]
    formats: OrUnknownOrNotApplicable[
        tuple[Literal["original", "copy", "photo", "pdf", "electronic"], ...]
    ]
    get_from: Id | None = None


class Cost(Sourced):
    """A fee (cv:hasValue, cv:currency). per: how often. channel: only there. buys: the processing time paid for."""

    amount: Money
    currency: Currency
    per: Literal["month", "year", "once"] | None = None
    channel: Id | None = None
    buys: Id | None = None
    pay_by: tuple[Literal["cash", "card", "mobile-money", "bank", "online"], ...] = ()


class Step(Sourced):
    """One step of applying. channel: where it is done. service: the guide that explains it."""

    channel: Id | None = None
    service: Id | None = None


class Accommodation(Sourced):
    """An adjustment for persons with disabilities at a channel; one that is not listed is not checked."""

    state: Literal["yes", "no", "on-request"]


class Booking(Record):
    """Whether a visit has to be booked, and where."""

    needed: Literal["yes", "no"]
    contact_point: Id | None = None
    url: Url | None = None


class Channel(Sourced):
    """One way to reach the service (cv:hasChannel): where it is, and what is offered there to whom."""

    type: Literal["online", "phone", "office", "mobile-unit", "home-visit", "post", "email", "sms", "ussd", "video"]
    url: OrUnknown[Url] | None = None
    contact_point: Id | None = None
    places: OrUnknown[tuple[Id, ...]] | None = None
    book: OrUnknown[Booking] | None = None
    accommodations: OrUnknown[dict[Id, Accommodation]]

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.url or self.contact_point or self.places) and self.type != "home-visit":
            refuse("channel-without-address", "Nothing says where this channel is.",
                   "Add `url`, `contact_point` or `places`; one of them may be `unknown`")
        return self


class ProcessingTime(Sourced):
    """How long the office takes (cv:processingTime), from at_least to at_most."""

    at_least: DurationText | None = None
    at_most: DurationText | None = None
    counted_in: Literal["calendar-days", "working-days"] = "calendar-days"
    basis: Literal["law", "rule", "charter", "estimate"]

    @model_validator(mode="after")
    def _says_a_time(self) -> Self:
        if not (self.at_least or self.at_most):
            refuse("missing-field", "The field “at_most” is missing.", "Add `at_most`, `at_least` or both")
        return self


class Deadline(Sourced):
    """How much time the person has."""

    within: DurationText


class NoAnswer(Sourced):
    """What it means when the office does not answer (SDGR Article 10(1)(h)). after: how long."""

    effect: Literal["granted", "refused", "may-appeal", "none"]
    after: DurationText | None = None


class Redress(Sourced):
    """A way to disagree (SDGR Article 10(1)(e)). to: the organisation that hears it."""

    to: Id | None = None
    deadline: OrUnknownOrNotApplicable[DurationText]
    url: Url | None = None
    contact_point: Id | None = None


class Law(Sourced):
    """A law or rule on which the service rests (cv:hasLegalResource)."""

    url: Url | None = None
    date: Date | None = None


class Link(Sourced):
    """An address of the service on the web, for {link.ID} in words."""

    url: Url


class SignReview(Record):
    """Who reviewed a video in sign language, and when."""

    name: Title
    on: Date


class SignVideo(Sourced):
    """The service in sign language. language: BCP 47, for example ase; url: the file; captions: WebVTT.

    kb: thousands of bytes, told before anything is fetched. The transcript is words; both are required.
    """

    language: LanguageTag
    url: SecureUrl
    seconds: Whole
    kb: Whole
    captions: SecureUrl
    reviewed_by: OrUnknown[SignReview]


class Review(Record):
    """Who keeps the guide, and when somebody last held it against the office's own page."""

    owner: Id
    taken_on: Date
    checked_on: OrUnknown[Date]
    next: Date


class ServiceFacts(Provided):
    """Everything about a service that a translator could get wrong; the words stand beside it, per language."""

    # Mappings whose ids need words of the same id, in every language.
    worded: ClassVar[tuple[str, ...]] = (
        "outputs", "requirements", "evidence", "costs", "steps", "channels", "processing_time", "deadlines", "redress",
        "legal_resources", "links", "notes", "conflicts", "open_questions", "sign_videos",
    )

    jurisdiction: Id
    status: Literal["active", "inactive", "defunct", "temporarily-closed"]
    source_language: LanguageTag
    competent_authority: tuple[Id, ...] = Field(min_length=1)
    operated_by: tuple[Id, ...] = ()
    life_events: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = Field(min_length=1)
    audiences: tuple[Id, ...] = Field(min_length=1)
    languages: OrUnknownOrNotApplicable[tuple[LanguageTag, ...]]
    sign_in: OrUnknownOrNotApplicable[tuple[Id, ...]]
    # Whom to ask; not-applicable where each country has somebody of its own.
    ask: OrNotApplicable[Id]
    contact_points: tuple[ContactId, ...] = Field(min_length=1)
    outputs: OrUnknown[dict[Id, Output]]
    requirements: OrUnknownOrNotApplicable[dict[Id, Sourced]]
    evidence: OrUnknownOrNotApplicable[dict[Id, Evidence]]
    costs: OrUnknownOrNotApplicable[dict[Id, Cost]]
    steps: OrUnknown[dict[Id, Step]]
    channels: OrUnknownOrNotApplicable[dict[Id, Channel]]
    processing_time: OrUnknownOrNotApplicable[dict[Id, ProcessingTime]]
    deadlines: dict[Id, Deadline] = {}
    no_answer: OrUnknownOrNotApplicable[NoAnswer]
    redress: OrUnknownOrNotApplicable[dict[Id, Redress]]
    legal_resources: dict[Id, Law] = {}
    links: dict[Id, Link] = {}
    notes: dict[Id, Note] = {}
    conflicts: dict[Id, Conflict] = {}
    open_questions: dict[Id, About] = {}
    sign_videos: dict[Id, SignVideo] = {}
    review: Review


