"""A CAP message becomes a folder of data/alerts, when the strict loader has no objection to it."""

import shutil
import tempfile
from pathlib import Path

from hub import checks
from hub.load.cap import Message, message
from hub.load.cap_xml import NotTaken
from hub.load.catalogue import load
from hub.problems import errors


def take_in(root: Path, file: Path, country: str = "") -> Message:
    """Write data/alerts/<id>. Raises NotTaken; then nothing is written."""
    catalogue = load(root).catalogue
    if catalogue is None:
        raise NotTaken("data/hub.yml or data/languages.yml cannot be used. Type scripts/check.")
    countries = {one.facts.place_code: one.id for one in catalogue.jurisdictions.values()}
    try:
        raw = file.read_bytes()
    except OSError:
        raise NotTaken(f"{file} cannot be read.") from None
    try:
        made = message(raw, list(catalogue.languages), countries, country)
    except NotTaken as reason:
        raise NotTaken(f"{file.name}: {reason}") from None
    folder = root / "data" / "alerts" / made.id
    if folder.exists():
        raise NotTaken(f"data/alerts/{made.id} is there already. A message that changes another one has an "
                       "identifier of its own.")
    _judged(root, made)
    folder.mkdir(parents=True)
    for name, text in made.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return made


def _judged(root: Path, made: Message) -> None:
    """Hold the new files against everything else in data/, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name)
        shutil.copytree(root / "data", trial / "data")
        folder = trial / "data" / "alerts" / made.id
        folder.mkdir(parents=True)
        for file, text in made.files.items():
            (folder / file).write_text(text, encoding="utf-8")
        found = [one for one in errors(checks.check(load(trial))) if one.path.startswith(f"data/alerts/{made.id}/")]
    if found:
        raise NotTaken("\n".join(map(str, found)))
