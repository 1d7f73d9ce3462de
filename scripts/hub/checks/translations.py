"""A translation whose source text has changed since it was made."""

from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """A stale translation stays on the page, marked; somebody should look at it."""
    for (path, language), old in catalogue.stale.items():
        for one in old.values():
            yield loaded.problem(f"{path}/{language}.yml", one.loc, "translation-stale",
                                 f"The text in {one.source_language}.yml has changed since {one.since}.",
                                 "Translate it again; when it is right as it is, type scripts/record with this file",
                                 warning=True)
