"""A claim to be accessible is no higher and no younger than what the last machine test allows."""

from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.model.values import UNKNOWN
from hub.problems import Problem

PUBLISH = "Type scripts/audit site --publish data/audit.yml"


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """A machine may lower a claim, never raise one."""
    claim, seen = catalogue.hub.accessibility, catalogue.audit
    if claim == UNKNOWN:
        return
    if claim.review_by <= claim.evaluated_on:
        yield _problem(loaded, "review_by", "claim-review", "The review is due before the evaluation.",
                       "Write a later day: within a year is usual")
    if claim.status != "full":
        return
    if seen is None:
        yield _problem(loaded, "status", "claim-too-high", "“full” is claimed, and no machine test is published.",
                       PUBLISH)
    elif seen.barriers:
        yield _problem(loaded, "status", "claim-too-high", f"“full” is claimed, and the machine test of {seen.day} "
                       f"is sure of faults of level A or AA; the first: {seen.barriers[0].says}",
                       "Mend them and test again, or write `partial`")
    elif not claim.evaluated_on <= seen.day <= claim.review_by:
        yield _problem(loaded, "status", "claim-too-high", f"“full” is claimed from {claim.evaluated_on} to "
                       f"{claim.review_by}, and the last machine test is of {seen.day}.", PUBLISH)


def _problem(loaded: Loaded, field: str, code: str, message: str, tip: str) -> Problem:
    return loaded.problem("data/hub.yml", ("accessibility", field), code, message, tip)
