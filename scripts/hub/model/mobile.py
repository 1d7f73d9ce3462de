"""Mobile units: buses, trains and teams that come to people; where they stop, by which rule, and when not."""

from typing import Literal

from pydantic import Field

from hub.model.geo import Geo
from hub.model.locale import TimeZone
from hub.model.provenance import Line, Record, Sourced, Title
from hub.model.rule import RuleText
from hub.model.values import UNKNOWN, Date, Id, OrUnknown, Time


class Stop(Sourced):
    """A place where a unit stops again and again (a VEVENT of RFC 5545).

    start: the first day on which it is there. begins, ends (written `from` and `to`): on the clocks of its time zone.
    """

    rrule: RuleText
    start: Date
    begins: Time = Field(alias="from")
    ends: Time = Field(alias="to")
    geo: OrUnknown[Geo] = UNKNOWN


class Instead(Record):
    """What takes the place of one visit: another day, other times, or both; what is left out stays."""

    date: Date | None = None
    begins: Time | None = Field(None, alias="from")
    ends: Time | None = Field(None, alias="to")


class StopException(Sourced):
    """A day on which the unit does not come to a stop as its rule says. Without instead it does not come at all."""

    stop: Id
    date: Date
    instead: Instead | None = None


class Mobile(Record):
    """What only a mobile unit has. time_zone: whose clocks the times are of."""

    vehicle: Literal["bus", "train", "van", "team"]
    time_zone: TimeZone
    stops: OrUnknown[dict[Id, Stop]]
    exceptions: dict[Id, StopException] = {}


class StopWords(Record):
    """place: the village or street. spot: where exactly. surface: what the ground is like, for wheelchair users."""

    place: Title
    spot: Line | None = None
    surface: Line | None = None
