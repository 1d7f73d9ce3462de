"""Where facts come from: data/sources/<id>.yml."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from hub.model.provenance import Record
from hub.model.values import Id, LanguageTag, OrUnknown, PartialDate, Url


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
