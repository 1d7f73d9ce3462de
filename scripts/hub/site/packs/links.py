"""Links of a page that leaves the site: inside what goes along they stay, all others become whole addresses."""

import re
from collections.abc import Callable
from functools import lru_cache

# An attribute with an address that is not whole already, and is more than a place on its own page.
_LINK = re.compile(r' (href|src|action)="(?![a-z][a-z0-9+.-]*:|//|#)([^"]*)"')


def changed(page: str, folder: str, to: Callable[[str, str], str]) -> str:
    """The page with each link replaced. folder: of the page below the root of the site, "az/guides/az-passport/".

    to: from a target below the root ("az/a-z/", "scripts/open-now.js") and its "#place" to the new link.
    """
    def one(found: re.Match) -> str:
        address, mark, place = found[2].partition("#")
        return f' {found[1]}="{to(target(folder, address), mark + place)}"'

    return _LINK.sub(one, page)


@lru_cache(maxsize=65536)
def target(folder: str, link: str) -> str:
    """Where a relative link leads, from the root of the site: "" for the root itself."""
    while link.startswith("../"):
        folder, link = folder.rstrip("/").rpartition("/")[0], link[3:]
        folder = f"{folder}/" if folder else ""
    return folder + link.removeprefix("./")
