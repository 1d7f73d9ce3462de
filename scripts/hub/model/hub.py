"""The hub itself and its languages: data/hub.yml and data/languages.yml."""

from typing import Annotated, Literal, Self

from pydantic import Field, RootModel, StringConstraints, model_validator

from hub.model.duration import DurationText
from hub.model.evaluation import Claim
from hub.model.locale import LocaleTag
from hub.model.organisation import ContactKind
from hub.model.provenance import Record, Title
from hub.model.values import Id, International, LanguageTag, Number, OrUnknown, Url, refuse


class FeedbackContact(Record):
    """A way to reach the people who run the hub. address: an e-mail address, or the address for letters."""

    kind: ContactKind
    number: Number | None = None
    international: International | None = None
    address: str | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _can_be_used(self) -> Self:
        if not (self.number or self.address or self.url):
            refuse("contact-without-number", "This contact point has no number, address or url.",
                   "Add `number`, `address` (e-mail or post) or `url`")
        return self


class Hub(Record):
    """name, address (where the site is published), owner (who runs it), edit (where a file can be changed).

    feedback: ways to reach the owner. feedback_form: an address that takes ?page=; answer_within: how soon an answer
    comes. enforcement: the organisation that people can turn to when the hub is not accessible and nothing is done.
    accessibility: what its owner claims. jurisdictions, topics: ids, in the order of the home page.
    """

    name: Title
    address: Url
    owner: Title
    edit: Url
    feedback: OrUnknown[dict[Id, FeedbackContact]]
    feedback_form: Url | None = None
    answer_within: DurationText | None = None
    enforcement: OrUnknown[Id]
    accessibility: OrUnknown[Claim]
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
