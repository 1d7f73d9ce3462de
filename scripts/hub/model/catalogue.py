"""The whole of data/ as one frozen value; everything above reads it and nothing changes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from hub.model.alert import AlertFacts, AlertWords
from hub.model.eligibility import Eligibility
from hub.model.evaluation import Evaluation
from hub.model.hub import Hub, Language
from hub.model.jurisdiction import JurisdictionFacts, JurisdictionWords
from hub.model.organisation import ContactPoint, OrganisationFacts, OrganisationWords
from hub.model.performance import Figures
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.provenance import Record, Words
from hub.model.service import ServiceFacts
from hub.model.service_words import ServiceWords
from hub.model.source import Source
from hub.model.subject import LifeEventFacts, LifeEventWords, TopicFacts, TopicWords
from hub.model.translation import Stale
from hub.model.vocabulary import VocabularyFacts, VocabularyWords

F = TypeVar("F", bound=Record)
W = TypeVar("W", bound=Words)
Strings = Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class Thing(Generic[F, W]):
    """A folder of data/: its facts once, its words per language. path: the folder, as editors see it."""

    id: str
    path: str
    facts: F
    words: Mapping[str, W]


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything the hub knows. Mappings are by id, in alphabetical order; languages in the switcher's order.

    eligibility: by service, where there are rules. performance: service -> period -> what was published about it.
    stale: (path of a thing, language) -> its texts that are behind. audit: the last machine test that was published.
    """

    hub: Hub
    languages: Mapping[str, Language]
    strings: Mapping[str, Strings]
    sources: Mapping[str, Source]
    vocabularies: Mapping[str, Thing[VocabularyFacts, VocabularyWords]]
    jurisdictions: Mapping[str, Thing[JurisdictionFacts, JurisdictionWords]]
    organisations: Mapping[str, Thing[OrganisationFacts, OrganisationWords]]
    places: Mapping[str, Thing[PlaceFacts, PlaceWords]]
    topics: Mapping[str, Thing[TopicFacts, TopicWords]]
    life_events: Mapping[str, Thing[LifeEventFacts, LifeEventWords]]
    services: Mapping[str, Thing[ServiceFacts, ServiceWords]]
    eligibility: Mapping[str, Eligibility]
    performance: Mapping[str, Mapping[str, Figures]]
    alerts: Mapping[str, Thing[AlertFacts, AlertWords]]
    stale: Mapping[tuple[str, str], Mapping[str, Stale]] = field(default_factory=dict)
    audit: Evaluation | None = None

    @property
    def default_language(self) -> str:
        """The language that stands at the root of the site."""
        return next(iter(self.languages))

    def contact(self, reference: str) -> ContactPoint | None:
        """The contact point that `organisation.contact` names, or None."""
        organisation, _, contact = reference.partition(".")
        thing = self.organisations.get(organisation)
        points = thing.facts.contact_points if thing else "unknown"
        return None if isinstance(points, str) else points.get(contact)
