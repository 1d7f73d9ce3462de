"""A language as a ZIP file that opens without a server: a link to a folder would show the folder, not its page."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import BinaryIO

from hub.pages.scope import relative
from hub.site.packs.links import changed

# What has no use in a folder: the policy, which would forbid the form and the scripts there, and the service worker.
_ONLINE = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>|<script data-w="[^"]*sw\.js">[^<]*</script>')


def write(
    to: BinaryIO, pages: Mapping[str, str], folder: str, address: str, scripts: Mapping[str, str], day: date
) -> None:
    """Fill the file. pages: by path; folder: of the language below the root; day: all files are of that day."""
    here = {f"{path}/" if path else "" for path in pages}
    names = {f"{path}/index.html" if path else "index.html": path for path in pages}
    known: dict[tuple[str, str], str] = {}
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted([*names, *scripts]):
            # Neither the clock nor the machine goes in
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            path = names.get(name)
            archive.writestr(entry, scripts[name] if path is None else
                             _alone(pages[path], path, folder, here, address, known))


def _alone(
    page: str, path: str, folder: str, here: set[str], address: str, known: dict[tuple[str, str], str]
) -> str:
    """A page whose links lead to files beside it, or to the hub on the web."""
    own = f"{path}/" if path else ""

    def to(target: str, place: str) -> str:
        inside = target.removeprefix(folder) if target.startswith(folder) else None
        if target.startswith("scripts/"):
            return relative(own, "").removeprefix("./") + target
        if inside in here:
            return relative(own, inside).removeprefix("./") + "index.html" + place
        return address + target + place

    return changed(_ONLINE.sub("", page), folder + own, to, known)
