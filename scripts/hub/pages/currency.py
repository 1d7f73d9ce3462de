"""Which alerts count at the moment, and which pages they concern."""

from hub.model.alert import AlertFacts, AlertWords, order, replaced
from hub.model.catalogue import Catalogue, Thing
from hub.pages.scope import FOLDER, Scope

Alert = Thing[AlertFacts, AlertWords]
# ISO 3166 has no code for the world; the UN's is 001.
WORLD = "001"


def counting(scope: Scope) -> list[Alert]:
    """The alerts that count at the moment, in their order."""
    if "alerts" not in scope.shared:
        known = scope.catalogue.alerts.values()
        gone = replaced(one.facts for one in known)
        scope.shared["alerts"] = sorted((one for one in known if one.facts.counts(scope.now)
                                         and one.facts.reference not in gone), key=lambda one: order(one.id, one.facts))
    return scope.shared["alerts"]


def concerns(scope: Scope, alert: Alert) -> bool:
    """Its page is there in this language; and the page is about its country, about none, or one of the two is of all.

    scope.here may be a page that is made by hand, or that is no longer known.
    """
    if not scope.exists(f"alerts/{alert.id}"):
        return False
    here, there = _country(scope.catalogue, scope.here), alert.facts.jurisdiction
    world = {one.id for one in scope.catalogue.jurisdictions.values() if one.facts.place_code == WORLD}
    return here in ("", there) or here in world or there in world


def _country(catalogue: Catalogue, path: str) -> str:
    """The country that a page is about, or ""."""
    folder, identifier = about(path)
    if folder in ("jurisdictions", "sources", "unknown"):
        return identifier
    kind = next((kind for kind, name in FOLDER.items() if name == folder), "")
    thing = getattr(catalogue, kind).get(identifier) if kind else None
    if thing and kind == "places":
        thing = catalogue.organisations[thing.facts.organisation]
    return getattr(thing.facts, "jurisdiction", "") if thing else ""


def about(path: str) -> tuple[str, str]:
    """Kind and id of what a page is about; a page below a guide is about its service."""
    folder, _, identifier = path.partition("/")
    return folder, identifier.partition("/")[0]
