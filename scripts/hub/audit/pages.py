"""The pages of a folder: which there are, and where a browser finds them."""

from pathlib import Path


def html_pages(folder: Path) -> list[str]:
    """Every HTML page below the folder, as paths relative to it, sorted. None at all is an error, never a pass."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    if not found:
        raise FileNotFoundError(f"{folder} holds no HTML page")
    return found


def address(base: str, page: str) -> str:
    """Where the page answers: "guides/x/index.html" is asked for as "guides/x/"."""
    folder, _, name = page.rpartition("/")
    if name != "index.html":
        return base + page
    return f"{base}{folder}/" if folder else base
