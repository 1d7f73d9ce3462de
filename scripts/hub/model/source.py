"""Where facts come from: data/sources/<id>.yml."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from hub.model.provenance import Record
from hub.model.values import UNKNOWN, Id, LanguageTag, OrUnknown, PartialDate, Url, refuse


class Source(Record):
    """A page, law or article. title: in its own language. date_kind: what the date is the date of."""

    url: OrUnknown[Url]
    title: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    publisher: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    kind: Literal["official", "law", "un", "news", "news-agency", "ngo", "professional", "blog"]
    jurisdiction: Id
    language: LanguageTag
    date: OrUnknown[PartialDate]
    date_kind: Literal["published", "footer-year", "captured", "undated"]

    @model_validator(mode="after")
    def _a_date_is_of_something(self) -> Self:
        if self.date != UNKNOWN and self.date_kind == "undated":
            refuse("not-allowed-word", "There is a date, and date_kind says “undated”.",
                   "Write what the date is: published, footer-year or captured")
        return self
