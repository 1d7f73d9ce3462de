"""The files about alerts that are no pages: a CAP message each, a feed for each language."""

from pathlib import Path

from hub import exports
from hub.model.catalogue import Catalogue


def write(catalogue: Catalogue, site: Path) -> None:
    """Write them into a built site. Exercises and tests stay at home."""
    folder = site / "data" / "alerts"
    folder.mkdir(parents=True, exist_ok=True)
    for alert in catalogue.alerts.values():
        if alert.facts.public:
            message(site, alert.id).write_text(exports.cap(alert), encoding="utf-8")
    for language in catalogue.languages:
        feed(site, language).write_text(exports.feed(catalogue, language), encoding="utf-8")


def message(site: Path, identifier: str) -> Path:
    """Where the CAP message of an alert is."""
    return site / "data" / "alerts" / f"{identifier}.xml"


def feed(site: Path, language: str) -> Path:
    """Where the feed of a language is."""
    return site / "data" / "alerts" / f"feed.{language}.xml"
