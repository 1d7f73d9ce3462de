"""The service worker, which keeps the pages that were read, and the scripts around it: overrides/offline/*.js.

The worker, sw.js, stands in the root of the site: its scope is then the whole hub and nothing beside it, also in a
folder of its host. What each is for, and what it weighs, is in docs/design/offline.md.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from hub.pages.offline import KEPT
from hub.site.scripts import dense

# The only script inside a page, the same on each, so that one hash allows it; where sw.js is, its element says.
# As a file of its own it would be a second request on each.
REGISTER = "s=navigator.serviceWorker;s&&s.register(document.currentScript.dataset.w)"


def write(overrides: Path, site: Path, folders: Iterable[str]) -> None:
    """Write them. folders: those of the languages below the root of the site; that of the default language is ""."""
    # "" begins every address, so it must be asked last.
    known = json.dumps(sorted(folders, key=len, reverse=True), separators=(",", ":"))
    for source in sorted((overrides / "offline").glob("*.js")):
        script = dense(source.read_text(encoding="utf-8")).replace("FOLDERS", known).replace("LIMIT", str(KEPT))
        target = site / "sw.js" if source.name == "sw.js" else site / "scripts" / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script, encoding="utf-8")
