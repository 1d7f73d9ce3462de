"""What both directions need: the pages of the built site, and whether an alert may be shown on them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hub import checks
from hub.load.catalogue import Loaded, languages
from hub.model.alert import replaced
from hub.model.catalogue import Catalogue
from hub.pages.currency import Alert
from hub.problems import Problem, errors


class Unfit(Exception):
    """The alert or the site cannot be used; the text says why."""


@dataclass(frozen=True)
class Work:
    """A built site. languages: of the hub, the default one first."""

    site: Path
    languages: tuple[str, ...]

    def pages(self) -> Iterator[tuple[str, str, str]]:
        """(file, path, language) of every page."""
        default, root = self.languages[0], str(self.site)
        for folder, folders, names in os.walk(root):
            folders.sort()
            if "index.html" in names:
                file, path = f"{folder}/index.html", folder[len(root) + 1:].replace(os.sep, "/")
                first, _, rest = path.partition("/")
                other = first in self.languages and first != default
                yield (file, rest, first) if other else (file, path, default)

    def page(self, path: str, language: str) -> Path:
        """The file of a page."""
        return self.site / self.address(path, language) / "index.html"

    def address(self, path: str, language: str) -> str:
        """Where a page stands below the root of the site."""
        return path if language == self.languages[0] else f"{language}/{path}"

    @property
    def missing(self) -> Path:
        """The page for what is not found, in all languages."""
        return self.site / "404.html"


def work(root: Path, site: Path) -> Work:
    """The site, where it and the data can be used. Raises Unfit."""
    codes, problems = languages(root)
    if not codes:
        raise Unfit("\n".join(map(str, problems)))
    if not (site / "sitemap.xml").exists():
        raise Unfit("There is no built site. Type scripts/build first.")
    return Work(site, codes)


def fit(loaded: Loaded, identifier: str, now: datetime) -> tuple[Alert, Catalogue]:
    """An alert with problems, one that nobody may see, and one that has ended are not put on a page. Raises Unfit."""
    catalogue = loaded.catalogue
    if catalogue is None:
        raise Unfit("\n".join(map(str, loaded.problems)))
    alert = catalogue.alerts.get(identifier)
    told = errors(_about(loaded, catalogue, alert))
    if found := [one for one in told if one.path.startswith(f"data/alerts/{identifier}/")]:
        raise Unfit("\n".join(map(str, found)))
    if alert is None:
        raise Unfit(f"There is no alert data/alerts/{identifier}.")
    facts = alert.facts
    if not facts.public:
        raise Unfit(f"{identifier} has status {facts.status}, scope {facts.scope}, msg_type {facts.msg_type}. "
                    "Only Actual, Public, Alert or Update is shown.")
    if facts.reference in replaced(one.facts for one in catalogue.alerts.values()):
        raise Unfit(f"A later message takes the place of {identifier}, or cancels it.")
    if not facts.counts(now):
        raise Unfit(f"{identifier} does not count at {now.isoformat(timespec='minutes')}: it begins "
                    f"{facts.effective or facts.sent} and ends {facts.expires}.")
    return alert, catalogue


def _about(loaded: Loaded, catalogue: Catalogue, alert: Alert | None) -> list[Problem]:
    """What is wrong about an alert, without holding the rest of the data against each other."""
    changed = alert.facts.effects.changes if alert else ()
    services = {key: one for key, one in catalogue.services.items() if key in changed}
    few = replace(catalogue, services=services, life_events={}, eligibility={})
    return checks.check(replace(loaded, catalogue=few))


def known(there: Work, catalogue: Catalogue, identifier: str) -> Catalogue:
    """The catalogue with no other alerts than those that the site has."""
    kept = {key: one for key, one in catalogue.alerts.items() if key == identifier or (one.facts.public and any(
        there.page(f"alerts/{key}", language).exists() for language in there.languages))}
    return replace(catalogue, alerts=kept)
