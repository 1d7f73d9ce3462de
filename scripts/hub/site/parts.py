"""A part is a site with the pages of some languages; parts put together are the whole site, byte for byte.

What is not of a language (the map of the site, feeds, messages, calendars, scripts) stands in every part, because every
part knows the whole catalogue; so putting together is to copy, and two parts that do not fit show it.
"""

import filecmp
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

from hub.site.origin import Origin, differences

# Not hidden: those who carry folders from machine to machine often leave hidden files behind.
NOTE = "part.json"


class Unjoinable(Exception):
    """The parts do not make a site; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a part says of itself. hub: all languages, the default one first; languages: those that the part has."""

    languages: tuple[str, ...]
    hub: tuple[str, ...]
    address: str
    origin: Origin


def note(folder: Path, part: Part) -> None:
    """Write it into the part."""
    (folder / NOTE).write_text(json.dumps(asdict(part), indent=1) + "\n", encoding="utf-8")


def join(folders: Sequence[Path], to: Path) -> Part:
    """Copy the parts into a new folder, which is the whole site then. Raises Unjoinable."""
    parts = {folder: _read(folder) for folder in folders}
    _fit(parts)
    _complete(parts)
    for folder in parts:
        _copy(folder, to)
    return next(iter(parts.values()))


def _read(folder: Path) -> Part:
    try:
        known = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        return Part(languages=tuple(known["languages"]), hub=tuple(known["hub"]), address=known["address"],
                    origin=Origin(**known["origin"]))
    except OSError:
        raise Unjoinable(f"{folder} is no part: it has no file {NOTE}. "
                         f"Make one with scripts/build --languages az,sw --into {folder}") from None
    except (ValueError, KeyError, TypeError):
        raise Unjoinable(f"{folder / NOTE} cannot be read. Make the part again.") from None


def _fit(parts: dict[Path, Part]) -> None:
    for (one, first), (other, second) in combinations(parts.items(), 2):
        if found := differences(first.origin, second.origin):
            raise Unjoinable(f"{one} and {other} were not made from the same. What differs: {', '.join(found)}. "
                             "Make all parts from the same commit on the same day.")


def _complete(parts: dict[Path, Part]) -> None:
    """Each language of the hub once."""
    hub = next(iter(parts.values())).hub
    for code in hub:
        having = [str(folder) for folder, part in parts.items() if code in part.languages]
        if not having:
            raise Unjoinable(f"No part has the language {code}. Languages of the hub: {', '.join(hub)}.")
        if len(having) > 1:
            raise Unjoinable(f"More than one part has the language {code}: {', '.join(having)}.")


def _copy(folder: Path, to: Path) -> None:
    """Copy all files but the note; a file that is there already must be the same."""
    for here, _, names in os.walk(folder):
        inside = os.path.relpath(here, folder)
        target = os.path.normpath(os.path.join(to, inside))
        os.makedirs(target, exist_ok=True)
        for name in names:
            source, there = os.path.join(here, name), os.path.join(target, name)
            if inside == "." and name == NOTE:
                continue
            if not os.path.exists(there):
                shutil.copyfile(source, there)
            elif not filecmp.cmp(source, there, shallow=False):
                raise Unjoinable(f"{source} is not the same as in another part. Make all parts again.")
