"""Places where a person is served (schema.org GovernmentOffice, A11yJSON PlaceInfo)."""

from typing import ClassVar, Literal

from hub.model.access import AccessCheck, Accessibility
from hub.model.hours import HoursText
from hub.model.provenance import About, Conflict, Line, Note, Provided, Sourced, Text, Title, Words
from hub.model.values import UNKNOWN, ContactId, Id, LanguageTag, Money, OrUnknown


class Address(Sourced):
    """A street address; the street itself is words, because its letters change with the language."""

    postcode: str | None = None


class Geo(Sourced):
    """WGS 84, decimal degrees."""

    lat: Money
    lon: Money


class WeeklyHours(Sourced):
    """Opening hours of a usual week (OpenStreetMap opening_hours)."""

    weekly: HoursText


class PlaceFacts(Provided):
    """A centre, branch, office or kiosk. town: id in the vocabulary `towns`. serves: whom, in words.

    sign_language_hours: by the language that somebody uses then. quiet_hours: when there is little noise and light.
    """

    worded: ClassVar[tuple[str, ...]] = ("notes", "conflicts", "open_questions")

    type: Literal["centre", "branch", "office", "kiosk"]
    organisation: Id
    source_language: LanguageTag
    town: Id
    address: OrUnknown[Address]
    geo: OrUnknown[Geo] = UNKNOWN
    serves: Sourced | None = None
    hours: OrUnknown[WeeklyHours]
    contact_points: OrUnknown[tuple[ContactId, ...]]
    ask: ContactId
    sign_language_hours: OrUnknown[dict[LanguageTag, WeeklyHours]] = UNKNOWN
    quiet_hours: OrUnknown[WeeklyHours] = UNKNOWN
    accessibility: OrUnknown[Accessibility]
    accessibility_checked: OrUnknown[AccessCheck]
    notes: dict[Id, Note] = {}
    conflicts: dict[Id, Conflict] = {}
    open_questions: dict[Id, About] = {}


class PlaceWords(Words):
    """address: street and district. serves: for whom the place is.

    accessibility: the names of entrances, desks and so on, by group and id.
    """

    name: Title
    address: Line | None = None
    serves: Line | None = None
    accessibility: dict[str, dict[Id, Line]] = {}
    notes: dict[Id, Text] = {}
    conflicts: dict[Id, Text] = {}
    open_questions: dict[Id, Line] = {}
