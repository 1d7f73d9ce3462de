"""A file of figures is about a service that exists, and every line of it names sources that exist."""

from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.load.files import did_you_mean
from hub.model.catalogue import Catalogue
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """The file's name is the id of a service; `source` holds ids of sources."""
    services, sources = loaded.ids["services"], loaded.ids["sources"]
    for service, periods in catalogue.performance.items():
        path = f"data/performance/{service}.csv"
        if service not in services:
            yield loaded.problem(path, (), "unknown-id", f"“{service}” is not in data/services.",
                                 did_you_mean(service, sorted(services)))
        for period, figures in periods.items():
            for source in figures.source:
                if source not in sources:
                    yield loaded.problem(path, (period, "source"), "unknown-id", f"“{source}” is not in data/sources.",
                                         did_you_mean(source, sorted(sources)))
