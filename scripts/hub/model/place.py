"""Places where a person is served (schema.org GovernmentOffice, A11yJSON PlaceInfo)."""

from typing import ClassVar, Literal

from hub.model.access import AccessCheck, Accessibility
from hub.model.geo import Geo
from hub.model.hours import HoursText
from hub.model.mobile import Mobile, Stop, StopException, StopWords
from hub.model.provenance import About, Conflict, Line, Note, Provided, Sourced, Text, Title, Words
from hub.model.values import UNKNOWN, ContactId, Id, LanguageTag, OrUnknown


class Address(Sourced):
    """A street address; the street itself is words, because its letters change with the language."""

    postcode: str | None = None


class WeeklyHours(Sourced):
    """Opening hours of a usual week (OpenStreetMap opening_hours)."""

    weekly: HoursText


class PlaceFacts(Provided):
    """A centre, branch, office, kiosk or mobile unit. town: id in the vocabulary `towns`. serves: whom, in words.

    sign_language_hours: by the language that somebody uses then. quiet_hours: when there is little noise and light.

    A mobile unit has `mobile` in place of town, address and hours (checks.mobile).
    """

    worded: ClassVar[tuple[str, ...]] = ("stops", "exceptions", "notes", "conflicts", "open_questions")

    type: Literal["centre", "branch", "office", "kiosk", "mobile-unit"]
    organisation: Id
    source_language: LanguageTag
    town: Id | None = None
    address: OrUnknown[Address] = UNKNOWN
    geo: OrUnknown[Geo] = UNKNOWN
    serves: Sourced | None = None
    hours: OrUnknown[WeeklyHours] = UNKNOWN
    mobile: Mobile | None = None
    contact_points: OrUnknown[tuple[ContactId, ...]]
    ask: ContactId
    sign_language_hours: OrUnknown[dict[LanguageTag, WeeklyHours]] = UNKNOWN
    quiet_hours: OrUnknown[WeeklyHours] = UNKNOWN
    accessibility: OrUnknown[Accessibility]
    accessibility_checked: OrUnknown[AccessCheck]
    notes: dict[Id, Note] = {}
    conflicts: dict[Id, Conflict] = {}
    open_questions: dict[Id, About] = {}

    @property
    def stops(self) -> dict[Id, Stop]:
        """Where a mobile unit stops; empty where that is not known, and for other places."""
        return self.mobile.stops if self.mobile and isinstance(self.mobile.stops, dict) else {}

    @property
    def exceptions(self) -> dict[Id, StopException]:
        """When a mobile unit does not come as usual."""
        return self.mobile.exceptions if self.mobile else {}


class PlaceWords(Words):
    """address: street and district. serves: for whom the place is. exceptions: why.

    accessibility: the names of entrances, desks and so on, by group and id.
    """

    name: Title
    address: Line | None = None
    serves: Line | None = None
    stops: dict[Id, StopWords] = {}
    exceptions: dict[Id, Line] = {}
    accessibility: dict[str, dict[Id, Line]] = {}
    notes: dict[Id, Text] = {}
    conflicts: dict[Id, Text] = {}
    open_questions: dict[Id, Line] = {}
