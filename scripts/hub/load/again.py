"""Files that were read before: where thousands stand and one is changed, only that one is read anew."""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from hub.load.reader.objections import Placed
from hub.problems import Problem


@dataclass(frozen=True)
class Reading:
    """What came of one file. made: the model, None where it has problems."""

    document: Placed | None
    made: Any
    problems: tuple[Problem, ...]


@dataclass
class Again:
    """Kept by the bytes of a file, never by its times: what is the same is the same."""

    readings: dict[tuple[str, Any], tuple[bytes, Reading]] = field(default_factory=dict)

    def known(self, shown: str, model: Any, raw: bytes) -> Reading | None:
        """What came of these bytes under this name, where they were read before."""
        before, reading = self.readings.get((shown, model), (b"", None))
        return reading if before == _print(raw) else None

    def keep(self, shown: str, model: Any, raw: bytes, reading: Reading) -> None:
        """Remember it; what stood there before is forgotten."""
        self.readings[shown, model] = _print(raw), reading


def _print(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()
