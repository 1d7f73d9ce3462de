"""data/translations/<lang>.tsv: which source text each translation was made from; a machine writes it, strictly."""

import re
from pathlib import Path

from hub.load.files import Files
from hub.model.translation import Made, Records
from hub.model.values import PARTIAL_DATE

HEADER = "kind\tid\tfield\tsource\ttranslation\ton"
_PRINT = re.compile(r"[0-9a-f]{12}")
_TIP = "Type scripts/record to write this file anew; do not change it by hand"


def records(files: Files, languages: list[str]) -> dict[str, Records]:
    """Language -> its records; a file that cannot be used is told and left out."""
    folder, found = files.root / "data" / "translations", {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix != ".tsv" or path.stem not in languages:
            files.say(files.shown(path), "unexpected-file", f"“{path.name}” is not known here.",
                      "The files are called like the languages: az.tsv")
        elif (made := _read(files, path)) is not None:
            found[path.stem] = made
    return found


def _read(files: Files, path: Path) -> Records | None:
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines()
    except (UnicodeDecodeError, ValueError):
        head, lines = "", []
    made, wrong = {}, 0 if head == HEADER else 1
    for number, line in enumerate(lines if not wrong else [], 2):
        kind, identifier, field, source, translation, on = _columns(line)
        key = (kind, identifier, field)
        if not (_PRINT.fullmatch(source) and _PRINT.fullmatch(translation) and PARTIAL_DATE.fullmatch(on)
                and len(on) == 10 and key not in made):
            wrong = number
            break
        made[key] = Made(source, translation, on)
    if wrong:
        files.say(files.shown(path), "not-a-record", f"Line {wrong} is not a record of a translation.", _TIP)
        return None
    return made


def _columns(line: str) -> list[str]:
    found = line.split("\t")
    return found if len(found) == 6 else [""] * 6
