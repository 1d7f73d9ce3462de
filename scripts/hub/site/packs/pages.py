"""The pages of a language as they stand in the built site, read when they are asked for: one at a time is held."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from hub.site.stamp import spots


class Pages(Mapping[str, str]):
    """Path -> page as it is without alerts, and with what `said` puts into it."""

    def __init__(
        self, folder: Path, paths: Sequence[str], alerts: Sequence[str], said: Callable[[str], str] = str
    ) -> None:
        """folder: of the language in the site; alerts: ids of those that pages may have."""
        self._folder, self._paths, self._alerts, self._said = folder, paths, alerts, said

    def __getitem__(self, path: str) -> str:
        """One page."""
        page = (self._folder / path / "index.html").read_bytes()
        for identifier in self._alerts:
            page = spots.without(page, identifier) or page
        return self._said(page.decode())

    def __iter__(self) -> Iterator[str]:
        """Their paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._paths)
