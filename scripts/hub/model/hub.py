"""The hub itself and its languages: data/hub.yml and data/languages.yml."""

from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from hub.model.locale import LocaleTag
from hub.model.organisation import ContactKind
from hub.model.provenance import Record, Title
from hub.model.values import Id, International, LanguageTag, Number, OrUnknown, Url


class FeedbackContact(Record):
    """A way to reach the people who run the hub."""

    kind: ContactKind
    number: Number | None = None
    international: International | None = None
    address: str | None = None
    url: Url | None = None


class Hub(Record):
    """name, address (where the site is published), owner (who runs it), edit (where a file can be changed).

    feedback: ways to reach the owner. enforcement: the organisation that people can turn to when the hub is not
    accessible and nothing is done. jurisdictions, topics: ids, in the order of the home page.
    """

    name: Title
    address: Url
    owner: Title
    edit: Url
    feedback: OrUnknown[dict[Id, FeedbackContact]]
    enforcement: OrUnknown[Id]
    jurisdictions: tuple[Id, ...] = Field(min_length=1)
    topics: tuple[Id, ...] = Field(min_length=1)


class Language(Record):
    """A language of the hub. name: in itself. locale: the CLDR locale that writes its dates and numbers.

    alphabet: its letters in order, with a space between two, for A to Z lists. translated_by, speaker_check: who wrote
    the words of the pages (data/strings) in this language, and which speaker read them.
    """

    name: Title
    direction: Literal["ltr", "rtl"]
    script: Annotated[str, StringConstraints(pattern="^[A-Z][a-z]{3}$")]
    locale: LocaleTag
    alphabet: str
    translated_by: Literal["person", "machine"] | None = None
    speaker_check: str = "not-yet"


class Languages(RootModel[dict[LanguageTag, Language]]):
    """All languages; the first is the default, the order is the order of the switcher."""
