"""Ids and lists of the hub that would break addresses or leave something out."""

from collections.abc import Iterator

from hub.checks.walk import things
from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.problems import Problem


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """An id is no language code; a service begins with its jurisdiction; hub.yml lists every topic and country."""
    for kind, thing in things(catalogue):
        path = f"{thing.path}/facts.yml"
        if thing.id in catalogue.languages and kind != "jurisdictions":
            yield loaded.problem(path, (), "id-is-language", f"“{thing.id}” is also a language code.",
                                 "Rename the folder")
        if kind in ("services", "life_events") and not thing.id.startswith(f"{thing.facts.jurisdiction}-"):
            yield loaded.problem(path, ("jurisdiction",), "id-without-jurisdiction",
                                 f"The id does not begin with “{thing.facts.jurisdiction}-”.", "Rename the folder")
    for field in ("topics", "jurisdictions"):
        for identifier in getattr(catalogue, field):
            if identifier not in getattr(catalogue.hub, field):
                yield loaded.problem("data/hub.yml", (field,), "not-listed", f"“{identifier}” is not listed.",
                                     "Add it where the home page should show it")
