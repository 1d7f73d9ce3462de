"""What a hub publishes of an audit on its accessibility page: what ran, what of each criterion a machine can say, what
it is sure of and where people have to look. Small, because it is kept with the data; the reports have every place.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hub.audit.criteria import by_number
from hub.audit.finding import FAILED, Finding
from hub.audit.judged import Audit
from hub.audit.report.block import block
from hub.audit.report.faults import Fault, results, together

HEAD = ("# Written by scripts/audit --publish, from a test by machines. Do not edit it: test again.\n"
        "# The accessibility page shows it. What a machine does not see is not here.\n")


def published(audit: Audit) -> dict[str, Any]:
    """The part that is published. What is excused for a time is a fault all the same."""
    sure = [one for one in (*audit.findings, *audit.excused) if one.outcome == FAILED]
    return {
        "day": audit.day,
        "pages": len(audit.pages),
        "in_browser": sum(page.whole for page in audit.pages),
        "engines": dict(sorted(audit.engines.items())),
        "criteria": {num: _criterion(num, result) for num, result in results(audit).items()},
        "faults": _faults(audit, sure),
        "review": _faults(audit, audit.review),
    }


def write(audit: Audit, file: Path) -> None:
    """Write it where the hub keeps it."""
    file.write_text(HEAD + "\n".join(block(published(audit))) + "\n", encoding="utf-8")


def _criterion(num: str, result: str) -> dict[str, str]:
    found = by_number(num)
    return {"name": found.name, "level": found.level, "result": result}


def _faults(audit: Audit, findings: Sequence[Finding]) -> dict[str, Any]:
    return {one.rule: _fault(one) for one in together(audit, findings)}


def _fault(fault: Fault) -> dict[str, Any]:
    first = fault.places[0]
    return {"says": _plain(fault.about.says), "level": first.level, "criteria": " ".join(first.criteria),
            "pages": len(fault.pages), "places": len(fault.places), "example": first.page}


def _plain(words: str) -> str:
    """Without the brackets around names of elements: data hold no HTML."""
    return words.replace("<", "").replace(">", "")
