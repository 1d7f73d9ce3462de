"""Titles and summaries short enough for a phone, a result list and a tired reader."""

from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.problems import Problem

# Letters, in the source language; translations may be longer.
TITLE, SUMMARY = 65, 160


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """The title of a service has at most 65 letters, its summary 160."""
    for service in catalogue.services.values():
        language = service.facts.source_language
        for field, limit in (("title", TITLE), ("summary", SUMMARY)):
            length = len(getattr(service.words[language], field))
            if length > limit:
                yield loaded.problem(f"{service.path}/{language}.yml", (field,), "text-too-long",
                                     f"The text is too long ({length} letters; the limit is {limit}).",
                                     "Make it shorter")
