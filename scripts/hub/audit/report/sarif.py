"""An audit in SARIF 2.1.0, which forges show beside the lines of a pull request: the place is the page's own source.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/. The audit knows no catalogue: where a page does not say which file it
is made from, the place is the page. Exact lines need more than a visitor can see, so the line is the first.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from hub.audit.finding import CANT_TELL, Finding
from hub.audit.judged import Audit
from hub.audit.report.faults import about

# No address of ours: the standard's own.
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(audit: Audit) -> dict[str, Any]:
    """The whole document: one run, all findings."""
    names = sorted({one.rule for one in audit.findings})
    driver = {"name": "Stepfree audit", "version": audit.engines.get("stepfree", ""),
              "rules": [_rule(audit, name) for name in names]}
    others = [{"name": name, "version": version} for name, version in sorted(audit.engines.items())
              if name != "stepfree"]
    return {"version": "2.1.0", "$schema": SCHEMA,
            "runs": [{"tool": {"driver": driver, "extensions": others}, "columnKind": "unicodeCodePoints",
                      "results": [_result(one, names) for one in audit.findings]}]}


def level(finding: Finding) -> str:
    """A failure of level A or AA is an error, of AAA or good practice a warning; what people must look at, a note."""
    if finding.outcome == CANT_TELL:
        return "note"
    return "error" if finding.gates else "warning"


def _rule(audit: Audit, name: str) -> dict[str, Any]:
    what = about(audit, name)
    met = f" (WCAG {', '.join(what.criteria)}, level {what.level})" if what.criteria else ""
    made = {"id": name, "shortDescription": {"text": what.says}, "help": {"text": f"{what.mend or what.says}.{met}"},
            "properties": {"tags": ["accessibility", *(f"wcag-{num}" for num in what.criteria)]}}
    return made | ({"helpUri": what.address} if what.address else {})


def _result(one: Finding, names: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": one.rule, "ruleIndex": names.index(one.rule), "level": level(one),
        "message": {"text": f"{one.page}: {one.selector}: {one.says}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(one.source or one.page)},
                                            "region": {"startLine": 1}},
                       "logicalLocations": [{"fullyQualifiedName": one.selector, "kind": "element"}]}],
        "partialFingerprints": {"place/v1": f"{one.rule}|{one.page}|{one.selector}"},
    }
