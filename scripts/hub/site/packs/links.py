"""Links of a page that leaves the site: inside what goes along they stay, all others become whole addresses."""

import re
from collections.abc import Callable

# An attribute with an address that is not whole already, and is more than a place on its own page.
_LINK = re.compile(r' (href|src|action)="(?![a-z][a-z0-9+.-]*:|//|#)([^"]*)"')


def changed(page: str, folder: str, to: Callable[[str, str], str], known: dict[tuple[str, str], str]) -> str:
    """The page with each link replaced. folder: of the page below the root of the site, "az/guides/az-passport/".

    to: from a target below the root ("az/a-z/", "scripts/open-now.js") and its "#place" to the new link. known: links
    that were replaced before: nine of ten lead up and on from there, and so the same way from all pages of a folder.
    """
    above = folder.rstrip("/").rpartition("/")[0]

    def one(found: re.Match) -> str:
        key = (above if found[2].startswith("../") else folder, found[0])
        if key not in known:
            address, mark, place = found[2].partition("#")
            known[key] = f' {found[1]}="{to(target(folder, address), mark + place)}"'
        return known[key]

    return _LINK.sub(one, page)


def target(folder: str, link: str) -> str:
    """Where a relative link leads, from the root of the site: "" for the root itself."""
    while link.startswith("../"):
        folder, link = folder.rstrip("/").rpartition("/")[0], link[3:]
        folder = f"{folder}/" if folder else ""
    return folder + link.removeprefix("./")
