"""What the guides of one build weigh, said on each page, and on the quality pages when all guides are made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hub.pages.everything import Announced
from hub.pages.scope import FOLDER, address
from hub.pages.speech import Speech
from hub.pages.weights import sentence, view
from hub.site.stamp.weight import KILOBYTE, weighed

# Where the lines about all guides stand on a quality page; they take the place of the mark.
LINES = "<!--weights-->"


@dataclass(frozen=True)
class Waiting:
    """A page that tells what the guides weigh, and so waits until all of them are made. alerts: ids of those on it."""

    announced: Announced
    alerts: tuple[str, ...]


@dataclass
class Weights:
    """What the guides of one build weigh: language -> id -> bytes as sent; and the pages that tell it.

    A page that says how large a file of many pages is, is weighed with the mark for that size, which is a few bytes
    longer than the number: it never says too little.
    """

    guides: dict[str, dict[str, int]] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    # (language, folder) -> kilobytes of the page made last
    before: dict[tuple[str, str], int] = field(default_factory=dict)

    def doc(self, output: str, alerts: Sequence[str], speech: Speech) -> str:
        """A hand-written page with its sentence."""
        return weighed(output, alerts, partial(sentence, speech))[0]

    def page(self, output: str, alerts: Sequence[str], announced: Announced) -> str:
        """A page with its sentence, or unchanged where it has to wait."""
        if LINES in output:
            self.waiting.append(Waiting(announced, tuple(alerts)))
            return output
        folder, _, identifier = announced.path.partition("/")
        beside = (announced.language, folder)
        said, size = weighed(output, alerts, partial(sentence, announced.scope.speech), self.before.get(beside, 1))
        self.before[beside] = -(-size // KILOBYTE)
        if folder == FOLDER["services"] and identifier in announced.scope.catalogue.services:
            self.guides.setdefault(announced.language, {})[identifier] = size
        return said

    def tell(self, site: Path, figures: Callable[..., str]) -> None:
        """Fill the pages that wait; the guides of all languages are made. figures: the macro."""
        for one in self.waiting:
            scope = one.announced.scope
            file = site / address(scope.catalogue, scope.here, scope.language) / "index.html"
            file.write_text(self.told(one, file.read_text(encoding="utf-8"), figures), encoding="utf-8")

    def told(self, one: Waiting, output: str, figures: Callable[..., str]) -> str:
        """A page that waited, with what the guides weigh and with its own sentence."""
        scope = one.announced.scope
        lines = view(scope, scope.here.partition("/")[2], self.guides.get(scope.language, {}))
        said = output.replace(LINES, figures(scope.speech.say("weight_heading"), lines))
        return self.doc(said, one.alerts, scope.speech)
