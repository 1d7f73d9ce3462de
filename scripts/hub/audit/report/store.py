"""An audit as one JSON file: everything that was found, so that parts made by several machines can be put together."""

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from hub.audit.finding import Finding, Witness
from hub.audit.judged import About, Audit, Judged

FORM = "stepfree-audit-1"


class Unmergeable(Exception):
    """Files that are no audits, or not parts of one; the text says which, and what to do."""


def write(audit: Audit, file: Path) -> None:
    """Write the audit; `read` gives the same again."""
    made = {"form": FORM, **asdict(audit)}
    file.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(file: Path) -> Audit:
    """The audit in a file. Raises Unmergeable."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as reason:
        raise Unmergeable(f"{file} cannot be read: {reason}") from None
    if not isinstance(found, dict) or found.pop("form", "") != FORM:
        raise Unmergeable(f"{file} is no audit.json of this version: run scripts/audit again, with --report")
    try:
        return _audit(found)
    except (TypeError, KeyError, AttributeError) as reason:
        raise Unmergeable(f"{file} is not whole: {reason}") from None


def merge(parts: Sequence[Audit]) -> Audit:
    """One audit of several parts of the same target, pages by path; the day is the last one's. Raises Unmergeable."""
    if len(targets := sorted({one.target for one in parts})) != 1:
        raise Unmergeable(f"These are audits of different things: {', '.join(targets) or 'none at all'}")
    pages = sorted((page for one in parts for page in one.pages), key=lambda page: page.page)
    for one, after in itertools.pairwise(pages):
        if one.page == after.page:
            raise Unmergeable(f"{one.page} is in two of the files: give each part once")
        if versions := _differ(one.engines, after.engines):
            raise Unmergeable(f"{one.page} and {after.page} were not judged by the same versions of {versions}")
    return Audit(target=targets[0], day=max(one.day for one in parts), planned=sum(one.planned for one in parts),
                 pages=tuple(pages), excused=tuple(each for one in parts for each in one.excused),
                 rules={name: about for one in parts for name, about in one.rules.items()})


def _differ(one: Mapping[str, str], two: Mapping[str, str]) -> str:
    return ", ".join(sorted(name for name in one.keys() & two.keys() if one[name] != two[name]))


def _audit(found: dict[str, Any]) -> Audit:
    made = Audit(**found)
    return replace(made, pages=tuple(map(_judged, found["pages"])), excused=tuple(map(_finding, found["excused"])),
                   rules=_rules(found["rules"]))


def _judged(found: dict[str, Any]) -> Judged:
    return replace(Judged(**found), findings=tuple(map(_finding, found["findings"])), about=_rules(found["about"]),
                   transcript=tuple(found["transcript"]))


def _finding(found: dict[str, Any]) -> Finding:
    lists = {name: tuple(found[name]) for name in ("criteria", "readers", "states")}
    return Finding(**{**found, **lists, "witnesses": tuple(Witness(**each) for each in found["witnesses"])})


def _rules(found: dict[str, Any]) -> dict[str, About]:
    return {name: About(**{**about, "criteria": tuple(about["criteria"])}) for name, about in found.items()}
