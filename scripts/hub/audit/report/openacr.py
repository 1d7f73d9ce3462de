"""A draft of an accessibility conformance report (OpenACR 0.1.0, GSA), of which people make the report.

A machine may lower a claim, never raise one. So it writes "does-not-support" where it is sure of a failure, and says
what it saw; every other row has no level until a person has judged it. The file says DRAFT until then.
"""

from typing import Any

from hub.audit.criteria import Criterion, criteria
from hub.audit.finding import FAILED, Finding
from hub.audit.judged import Audit
from hub.audit.report.block import block

CATALOGUE = "2.5-edition-wcag-2.2-en"
TO_FILL_IN = "to be filled in"
NOTES = ("DRAFT made by a machine. It found failures where a level is given: does-not-support means only that there "
         "are some. A person must try every criterion, give every row a level, also those that have one, and sign. The "
         "absence of a level says nothing. Do not publish this file as it is.")


def openacr(audit: Audit) -> dict[str, Any]:
    """The draft. Catalogue, product and author follow GSA's schema."""
    engines = ", ".join(f"{name} {version}" for name, version in sorted(audit.engines.items()))
    return {
        "title": f"DRAFT: Accessibility Conformance Report of {audit.target}",
        "product": {"name": audit.target},
        "author": {"name": TO_FILL_IN, "email": TO_FILL_IN},
        "report_date": audit.day,
        "version": 1,
        "notes": NOTES,
        "evaluation_methods_used": f"Automatic only, of {len(audit.pages)} pages, by {engines}. No person has tested.",
        "catalog": CATALOGUE,
        "chapters": {f"success_criteria_level_{level.lower()}": _chapter(audit, level) for level in ("A", "AA", "AAA")},
    }


def yaml(audit: Audit) -> str:
    """The draft as YAML, for people to fill in."""
    first = "# DRAFT: made by scripts/audit, to be filled in and signed by people. It is not a conformance report."
    return "\n".join((first, *block(openacr(audit)))) + "\n"


def _chapter(audit: Audit, level: str) -> dict[str, Any]:
    failed = [one for one in (*audit.findings, *audit.excused) if one.outcome == FAILED]
    return {"criteria": [_row(audit, one, [each for each in failed if one.num in each.criteria])
                         for one in criteria() if one.level == level]}


def _row(audit: Audit, criterion: Criterion, failed: list[Finding]) -> dict[str, Any]:
    component: dict[str, Any] = {"name": "web"}
    if failed:
        component["adherence"] = {"level": "does-not-support", "notes": _notes(audit, failed)}
    return {"num": criterion.num, "components": [component]}


def _notes(audit: Audit, failed: list[Finding]) -> str:
    pages, rules = {one.page for one in failed}, sorted({one.rule for one in failed})
    return (f"DRAFT, by a machine on {audit.day}: {len(pages)} of {len(audit.pages)} pages failed {', '.join(rules)}. "
            "A person decides the level")

