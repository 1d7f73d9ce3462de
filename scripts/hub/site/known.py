"""What one build knows while MkDocs goes from event to event."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hub.model.catalogue import Catalogue
from hub.pages.everything import Announced
from hub.pages.frame import Frame
from hub.site.weights import Weights


@dataclass
class Build:
    """What one build knows; made anew by every outermost build."""

    catalogue: Catalogue
    now: datetime
    docs: dict[str, tuple[str, ...]]
    warnings: int
    calendars: dict[str, bytes]
    pages: dict[str, Announced] = field(default_factory=dict)
    homes: tuple[Frame, ...] = ()
    # what the guides weigh, and the pages that tell it
    weights: Weights = field(default_factory=Weights)
    # the templates; the macros of components/alert.html, statement.html and figures.html; the one page with every guide
    templates: Any = None
    alert: Any = None
    statement: Any = None
    figures: Any = None
    book: Any = None

    @property
    def root(self) -> str:
        """The address of the hub, with a slash at its end."""
        return self.catalogue.hub.address.rstrip("/") + "/"

    def addresses(self) -> list[str]:
        """Of every page of the hub, generated and hand-written, in order; also of a part, which makes only some."""
        made = {(page.path, page.language) for page in self.pages.values()}
        written = {(path, code) for path, codes in self.docs.items() for code in codes}
        return sorted(self.root + self.url(*one) for one in made | written)

    def url(self, path: str, language: str) -> str:
        """Where a page stands below the root: "az/guides/az-passport/"; the first language has no folder."""
        prefix = "" if language == self.catalogue.default_language else f"{language}/"
        return f"{prefix}{path}/" if path else prefix

    def of(self, language: str) -> list[Announced]:
        """The pages of a language."""
        return [page for page in self.pages.values() if page.language == language]
