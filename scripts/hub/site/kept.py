"""What is known about the site that stands there, so that a build with nothing new to make can be left out.

It is kept in .cache, beside the site and never published. Any doubt builds: no such file, one that cannot be read, a
site of which one byte is not as it was made (an alert was put on it, a page was lost).
"""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from hub.site.origin import Origin, digest, sources

_FILE = Path(".cache") / "site.json"


def forget(root: Path) -> None:
    """Before a build: should it break off, nothing is known."""
    (root / _FILE).unlink(missing_ok=True)


def remember(root: Path, site: Path, made: Origin, options: list[str]) -> None:
    """After a build: from what and how the site was made, and what its files are."""
    (root / _FILE).parent.mkdir(exist_ok=True)
    known = {"origin": asdict(made), "options": options, "site": digest(site)}
    (root / _FILE).write_text(json.dumps(known, indent=1), encoding="utf-8")


def holds(root: Path, site: Path, now: datetime, options: list[str]) -> bool:
    """Whether a build at this moment would make exactly the site that stands there."""
    try:
        known = json.loads((root / _FILE).read_text(encoding="utf-8"))
        made = Origin(**known["origin"])
        return (known["options"] == options and made.holds(sources(root), now) and known["site"] == digest(site))
    except (OSError, ValueError, KeyError, TypeError):
        return False
