"""All of data/: every file read, one catalogue made, every problem told."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import RootModel

from hub.load.again import Again
from hub.load.files import Files, did_you_mean
from hub.load.kinds import BESIDE, KINDS, OTHERS
from hub.load.performance import performance
from hub.load.reader.objections import Placed
from hub.load.translations import records
from hub.model.catalogue import Catalogue, Thing
from hub.model.eligibility import Eligibility
from hub.model.evaluation import Evaluation
from hub.model.hub import Hub, Languages
from hub.model.provenance import Line
from hub.model.source import Source
from hub.model.translation import Records, stale
from hub.model.values import ID
from hub.problems import Problem


class StringsFile(RootModel[dict[str, Line | dict[str, Line]]]):
    """data/strings/<lang>.yml: a text, or one text per CLDR plural category."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What was read. catalogue is None when hub.yml or languages.yml cannot be used.

    ids: for each kind all ids that have a folder or file, so that one broken file is not also reported as missing.
    records: language -> from which source texts its translations were made.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    documents: Mapping[str, Placed]
    ids: Mapping[str, frozenset[str]]
    records: Mapping[str, Records] = field(default_factory=dict)

    def problem(
        self, path: str, loc: tuple[str | int, ...], code: str, message: str, tip: str = "", *, warning: bool = False
    ) -> Problem:
        """A problem at the place `loc` inside the file `path`."""
        document = self.documents.get(path)
        line, column = document.at(loc) if document else (1, 1)
        field = ".".join(str(part) for part in loc)
        return Problem(path=path, line=line, column=column, field=field, code=code, message=message, tip=tip,
                       warning=warning)


def load(root: Path, alert: str = "", again: Again | None = None) -> Loaded:
    """Read root/data. Never raises for what an editor wrote: see `problems`.

    again: what was read before and is now, so that a file that is the same is not read twice.
    alert: read for this alert alone, in a hurry: only the services that it changes have their words, which are four
    fifths of the data.
    """
    files = Files(root, again)
    hub = files.load(root / "data" / "hub.yml", Hub)
    languages = files.load(root / "data" / "languages.yml", Languages)
    if hub is None or languages is None:
        return Loaded(catalogue=None, problems=tuple(files.problems), documents=files.documents, ids={})
    _unexpected(files, root / "data", [*OTHERS, *KINDS])
    ids = {kind: _ids(files, root / "data" / kind) for kind in KINDS}
    sources = dict(_single(files, root / "data" / "sources", Source))
    strings = {name: made.root for name, made in _single(files, root / "data" / "strings", StringsFile)}
    _every_language(files, root, strings, list(languages.root))
    things = {kind.replace("-", "_"): dict(_things(files, kind, ids[kind], list(languages.root)))
              for kind in KINDS if kind != "services" or not alert}
    if alert:
        things["services"] = dict(_few(files, ids["services"], list(languages.root), things["alerts"].get(alert)))
    eligibility = dict(_eligibility(files, things["services"]))
    made = records(files, list(languages.root))
    catalogue = Catalogue(hub=hub, languages=languages.root, strings=strings, sources=sources, eligibility=eligibility,
                          performance=dict(performance(files)), audit=_audit(files),
                          stale=stale({kind: things[kind.replace("-", "_")] for kind in KINDS}, made), **things)
    every_id = {kind.replace("-", "_"): frozenset(found) for kind, found in ids.items()}
    every_id["sources"] = frozenset(path.stem for path in (root / "data" / "sources").glob("*.yml"))
    return Loaded(catalogue=catalogue, problems=tuple(sorted(files.problems)), documents=files.documents, ids=every_id,
                  records=made)


def _unexpected(files: Files, folder: Path, allowed: list[str]) -> None:
    # os.listdir: a path for each of thousands of files would cost more than to look at its name.
    for name in sorted(os.listdir(folder)):
        if name not in allowed and not name.startswith("."):
            files.say(files.shown(folder / name), "unexpected-file", f"“{name}” is not known here.",
                      did_you_mean(name, allowed))


def _ids(files: Files, folder: Path) -> list[str]:
    """The ids of one kind: its folders, in alphabetical order."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            files.say(files.shown(path), "unexpected-file", "A thing is a folder with facts.yml and words in it.",
                      f"Put it at {files.shown(folder)}/ID/facts.yml")
        elif not ID.fullmatch(path.name):
            files.say(files.shown(path), "not-an-id", f"“{path.name}” cannot be an id.",
                      "Use small letters a to z, digits and hyphens, for example az-passport")
        else:
            found.append(path.name)
    return found


def _single(files: Files, folder: Path, model: type[Any]) -> Iterator[tuple[str, Any]]:
    """Things without words: one file each, its name is the id."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith("."):
            continue
        if path.suffix != ".yml":
            files.say(files.shown(path), "unexpected-file", f"“{path.name}” is not known here.",
                      "Data files end in .yml")
        elif (made := files.load(path, model)) is not None:
            yield path.stem, made


def _every_language(files: Files, root: Path, strings: Mapping[str, Any], languages: list[str]) -> None:
    for code in languages:
        if not (root / "data" / "strings" / f"{code}.yml").exists():
            files.say(f"data/strings/{code}.yml", "missing-file",
                      "The words of the pages are missing in this language.",
                      f"Copy data/strings/{languages[0]}.yml and translate it")


def _things(files: Files, kind: str, ids: list[str], languages: list[str]) -> Iterator[tuple[str, Thing]]:
    facts_model, words_model = KINDS[kind]
    for identifier in ids:
        folder = files.root / "data" / kind / identifier
        _unexpected(files, folder, ["facts.yml", *(f"{code}.yml" for code in languages), *BESIDE.get(kind, ())])
        facts = files.load(folder / "facts.yml", facts_model)
        words = {code: made for code in languages if (folder / f"{code}.yml").exists()
                 and (made := files.load(folder / f"{code}.yml", words_model)) is not None}
        if facts is None:
            continue
        source = facts.source_language
        if not (folder / f"{source}.yml").exists():
            files.say(files.shown(folder / f"{source}.yml"), "missing-file",
                      "The words in the source language are missing.", f"Write {source}.yml beside facts.yml")
        if source in words:
            yield identifier, Thing(id=identifier, path=files.shown(folder), facts=facts, words=words)


def _few(files: Files, ids: list[str], languages: list[str], alert: Thing | None) -> Iterator[tuple[str, Thing]]:
    """The services, with words where the alert changes them."""
    changed = [one for one in ids if alert and one in alert.facts.effects.changes]
    yield from _things(files, "services", changed, languages)
    for identifier in ids:
        folder = files.root / "data" / "services" / identifier
        if identifier not in changed and (facts := files.load(folder / "facts.yml", KINDS["services"][0])):
            yield identifier, Thing(id=identifier, path=files.shown(folder), facts=facts, words={})


def languages(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The languages of the hub, the default one first, without reading anything else; and why there are none."""
    files = Files(root)
    found = files.load(root / "data" / "languages.yml", Languages)
    return tuple(found.root) if found else (), tuple(files.problems)


def _audit(files: Files) -> Evaluation | None:
    """The last machine test, where one is published."""
    path = files.root / "data" / "audit.yml"
    return files.load(path, Evaluation) if path.exists() else None


def _eligibility(files: Files, services: Mapping[str, Thing]) -> Iterator[tuple[str, Eligibility]]:
    """The rules of the services that have some."""
    for identifier in services:
        path = files.root / "data" / "services" / identifier / "eligibility.yml"
        if path.exists() and (made := files.load(path, Eligibility)) is not None:
            yield identifier, made
