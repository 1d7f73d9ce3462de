"""The access of a place, or of a vehicle: A11yJSON's `Accessibility`, its names in snake_case.

Its arrays are mappings with ids here, because the things in them have words. A key that is absent has not been
checked. `no` in the place of a group says that there is none (A11yJSON: null).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from hub.model.provenance import Record, Sourced
from hub.model.values import Date, Id, LanguageTag, OrNo, Url, Whole, YesNo


class Length(Record):
    """A measured length."""

    value: Whole
    unit: Literal["cm", "m"]


class Volume(Record):
    """How loud it is: dB(A), median over 10 seconds or more."""

    value: Whole
    unit: Literal["dB"]


class Part(Record):
    """A part of a place. origin: where its facts come from, if not from where those of the whole place do."""

    origin: Sourced | None = None


class Stairs(Record):
    """Steps that one has to take."""

    count: Whole | None = None


class Door(Record):
    """A door."""

    width: Length | None = None
    threshold_height: Length | None = None
    is_automatic: YesNo | None = None


class Entrance(Part):
    """A way in. is_level: without a step and without a ramp."""

    is_main_entrance: YesNo | None = None
    is_level: YesNo | None = None
    has_fixed_ramp: YesNo | None = None
    has_hoist: YesNo | None = None
    stairs: Stairs | None = None
    door: Door | None = None


class Equipment(Part):
    """A lift (A11yJSON's EquipmentInfo, of which only this category is asked for)."""

    category: Literal["elevator"]


class QueueSystem(Record):
    """How people wait at a desk."""

    needs_tickets: YesNo | None = None
    has_visual_announcements: YesNo | None = None
    can_skip_queue_with_disability: YesNo | None = None
    number_of_seats: Whole | None = None


class Desk(Part):
    """A counter. is_roll_under: the knees of somebody in a wheelchair go below it."""

    is_roll_under: YesNo | None = None
    fixed_height: Length | None = None
    queue_system: QueueSystem | None = None


class Toilet(Record):
    """The free space beside the bowl."""

    space_on_users_left_side: Length | None = None
    space_on_users_right_side: Length | None = None


class Restroom(Part):
    """A room with a toilet."""

    is_accessible_with_wheelchair: YesNo | None = None
    has_emergency_pullstring: YesNo | None = None
    has_changing_table_for_adults: YesNo | None = None
    toilet: Toilet | None = None


class Signage(Part):
    """Signs that lead through the place."""

    has_braille: YesNo | None = None
    has_raised_letters: YesNo | None = None
    has_tactile_guide_strips: YesNo | None = None
    has_tactile_map: YesNo | None = None
    is_high_contrast: YesNo | None = None


class Staff(Part):
    """Those who work there. is_trained_in_signing: somebody of them uses the sign language of the country."""

    is_trained_in_signing: YesNo | None = None
    spoken_languages: tuple[LanguageTag, ...] | None = None
    has_free_assistant_for_visitors: YesNo | None = None


class AnimalPolicy(Part):
    """Which animals may come in."""

    allows_assistance_dogs: YesNo | None = None
    allows_guide_dogs: YesNo | None = None


class WheelchairParking(Record):
    """Parking spaces for people who use a wheelchair."""

    count: Whole | None = None
    width: Length | None = None
    distance_to_entrance: Length | None = None


class Parking(Part):
    """Parking at the place."""

    for_wheelchair_users: OrNo[WheelchairParking] | None = None


class Wifi(Part):
    """The wireless network."""

    is_open_to_visitors: YesNo | None = None


class AppointmentPolicy(Part):
    """How one gets to be served."""

    allows_walk_in: YesNo | None = None
    video_call: YesNo | None = None
    home_visit: YesNo | None = None
    booking_url: Url | None = None


class Accessibility(Sourced):
    """Everything that is known about the access. Groups are in the order of the way through the place."""

    wheelchair_accessibility_grade: Literal["fully", "partially", "not"] | None = None
    entrances: dict[Id, Entrance] = {}
    equipments: OrNo[dict[Id, Equipment]] = {}
    restrooms: OrNo[dict[Id, Restroom]] = {}
    parking: Parking | None = None
    has_induction_loop: YesNo | None = None
    has_low_stimulus_environment: YesNo | None = None
    is_well_lit: YesNo | None = None
    is_quiet: YesNo | None = None
    ambient_noise_level: Volume | None = None
    signage_systems: OrNo[dict[Id, Signage]] = {}
    desks: dict[Id, Desk] = {}
    animal_policy: AnimalPolicy | None = None
    staff: Staff | None = None
    appointment_policies: dict[Id, AppointmentPolicy] = {}
    wifi: Wifi | None = None


class AccessCheck(Record):
    """Who looked at the access of a place, when and how."""

    on: Date
    by: Id
    method: Literal["visit", "self-declared", "photo"]


def _keys(kind: type[Record], way: str = "") -> Iterator[str]:
    for name, field in kind.model_fields.items():
        if name not in Sourced.model_fields and name not in Part.model_fields:
            inner = [model for model in _records(field.annotation) if model not in (Length, Volume)]
            yield from _keys(inner[0], f"{way}{name}.") if inner else (f"{way}{name}",)


def _records(kind: Any) -> list[type[Record]]:
    """The models inside the type of a field: alone, under ids, or beside a word."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return [kind]
    return [model for inner in get_args(kind) for model in _records(inner)]


# The way to each key, without the ids of a group: "entrances.door.width".
KEYS = tuple(_keys(Accessibility))
# Those to ask for first; the choice is a judgement.
CORE = (
    "wheelchair_accessibility_grade", "entrances.is_level", "entrances.door.width", "equipments.category",
    "restrooms.is_accessible_with_wheelchair", "parking.for_wheelchair_users.count", "has_induction_loop",
    "has_low_stimulus_environment", "signage_systems.has_braille", "desks.queue_system.can_skip_queue_with_disability",
    "animal_policy.allows_assistance_dogs", "staff.is_trained_in_signing",
)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One fact of access. key: one of KEYS, or a group that there is not. entry: the group and the id in it.

    origin: where it comes from; that of its part, or else of the whole.
    """

    key: str
    entry: tuple[str, str] | None
    value: Any
    origin: Sourced


def facts(access: Accessibility) -> Iterator[Fact]:
    """Every fact that somebody has written down."""
    return _facts(access, "", None, access)


def _facts(value: Any, key: str, entry: tuple[str, str] | None, origin: Sourced) -> Iterator[Fact]:
    if isinstance(value, Part) and value.origin:
        origin = value.origin
    if isinstance(value, dict):
        for identifier, inner in value.items():
            yield from _facts(inner, key, (key, identifier), origin)
    elif isinstance(value, Record) and not isinstance(value, Length | Volume):
        for name in type(value).model_fields.keys() - Sourced.model_fields.keys() - Part.model_fields.keys():
            yield from _facts(getattr(value, name), f"{key}.{name}".lstrip("."), entry, origin)
    elif value is not None:
        yield Fact(key=key, entry=entry, value=value, origin=origin)


def term(key: str) -> str:
    """The term of the vocabulary `access` that has the words for a key: "entrances-door-width"."""
    return key.replace(".", "-").replace("_", "-")
