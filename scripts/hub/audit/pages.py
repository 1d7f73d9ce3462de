"""The pages of a folder: which there are, where a browser finds them, and what each is headed."""

from html.parser import HTMLParser
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


def expected_h1(file: Path) -> str:
    """The words of the first h1 in the file, or "" when it has none."""
    reader = _FirstHeading()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return " ".join("".join(reader.words).split())


class _FirstHeading(HTMLParser):
    """Collects the text between the first <h1> and its end."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.state = "before"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h1" and self.state == "before":
            self.state = "inside"

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1" and self.state == "inside":
            self.state = "after"

    def handle_data(self, data: str) -> None:
        if self.state == "inside":
            self.words.append(data)
