"""Sources that no fact names any more."""

from collections.abc import Iterator

from hub.checks.walk import fields, things
from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """A source that nothing uses can go."""
    used = {word for _, thing in things(catalogue) for _, name, value in fields(thing.facts)
            if name == "source" and value for word in value}
    used |= {word for facts in (*catalogue.eligibility.values(), *catalogue.performance.values())
             for _, name, value in fields(facts) if name == "source" and value for word in value}
    for identifier in sorted(catalogue.sources.keys() - used):
        yield loaded.problem(f"data/sources/{identifier}.yml", (), "source-unused", "No fact names this source.",
                             "Remove the file, or name it where it is used", warning=True)
