"""Where each value and each key of a file stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
Place = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Places:
    """The line and column, from 1, of every value and of every key."""

    positions: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)


def nearest(positions: Mapping[Path, Place], keys: Mapping[Path, Place], loc: Sequence[str | int]) -> Place:
    """The place of the key at loc, else of the value, else the same for what holds it."""
    path = tuple(loc)
    while path and path not in positions:
        path = path[:-1]
    return keys.get(path) or positions.get(path, (1, 1))
