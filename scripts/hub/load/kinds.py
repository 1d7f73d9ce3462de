"""The kinds of thing that data/ holds, each a folder per thing with facts.yml and one file of words per language."""

from hub.model.alert import AlertFacts, AlertWords
from hub.model.jurisdiction import JurisdictionFacts, JurisdictionWords
from hub.model.organisation import OrganisationFacts, OrganisationWords
from hub.model.place import PlaceFacts, PlaceWords
from hub.model.provenance import Record, Words
from hub.model.service import ServiceFacts
from hub.model.service_words import ServiceWords
from hub.model.subject import LifeEventFacts, LifeEventWords, TopicFacts, TopicWords
from hub.model.vocabulary import VocabularyFacts, VocabularyWords

# The folder's name with "-" written "_" is the name of the catalogue's mapping.
KINDS: dict[str, tuple[type[Record], type[Words]]] = {
    "vocabularies": (VocabularyFacts, VocabularyWords),
    "jurisdictions": (JurisdictionFacts, JurisdictionWords),
    "organisations": (OrganisationFacts, OrganisationWords),
    "places": (PlaceFacts, PlaceWords),
    "topics": (TopicFacts, TopicWords),
    "life-events": (LifeEventFacts, LifeEventWords),
    "services": (ServiceFacts, ServiceWords),
    "alerts": (AlertFacts, AlertWords),
}
# Files that may stand beside facts and words.
BESIDE = {"services": ("eligibility.yml",)}
# Everything else that may stand in data/: files first, folders after them.
OTHERS = ("README.md", "audit.yml", "hub.yml", "languages.yml", "performance", "sources", "strings", "schema",
          "translations")
