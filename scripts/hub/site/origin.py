"""What a site was made from. Two builds of the same origin make the same bytes, so that a second one is not needed.

Files count by what is in them, never by their times: a copy of the repository on another machine has the same origin.
"""

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from hub.model.alert import AlertFacts

# What a build reads. The locks and mkdocs.yml stand at the top.
FOLDERS = ("data", "docs", "overrides", "requirements", "scripts")
FILES = ("mkdocs.yml", "pyproject.toml")
PIECE = 1 << 20  # bytes
_NEVER = "9999-12-31T00:00:00+00:00"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """sources: folder, file or “packages” -> its print. day: in the machine's zone and in UTC (MkDocs goes by that).

    since, until: moments between which no alert begins or ends; only those make one minute differ from another.
    """

    sources: dict[str, str]
    day: str
    since: str
    until: str = _NEVER

    def holds(self, sources: dict[str, str], now: datetime) -> bool:
        """Whether a build at this moment from these sources would make the same bytes."""
        between = datetime.fromisoformat(self.since) <= now < datetime.fromisoformat(self.until)
        return self.sources == sources and self.day == _day(now) and between


def origin(sources: dict[str, str], alerts: Iterable[AlertFacts], now: datetime) -> Origin:
    """The origin of a build at this moment."""
    turns = [turn for one in alerts for turn in (one.start, one.begins, one.end) if turn > now]
    until = min(turns).isoformat() if turns else _NEVER
    return Origin(sources=sources, day=_day(now), since=now.isoformat(), until=until)


def differences(one: Origin, other: Origin) -> list[str]:
    """What two origins do not share, in words; nothing where parts made from them fit each other."""
    names = sorted({*one.sources, *other.sources})
    found = [name for name in names if one.sources.get(name) != other.sources.get(name)]
    if one.day != other.day:
        found.append(f"the day ({one.day} and {other.day})")
    elif not _overlap(one, other):
        found.append("the moment: an alert began or ended between them")
    return found


def _overlap(one: Origin, other: Origin) -> bool:
    last, first = max(map(_moment, (one.since, other.since))), min(map(_moment, (one.until, other.until)))
    return last < first


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(now: datetime) -> str:
    there, utc = now.date().isoformat(), now.astimezone(UTC).date().isoformat()
    return there if there == utc else f"{there}, in UTC {utc}"


def sources(root: Path) -> dict[str, str]:
    """The prints of everything that a build reads, the versions of Python and of its packages among it."""
    found = {name: digest(root / name) for name in FOLDERS if (root / name).is_dir()}
    found |= {name: _print([(root / name).read_bytes()]) for name in FILES if (root / name).is_file()}
    packages = sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info"))
    return {**found, "packages": _print([sys.version.encode(), *map(str.encode, packages)])}


def digest(folder: Path) -> str:
    """The print of a folder: names and contents, without hidden files and what Python compiled, which nobody reads."""
    made = blake2b(digest_size=16)
    for name, path in _inside(folder):
        named = name.encode()
        _put(made, [named], len(named))
        with open(path, "rb") as file:
            # A piece at a time: files of many pages have 40 MB at 1,000 guides
            _put(made, iter(lambda: file.read(PIECE), b""), os.fstat(file.fileno()).st_size)
    return made.hexdigest()


def _inside(folder: Path) -> Iterator[tuple[str, str]]:
    """(name from the folder, path) of each file, in one order on every machine."""
    for here, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                path = os.path.join(here, name)
                yield os.path.relpath(path, folder).replace(os.sep, "/"), path


def _print(parts: Iterable[bytes]) -> str:
    """Each part with its length before it, so that no two lists of parts look the same."""
    made = blake2b(digest_size=16)
    for part in parts:
        _put(made, [part], len(part))
    return made.hexdigest()


def _put(made: blake2b, pieces: Iterable[bytes], length: int) -> None:
    made.update(b"%d:" % length)
    for piece in pieces:
        made.update(piece)
