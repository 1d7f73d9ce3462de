"""A public warning: a CAP 1.2 message in snake_case, with what it closes and changes here."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from hub.model.provenance import Line, Record, Text, Title, Words
from hub.model.values import CapName, CapReference, Id, LanguageTag, Moment, refuse

# The order on every page.
SEVERITY = ("Extreme", "Severe", "Moderate", "Minor", "Unknown")


class Area(Record):
    """Where: codes by the name of their list, and shapes on the map as CAP writes them."""

    geocodes: dict[Line, tuple[Line, ...]] = {}
    polygons: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()


class Effects(Record):
    """closes: places. changes: services; the words say how."""

    closes: tuple[Id, ...] = ()
    changes: tuple[Id, ...] = ()


class AlertFacts(Record):
    """What stands once in a CAP message. references: messages that this one takes the place of, as CAP writes them."""

    worded: ClassVar[tuple[str, ...]] = ("areas", "changes")

    jurisdiction: Id
    source_language: LanguageTag
    identifier: CapName
    sender: CapName
    sent: Moment
    status: Literal["Actual", "Exercise", "System", "Test", "Draft"]
    msg_type: Literal["Alert", "Update", "Cancel", "Ack", "Error"]
    scope: Literal["Public", "Restricted", "Private"]
    references: tuple[CapReference, ...] = ()
    category: tuple[Literal["Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport",
                            "Infra", "CBRNE", "Other"], ...] = Field(min_length=1)
    response_type: tuple[Literal["Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear",
                                 "None"], ...] = ()
    urgency: Literal["Immediate", "Expected", "Future", "Past", "Unknown"]
    severity: Literal["Extreme", "Severe", "Moderate", "Minor", "Unknown"]
    certainty: Literal["Observed", "Likely", "Possible", "Unlikely", "Unknown"]
    effective: Moment | None = None
    onset: Moment | None = None
    expires: Moment
    areas: dict[Id, Area] = Field(min_length=1)
    effects: Effects = Effects()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end <= self.start:
            refuse("ends-before-start", "The alert ends (expires) before it begins.", "Look at `sent` and `effective`")
        return self

    @property
    def changes(self) -> Mapping[str, bool]:
        """The services that need words about what changes."""
        return dict.fromkeys(self.effects.changes, True)

    @property
    def start(self) -> datetime:
        """From when the alert counts."""
        return datetime.fromisoformat(self.effective or self.sent)

    @property
    def begins(self) -> datetime:
        """From when it happens; people are warned before (CAP: onset)."""
        return datetime.fromisoformat(self.onset or self.effective or self.sent)

    @property
    def end(self) -> datetime:
        """Until when it counts."""
        return datetime.fromisoformat(self.expires)

    @property
    def reference(self) -> str:
        """How another message names this one (CAP: references)."""
        return f"{self.sender},{self.identifier},{self.sent}"

    @property
    def public(self) -> bool:
        """Whether readers may see it at all: an exercise or a test must never look like a warning."""
        return self.status == "Actual" and self.scope == "Public" and self.msg_type in ("Alert", "Update")

    def counts(self, now: datetime) -> bool:
        """Whether it counts at that moment (with its offset), for the readers of the hub."""
        return self.public and self.start <= now < self.end


class AlertWords(Words):
    """event: what kind of thing happens. headline: one sentence. changes: for each service what is different."""

    event: Title
    headline: Line
    description: Text
    instruction: Text
    areas: dict[Id, Line] = {}
    changes: dict[Id, Line] = {}

    @property
    def title(self) -> str:
        """What links to the alert say."""
        return self.headline


def order(identifier: str, facts: AlertFacts) -> tuple[int, float, str]:
    """What to sort by on a page: the worst first, then the newest."""
    return SEVERITY.index(facts.severity), -facts.start.timestamp(), identifier


def replaced(alerts: Iterable[AlertFacts]) -> frozenset[str]:
    """The references of the messages that a later actual one updates or cancels."""
    later = [facts for facts in alerts if facts.status == "Actual" and facts.msg_type in ("Update", "Cancel")]
    return frozenset(one for facts in later for one in facts.references)
